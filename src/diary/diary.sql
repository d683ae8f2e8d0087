-- diary.sql - what takes a person's time.
-- include "diary/diary_part.h"

-- Written anew with each change, under the number of that change.
-- statement diary_enter(entry row diary_entry): run
INSERT INTO diary (person_id, thing_id, kind, start_quarter, end_quarter, status, place_id, title,
                   sequence, changed_at)
VALUES (:person_id, :thing_id, :kind, :start_quarter, :end_quarter, :status, :place_id, :title,
        0, :now)
ON DUPLICATE KEY UPDATE
       start_quarter = VALUES(start_quarter), end_quarter = VALUES(end_quarter),
       status = VALUES(status), place_id = VALUES(place_id), title = VALUES(title),
       sequence = sequence + 1, changed_at = VALUES(changed_at);

-- Of all for whom the account acts; what was cancelled takes no time any more.
-- statement diary_between(account_id id, from_quarter int, until_quarter int): many diary_item
SELECT thing_id, diary.person_id, person.name AS person_name, diary.kind, diary.status,
       COALESCE(JSON_VALUE(title, ELT(:language, '$."zh-CN"', '$.en')),
                ELT(:language, place.name_zh, place.name_en)) AS title,
       place_id, centre.id AS centre_id, ELT(:language, centre.name_zh, centre.name_en) AS centre_name,
       start_quarter, end_quarter, sequence
  FROM may_act
  JOIN diary ON diary.person_id = may_act.person_id
  JOIN person ON person.id = diary.person_id
  JOIN node AS place ON place.id = place_id
  JOIN node AS centre ON centre.id = IF(place.kind = 'venue', place.parent_id, place.id)
 WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
   AND end_quarter > :from_quarter AND start_quarter < :until_quarter
   AND diary.status <> 'cancelled'
 ORDER BY start_quarter, thing_id;

-- What one person has around a time, and the way to it.  What is asked for, or waited for, takes no
-- time yet.
-- statement diary_near(wish row diary_wish, from_quarter int, until_quarter int): many diary_near
SELECT thing_id, person.name AS person_name, born, diary.kind,
       COALESCE(JSON_VALUE(title, ELT(:language, '$."zh-CN"', '$.en')),
                ELT(:language, place.name_zh, place.name_en)) AS title,
       start_quarter, end_quarter, COALESCE(centre.id <> wished.id, 0) AS elsewhere,
       COALESCE(centre.latitude, 0) AS latitude, COALESCE(centre.longitude, 0) AS longitude,
       COALESCE(wished.latitude, 0) AS wished_latitude,
       COALESCE(wished.longitude, 0) AS wished_longitude
  FROM diary
  JOIN person ON person.id = diary.person_id
  JOIN node AS place ON place.id = diary.place_id
  LEFT JOIN centre ON centre.id = IF(place.kind = 'venue', place.parent_id, place.id)
  LEFT JOIN node AS goal ON goal.id = :place_id
  LEFT JOIN centre AS wished ON wished.id = IF(goal.kind = 'venue', goal.parent_id, goal.id)
 WHERE diary.person_id = :person_id AND (:besides IS NULL OR thing_id <> :besides)
   AND end_quarter > :from_quarter AND start_quarter < :until_quarter
   AND diary.status NOT IN ('cancelled', 'requested', 'waiting')
 ORDER BY start_quarter, thing_id;

-- Nobody is left who would have to be reminded of it.
-- statement diary_forget(kind text, thing_id id): run
DELETE FROM due
 WHERE kind = :kind AND thing_id = :thing_id
   AND NOT EXISTS (SELECT 1 FROM diary WHERE diary.thing_id = :thing_id AND status <> 'cancelled');

-- statement diary_of_thing(thing_id id): many remembered
SELECT diary.person_id, person.name AS person_name, thing_id, diary.kind, diary.status, title,
       place_id, start_quarter, end_quarter
  FROM diary
  JOIN person ON person.id = diary.person_id
 WHERE thing_id = :thing_id
 ORDER BY diary.person_id;

-- statement diary_place(id id): one diary_place
SELECT ELT(:language, place.name_zh, place.name_en) AS name,
       ELT(:language, centre.name_zh, centre.name_en) AS centre_name
  FROM node AS place
  JOIN node AS centre ON centre.id = IF(place.kind = 'venue', place.parent_id, place.id)
 WHERE place.id = :id;
