-- signup.sql - who takes a shift, and when they came.
--
-- include "shift/shift_part.h"

-- statement signup_find(id id): one signup
SELECT signup.id, shift_id, signup.person_id, person.name AS person_name, signup.status,
       checked_in_at, checked_out_at, signup.minutes, confirmed_at, signup.made_at,
       signup.version, shift.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       ELT(:language, room.name_zh, room.name_en) AS venue_name,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.status AS shift_status,
       shift.start_quarter, shift.end_quarter
  FROM signup
  JOIN shift ON shift.id = shift_id
  JOIN person ON person.id = signup.person_id
  JOIN node AS place ON place.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
 WHERE signup.id = :id;

-- Of everybody for whom the account acts, from a cursor on.
-- statement signups_from(account_id id, cursor row): many signup
SELECT signup.id, shift_id, signup.person_id, person.name AS person_name, signup.status,
       checked_in_at, checked_out_at, signup.minutes, confirmed_at, signup.made_at,
       signup.version, shift.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       ELT(:language, room.name_zh, room.name_en) AS venue_name,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.status AS shift_status,
       shift.start_quarter, shift.end_quarter
  FROM (SELECT signup.id AS page_id
          FROM may_act
          JOIN signup ON signup.person_id = may_act.person_id
         WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
           AND start_quarter >= :after
           AND (start_quarter > :after OR :after_id IS NULL OR signup.id > :after_id)
         ORDER BY start_quarter, signup.id
         LIMIT :rows) AS page
  JOIN signup ON signup.id = page_id
  JOIN shift ON shift.id = shift_id
  JOIN person ON person.id = signup.person_id
  JOIN node AS place ON place.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
 ORDER BY signup.start_quarter, signup.id;

-- statement signups_before(account_id id, cursor row): many signup
SELECT signup.id, shift_id, signup.person_id, person.name AS person_name, signup.status,
       checked_in_at, checked_out_at, signup.minutes, confirmed_at, signup.made_at,
       signup.version, shift.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       ELT(:language, room.name_zh, room.name_en) AS venue_name,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.status AS shift_status,
       shift.start_quarter, shift.end_quarter
  FROM (SELECT signup.id AS page_id
          FROM may_act
          JOIN signup ON signup.person_id = may_act.person_id
         WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
           AND start_quarter <= :after AND (start_quarter < :after OR signup.id < :after_id)
         ORDER BY start_quarter DESC, signup.id DESC
         LIMIT :rows) AS page
  JOIN signup ON signup.id = page_id
  JOIN shift ON shift.id = shift_id
  JOIN person ON person.id = signup.person_id
  JOIN node AS place ON place.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
 ORDER BY signup.start_quarter, signup.id;

-- statement signups_own(account_id id, shift_id id): many signup
SELECT signup.id, shift_id, signup.person_id, person.name AS person_name, signup.status,
       checked_in_at, checked_out_at, signup.minutes, confirmed_at, signup.made_at,
       signup.version, shift.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       ELT(:language, room.name_zh, room.name_en) AS venue_name,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.status AS shift_status,
       shift.start_quarter, shift.end_quarter
  FROM signup
  JOIN shift ON shift.id = shift_id
  JOIN person ON person.id = signup.person_id
  JOIN node AS place ON place.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
  JOIN may_act ON may_act.person_id = signup.person_id AND account_id = :account_id
              AND since <= :now AND until > :now
 WHERE shift_id = :shift_id AND signup.status <> 'cancelled'
 ORDER BY signup.made_at, signup.id;

-- statement signups_of_shift(shift_id id): many signup
SELECT signup.id, shift_id, signup.person_id, person.name AS person_name, signup.status,
       checked_in_at, checked_out_at, signup.minutes, confirmed_at, signup.made_at,
       signup.version, shift.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       ELT(:language, room.name_zh, room.name_en) AS venue_name,
       ELT(:language, shift.role_zh, shift.role_en) AS role, shift.status AS shift_status,
       shift.start_quarter, shift.end_quarter
  FROM signup
  JOIN shift ON shift.id = shift_id
  JOIN person ON person.id = signup.person_id
  JOIN node AS place ON place.id = shift.centre_id
  LEFT JOIN node AS room ON room.id = venue_id
 WHERE shift_id = :shift_id AND signup.status <> 'cancelled'
 ORDER BY signup.made_at, signup.id;

-- statement candidate_find(person_id id): one newcomer
SELECT name, born FROM person WHERE id = :person_id;

-- All quarters of a shift or none: a person who has one of them already loses the claim.
-- statement person_claim(person_id id, shift row): claim
INSERT INTO person_quarter (person_id, quarter, holder_id)
SELECT :person_id, seq, :id
  FROM seq_0_to_9999999
 WHERE seq >= :start_quarter AND seq < :end_quarter
 ORDER BY seq;

-- statement person_holds(person_id id, shift_id id): exists
SELECT 1 FROM person_quarter WHERE person_id = :person_id AND holder_id = :shift_id LIMIT 1;

-- statement person_release(person_id id, shift_id id): run
DELETE FROM person_quarter WHERE person_id = :person_id AND holder_id = :shift_id;

-- statement persons_release(shift_id id): run
DELETE FROM person_quarter WHERE holder_id = :shift_id;

-- statement signup_insert(signup_id id, person_id id, made_by id, shift row): run
INSERT INTO signup (id, shift_id, person_id, status, start_quarter, end_quarter, made_by, made_at)
VALUES (:signup_id, :id, :person_id, 'signed_up', :start_quarter, :end_quarter, :made_by, :now);

-- A moment decides only here: until so many seconds before the start.
-- statement signup_cancel(id id, seconds int): change
UPDATE signup
   SET status = 'cancelled', version = version + 1
 WHERE id = :id AND status = 'signed_up' AND start_quarter * 900 > :now + :seconds;

-- Of a shift that is cancelled as a whole.
-- statement signups_cancel(shift_id id): run
UPDATE signup
   SET status = 'cancelled', version = version + 1
 WHERE shift_id = :shift_id AND status <> 'cancelled';

-- Who has another shift at the time to which this one moved.
-- statement signup_drop(id id): run
UPDATE signup SET status = 'cancelled', version = version + 1 WHERE id = :id;

-- statement signups_move(shift row): run
UPDATE signup
   SET start_quarter = :start_quarter, end_quarter = :end_quarter, version = version + 1
 WHERE shift_id = :id AND status <> 'cancelled';

-- Of two who press at once one comes first, and the other finds it done.
-- statement signup_check_in(id id, seconds int): change
UPDATE signup
   SET status = 'checked_in', checked_in_at = :now, version = version + 1
 WHERE id = :id AND status = 'signed_up' AND start_quarter * 900 <= :now + :seconds
   AND end_quarter * 900 > :now;

-- statement signup_check_out(id id, seconds int): change
UPDATE signup
   SET status = 'checked_out', checked_out_at = :now, version = version + 1
 WHERE id = :id AND status = 'checked_in' AND end_quarter * 900 + :seconds > :now;

-- The version is that from which the minutes were reckoned.
-- statement signup_confirm(signup row, confirmed_by id): change
UPDATE signup
   SET status = :status, minutes = :minutes, confirmed_by = :confirmed_by, confirmed_at = :now,
       version = version + 1
 WHERE id = :id AND version = :version AND status IN ('signed_up', 'checked_in', 'checked_out');
