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

-- statement demo_shift_insert(shift row demo_shift): run
INSERT INTO shift (id, reference, centre_id, venue_id, opportunity_id, role_zh, role_en, min_age,
                   status, start_quarter, end_quarter, needed, made_by, made_at)
SELECT :id, :reference, :centre_id, :venue_id, id, role_zh, role_en, min_age, 'open',
       :start_quarter, :end_quarter, :needed, :made_by, :made_at
  FROM opportunity
 WHERE id = :opportunity_id;

-- statement demo_shift_skills_insert(shift row demo_shift): run
INSERT INTO shift_skill (shift_id, skill_key)
SELECT :id, skill_key FROM opportunity_skill WHERE opportunity_id = :opportunity_id;

-- A claim, as of anybody who signs up: who has another shift then is left out.
-- statement demo_person_claim(signup row demo_signup): claim
INSERT INTO person_quarter (person_id, quarter, holder_id)
SELECT :person_id, seq, :shift_id
  FROM seq_0_to_9999999
 WHERE seq >= :start_quarter AND seq < :end_quarter
 ORDER BY seq;

-- statement demo_signup_insert(signup row demo_signup): run
INSERT INTO signup (id, shift_id, person_id, status, start_quarter, end_quarter, checked_in_at,
                    checked_out_at, minutes, confirmed_by, confirmed_at, made_by, made_at)
VALUES (:id, :shift_id, :person_id, :status, :start_quarter, :end_quarter, :checked_in_at,
        :checked_out_at, :minutes, IF(:minutes > 0, :made_by, NULL),
        IF(:minutes > 0, :checked_out_at, 0), :made_by, :made_at);

-- The counter counts those who signed up.
-- statement demo_shift_count(shift_id id): run
UPDATE shift
   SET taken = (SELECT COUNT(*) FROM signup WHERE shift_id = shift.id)
 WHERE id = :shift_id;

-- statement demo_shift_diary_insert(signup row demo_signup): run
INSERT INTO diary (person_id, thing_id, kind, start_quarter, end_quarter, status, place_id, title,
                   sequence, changed_at)
SELECT :person_id, shift.id, 'shift', start_quarter, end_quarter, 'confirmed',
       COALESCE(venue_id, centre_id), JSON_OBJECT('zh-CN', role_zh, 'en', role_en), 0, :made_at
  FROM shift
 WHERE shift.id = :shift_id;
