-- skill.sql - what people can do, and the roles in which it is needed.

-- statement skill_all(): many skill
SELECT skill_key AS `key`, ELT(:language, name_zh, name_en) AS name,
       ELT(:language, proof_zh, proof_en) AS proof, COALESCE(valid_months, 0) AS valid_months
  FROM skill
 ORDER BY position;

-- statement skill_find(skill_key text): one skill
SELECT skill_key AS `key`, ELT(:language, name_zh, name_en) AS name,
       ELT(:language, proof_zh, proof_en) AS proof, COALESCE(valid_months, 0) AS valid_months
  FROM skill
 WHERE skill_key = :skill_key;

-- The newest of each kind first.
-- statement skills_of(person_id id): many person_skill
SELECT person_skill.id, person_skill.skill_key AS skill,
       ELT(:language, name_zh, name_en) AS name, from_quarter, until_quarter,
       person.name AS confirmed_name
  FROM person_skill
  JOIN skill USING (skill_key)
  LEFT JOIN account ON account.id = confirmed_by
  LEFT JOIN person ON person.id = account.person_id
 WHERE person_skill.person_id = :person_id
 ORDER BY position, from_quarter DESC, person_skill.id;

-- Of those asked for, by their keys, the names of those that are not good at a quarter.
-- statement skills_lacking(keys text, person_id id, quarter int): many skill
SELECT skill_key AS `key`, ELT(:language, name_zh, name_en) AS name,
       ELT(:language, proof_zh, proof_en) AS proof, COALESCE(valid_months, 0) AS valid_months
  FROM skill
 WHERE FIND_IN_SET(skill_key, :keys)
   AND NOT EXISTS (SELECT 1 FROM person_skill
                    WHERE person_skill.person_id = :person_id
                      AND person_skill.skill_key = skill.skill_key
                      AND from_quarter <= :quarter AND until_quarter > :quarter)
 ORDER BY position;

-- Confirmed twice from one day on, it is there once.
-- statement person_skill_insert(id id, person_id id, skill_key text, from_quarter int,
--                               until_quarter int, confirmed_by id): claim
INSERT INTO person_skill (id, person_id, skill_key, from_quarter, until_quarter, confirmed_by,
                          made_at)
VALUES (:id, :person_id, :skill_key, :from_quarter, :until_quarter, :confirmed_by, :now);

-- statement opportunity_all(): many opportunity
SELECT opportunity.id, ELT(:language, title_zh, title_en) AS title,
       ELT(:language, role_zh, role_en) AS role, role_zh, role_en,
       ELT(:language, summary_zh, summary_en) AS summary, kind,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM opportunity_skill JOIN skill USING (skill_key)
         WHERE opportunity_id = opportunity.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM opportunity_skill JOIN skill USING (skill_key)
         WHERE opportunity_id = opportunity.id) AS skill_names,
       COALESCE(min_age, 0) AS min_age, needed, minutes
  FROM opportunity
 ORDER BY ELT(:language, opportunity.title_zh, opportunity.title_en), opportunity.id;

-- statement opportunity_find(id id): one opportunity
SELECT opportunity.id, ELT(:language, title_zh, title_en) AS title,
       ELT(:language, role_zh, role_en) AS role, role_zh, role_en,
       ELT(:language, summary_zh, summary_en) AS summary, kind,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM opportunity_skill JOIN skill USING (skill_key)
         WHERE opportunity_id = opportunity.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM opportunity_skill JOIN skill USING (skill_key)
         WHERE opportunity_id = opportunity.id) AS skill_names,
       COALESCE(min_age, 0) AS min_age, needed, minutes
  FROM opportunity
 WHERE opportunity.id = :id;

-- statement opportunity_insert(id id, draft row opportunity_draft, made_by id): run
INSERT INTO opportunity (id, title_zh, title_en, role_zh, role_en, summary_zh, summary_en, kind,
                         min_age, needed, minutes, made_by, made_at)
VALUES (:id, :title_zh, :title_en, :role_zh, :role_en, :summary_zh, :summary_en, :kind,
        NULLIF(:min_age, 0), :needed, :minutes, :made_by, :now);

-- statement opportunity_skills_insert(id id, skills text): run
INSERT INTO opportunity_skill (opportunity_id, skill_key)
SELECT :id, skill_key FROM skill WHERE FIND_IN_SET(skill_key, :skills);
