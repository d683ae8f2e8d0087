-- shift.sql - where volunteers are needed, each statement named once.
--
-- include "shift/shift_part.h"

-- statement shift_find(id id): one shift
SELECT shift.id, reference, shift.status, shift.centre_id,
       ELT(:language, place.name_zh, place.name_en) AS centre_name, centre.latitude,
       centre.longitude, venue_id, ELT(:language, room.name_zh, room.name_en) AS venue_name,
       COALESCE(CONCAT(place.name_zh, ' ', room.name_zh), place.name_zh) AS place_zh,
       COALESCE(CONCAT(room.name_en, ', ', place.name_en), place.name_en) AS place_en,
       activity_id, opportunity_id,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.role_zh, shift.role_en,
       ELT(:language, summary_zh, summary_en) AS summary,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skill_names,
       COALESCE(shift.min_age, 0) AS min_age, shift.start_quarter, shift.end_quarter,
       shift.needed, taken, reason, shift.made_by, person.name AS made_name, shift.made_at,
       shift.version
  FROM shift
  JOIN node AS place ON place.id = shift.centre_id
  JOIN centre ON centre.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
  LEFT JOIN opportunity ON opportunity.id = opportunity_id
  LEFT JOIN account ON account.id = shift.made_by
  LEFT JOIN person ON person.id = account.person_id
 WHERE shift.id = :id;

-- statement shifts_with_reference(reference text): many shift
SELECT shift.id, reference, shift.status, shift.centre_id,
       ELT(:language, place.name_zh, place.name_en) AS centre_name, centre.latitude,
       centre.longitude, venue_id, ELT(:language, room.name_zh, room.name_en) AS venue_name,
       COALESCE(CONCAT(place.name_zh, ' ', room.name_zh), place.name_zh) AS place_zh,
       COALESCE(CONCAT(room.name_en, ', ', place.name_en), place.name_en) AS place_en,
       activity_id, opportunity_id,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.role_zh, shift.role_en,
       ELT(:language, summary_zh, summary_en) AS summary,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skill_names,
       COALESCE(shift.min_age, 0) AS min_age, shift.start_quarter, shift.end_quarter,
       shift.needed, taken, reason, shift.made_by, person.name AS made_name, shift.made_at,
       shift.version
  FROM shift
  JOIN node AS place ON place.id = shift.centre_id
  JOIN centre ON centre.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
  LEFT JOIN opportunity ON opportunity.id = opportunity_id
  LEFT JOIN account ON account.id = shift.made_by
  LEFT JOIN person ON person.id = account.person_id
 WHERE reference = :reference
 ORDER BY shift.start_quarter DESC;

-- From a cursor on.  Fitting is for whom: every skill that is asked for is good on the day.
-- statement shifts_from(search row shift_search): many shift
SELECT shift.id, reference, shift.status, shift.centre_id,
       ELT(:language, place.name_zh, place.name_en) AS centre_name, centre.latitude,
       centre.longitude, venue_id, ELT(:language, room.name_zh, room.name_en) AS venue_name,
       COALESCE(CONCAT(place.name_zh, ' ', room.name_zh), place.name_zh) AS place_zh,
       COALESCE(CONCAT(room.name_en, ', ', place.name_en), place.name_en) AS place_en,
       activity_id, opportunity_id,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.role_zh, shift.role_en,
       ELT(:language, summary_zh, summary_en) AS summary,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skill_names,
       COALESCE(shift.min_age, 0) AS min_age, shift.start_quarter, shift.end_quarter,
       shift.needed, taken, reason, shift.made_by, person.name AS made_name, shift.made_at,
       shift.version
  FROM (SELECT shift.id AS page_id
          FROM shift
         WHERE start_quarter >= :from_quarter AND start_quarter < :until_quarter
           AND status = 'open'
           AND (:centre_id IS NULL OR centre_id = :centre_id)
           AND (:centres IS NULL OR FIND_IN_SET(centre_id, :centres))
           AND (NOT :open OR taken < needed)
           AND (:skill IS NULL OR EXISTS (SELECT 1 FROM shift_skill
                                           WHERE shift_id = shift.id AND skill_key = :skill))
           AND (:fitting IS NULL
                OR NOT EXISTS (SELECT 1 FROM shift_skill
                                WHERE shift_id = shift.id
                                  AND NOT EXISTS (SELECT 1 FROM person_skill
                                                   WHERE person_id = :fitting
                                                     AND person_skill.skill_key = shift_skill.skill_key
                                                     AND from_quarter <= shift.start_quarter
                                                     AND until_quarter > shift.start_quarter)))
           AND start_quarter >= :after
           AND (start_quarter > :after OR :after_id IS NULL OR id > :after_id)
         ORDER BY start_quarter, id
         LIMIT :rows) AS page
  JOIN shift ON shift.id = page_id
  JOIN node AS place ON place.id = shift.centre_id
  JOIN centre ON centre.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
  LEFT JOIN opportunity ON opportunity.id = opportunity_id
  LEFT JOIN account ON account.id = shift.made_by
  LEFT JOIN person ON person.id = account.person_id
 ORDER BY shift.start_quarter, shift.id;

-- The same before a cursor, in the same order.
-- statement shifts_before(search row shift_search): many shift
SELECT shift.id, reference, shift.status, shift.centre_id,
       ELT(:language, place.name_zh, place.name_en) AS centre_name, centre.latitude,
       centre.longitude, venue_id, ELT(:language, room.name_zh, room.name_en) AS venue_name,
       COALESCE(CONCAT(place.name_zh, ' ', room.name_zh), place.name_zh) AS place_zh,
       COALESCE(CONCAT(room.name_en, ', ', place.name_en), place.name_en) AS place_en,
       activity_id, opportunity_id,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.role_zh, shift.role_en,
       ELT(:language, summary_zh, summary_en) AS summary,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skill_names,
       COALESCE(shift.min_age, 0) AS min_age, shift.start_quarter, shift.end_quarter,
       shift.needed, taken, reason, shift.made_by, person.name AS made_name, shift.made_at,
       shift.version
  FROM (SELECT shift.id AS page_id
          FROM shift
         WHERE start_quarter >= :from_quarter AND start_quarter < :until_quarter
           AND status = 'open'
           AND (:centre_id IS NULL OR centre_id = :centre_id)
           AND (:centres IS NULL OR FIND_IN_SET(centre_id, :centres))
           AND (NOT :open OR taken < needed)
           AND (:skill IS NULL OR EXISTS (SELECT 1 FROM shift_skill
                                           WHERE shift_id = shift.id AND skill_key = :skill))
           AND (:fitting IS NULL
                OR NOT EXISTS (SELECT 1 FROM shift_skill
                                WHERE shift_id = shift.id
                                  AND NOT EXISTS (SELECT 1 FROM person_skill
                                                   WHERE person_id = :fitting
                                                     AND person_skill.skill_key = shift_skill.skill_key
                                                     AND from_quarter <= shift.start_quarter
                                                     AND until_quarter > shift.start_quarter)))
           AND start_quarter <= :after
           AND (start_quarter < :after OR id < :after_id)
         ORDER BY start_quarter DESC, id DESC
         LIMIT :rows) AS page
  JOIN shift ON shift.id = page_id
  JOIN node AS place ON place.id = shift.centre_id
  JOIN centre ON centre.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
  LEFT JOIN opportunity ON opportunity.id = opportunity_id
  LEFT JOIN account ON account.id = shift.made_by
  LEFT JOIN person ON person.id = account.person_id
 ORDER BY shift.start_quarter, shift.id;

-- Those that go with an activity and have not begun.
-- statement shifts_of_activity(activity_id id): many shift
SELECT shift.id, reference, shift.status, shift.centre_id,
       ELT(:language, place.name_zh, place.name_en) AS centre_name, centre.latitude,
       centre.longitude, venue_id, ELT(:language, room.name_zh, room.name_en) AS venue_name,
       COALESCE(CONCAT(place.name_zh, ' ', room.name_zh), place.name_zh) AS place_zh,
       COALESCE(CONCAT(room.name_en, ', ', place.name_en), place.name_en) AS place_en,
       activity_id, opportunity_id,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.role_zh, shift.role_en,
       ELT(:language, summary_zh, summary_en) AS summary,
       (SELECT GROUP_CONCAT(skill_key ORDER BY position SEPARATOR ',')
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skills,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM shift_skill JOIN skill USING (skill_key)
         WHERE shift_id = shift.id) AS skill_names,
       COALESCE(shift.min_age, 0) AS min_age, shift.start_quarter, shift.end_quarter,
       shift.needed, taken, reason, shift.made_by, person.name AS made_name, shift.made_at,
       shift.version
  FROM shift
  JOIN node AS place ON place.id = shift.centre_id
  JOIN centre ON centre.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
  LEFT JOIN opportunity ON opportunity.id = opportunity_id
  LEFT JOIN account ON account.id = shift.made_by
  LEFT JOIN person ON person.id = account.person_id
 WHERE activity_id = :activity_id AND shift.status = 'open' AND shift.start_quarter * 900 > :now
 ORDER BY shift.start_quarter, shift.id;

-- statement shift_insert(shift row): run
INSERT INTO shift (id, reference, centre_id, venue_id, activity_id, opportunity_id,
                   role_zh, role_en, min_age, status, start_quarter, end_quarter,
                   needed, made_by, made_at)
VALUES (:id, :reference, :centre_id, :venue_id, :activity_id, :opportunity_id,
        :role_zh, :role_en, NULLIF(:min_age, 0), :status, :start_quarter,
        :end_quarter, :needed, :made_by, :made_at);

-- statement shift_skills_insert(id id, skills text): run
INSERT INTO shift_skill (shift_id, skill_key)
SELECT :id, skill_key FROM skill WHERE FIND_IN_SET(skill_key, :skills);

-- A moment decides only here: quarters are 900 seconds.  Nobody who signed up is left out.
-- statement shift_change(shift row): change
UPDATE shift
   SET venue_id = :venue_id, start_quarter = :start_quarter, end_quarter = :end_quarter,
       needed = :needed, version = version + 1
 WHERE id = :id AND version = :version AND status = 'open' AND start_quarter * 900 > :now
   AND taken <= :needed;

-- statement shift_cancel(id id, version int, reason text): change
UPDATE shift
   SET status = 'cancelled', reason = :reason, version = version + 1
 WHERE id = :id AND version = :version AND status = 'open' AND start_quarter * 900 > :now;

-- The whole judgement of who is in: state, number, time and deadline.
-- statement shift_take(shift row): change
UPDATE shift
   SET taken = taken + 1
 WHERE id = :id AND status = 'open' AND taken < needed
   AND start_quarter = :start_quarter AND end_quarter = :end_quarter
   AND start_quarter * 900 > :now;

-- statement shift_give_back(id id): change
UPDATE shift SET taken = taken - 1 WHERE id = :id AND taken > 0;
