-- volunteering.sql - the rows of volunteering in the demonstration; written by quarterctl alone.

-- include "demo/volunteering.h"

-- statement demo_skill_insert(skill row demo_skill): run
INSERT INTO skill (skill_key, name_zh, name_en, proof_zh, proof_en, valid_months, position)
VALUES (:key, :name_zh, :name_en, :proof_zh, :proof_en, NULLIF(:valid_months, 0), :position);

-- statement demo_person_skill_insert(id id, person_id id, skill_key text, from_quarter int,
--                                    until_quarter int): run
INSERT INTO person_skill (id, person_id, skill_key, from_quarter, until_quarter, made_at)
VALUES (:id, :person_id, :skill_key, :from_quarter, :until_quarter, :now);

-- statement demo_opportunity_insert(role row demo_role): run
INSERT INTO opportunity (id, title_zh, title_en, role_zh, role_en, summary_zh, summary_en, kind,
                         min_age, needed, minutes, made_at)
VALUES (:id, :title_zh, :title_en, :role_zh, :role_en, :summary_zh, :summary_en, :kind,
        NULLIF(:min_age, 0), :needed, :minutes, :now);

-- statement demo_opportunity_skills_insert(role row demo_role): run
INSERT INTO opportunity_skill (opportunity_id, skill_key)
SELECT :id, skill_key FROM skill WHERE FIND_IN_SET(skill_key, :skills);
