-- registration.sql - who is in, and the counter that says who is.
--
-- include "activity/registration_part.h"

-- Those who wait are numbered without gaps: by how many stand before them, and themselves.
-- statement registration_find(id id, account_id id): one registration
SELECT registration.id, registration.reference, activity_id,
       ELT(:language, title_zh, title_en) AS title, title_zh, title_en, centre_id,
       ELT(:language, centre_zh, centre_en) AS centre_name, venue_id,
       ELT(:language, venue_zh, venue_en) AS venue_name, start_quarter, end_quarter,
       registration.mode, registration.status, seats, at_least,
       IF(registration.status = 'waiting',
          (SELECT COUNT(*) FROM registration AS ahead
            WHERE ahead.activity_id = registration.activity_id AND ahead.mode = registration.mode
              AND ahead.status = 'waiting' AND ahead.number <= registration.number), 0) AS position,
       offered, offered_until,
       (SELECT COUNT(*) FROM seat JOIN attendance ON seat_id = seat.id
         WHERE registration_id = registration.id AND attendance.is_live = 1) AS came,
       undone, online_link,
       registration.made_by = COALESCE(:account_id, 0) OR
       EXISTS (SELECT 1 FROM seat JOIN may_act ON may_act.person_id = seat.person_id
                WHERE registration_id = registration.id AND account_id = :account_id
                  AND since <= :now AND until > :now) AS own,
       registration.made_by, registration.made_at, registration.version
  FROM registration
  JOIN activity_shown ON activity_shown.id = activity_id
 WHERE registration.id = :id;

-- That of the registration, or of one of its tickets.
-- statement registrations_with_reference(reference text, account_id id): many registration
SELECT registration.id, registration.reference, activity_id,
       ELT(:language, title_zh, title_en) AS title, title_zh, title_en, centre_id,
       ELT(:language, centre_zh, centre_en) AS centre_name, venue_id,
       ELT(:language, venue_zh, venue_en) AS venue_name, start_quarter, end_quarter,
       registration.mode, registration.status, seats, at_least, 0 AS position,
       offered, offered_until, 0 AS came, undone, online_link,
       registration.made_by = COALESCE(:account_id, 0) OR
       EXISTS (SELECT 1 FROM seat JOIN may_act ON may_act.person_id = seat.person_id
                WHERE registration_id = registration.id AND account_id = :account_id
                  AND since <= :now AND until > :now) AS own,
       registration.made_by, registration.made_at, registration.version
  FROM (SELECT id FROM registration WHERE reference = :reference
         UNION SELECT registration_id FROM seat WHERE reference = :reference) AS found
  JOIN registration ON registration.id = found.id
  JOIN activity_shown ON activity_shown.id = activity_id
 ORDER BY start_quarter DESC;

-- statement registration_seats(registration_id id): many seat
SELECT seat.id, seat.person_id, person.name AS person_name, position, seat.reference,
       COALESCE(attendance.made_at, 0) AS came_at
  FROM seat
  JOIN registration ON registration.id = registration_id
  JOIN person ON person.id = seat.person_id
  LEFT JOIN attendance ON seat_id = seat.id AND attendance.is_live = 1
 WHERE registration_id = :registration_id AND (seat.is_live = 1 OR status = 'cancelled')
 ORDER BY position;

-- Whoever has an account reads for themselves; for others read whoever made it and those who act
-- for them now.
-- statement registration_readers(registration_id id, made_by id): many told
SELECT DISTINCT COALESCE(own.person_id, helper.person_id, seat.person_id) AS person_id
  FROM seat
  LEFT JOIN account AS own ON own.person_id = seat.person_id
  LEFT JOIN may_act ON own.id IS NULL AND may_act.person_id = seat.person_id
                   AND since <= :now AND until > :now
  LEFT JOIN account AS helper ON helper.id = may_act.account_id
 WHERE registration_id = :registration_id
 UNION
SELECT person_id FROM account WHERE id = :made_by;

-- statement seat_exists(activity_id id, person_id id): exists
SELECT 1 FROM seat WHERE activity_id = :activity_id AND person_id = :person_id AND is_live = 1;

-- statement registration_is_of(id id, activity_id id): exists
SELECT 1 FROM registration WHERE id = :id AND activity_id = :activity_id;

-- This alone decides who is in.
-- statement places_take(registration row): change
UPDATE activity_places
   SET taken = taken + :seats
 WHERE activity_id = :activity_id AND mode = :mode
   AND is_open = 1 AND closes_quarter * 900 > :now AND waiting = 0 AND taken + :seats <= places;

-- Only where there is no room.  What is left, too little for a party, is for those who wait.
-- statement places_wait(registration row): change
UPDATE activity_places
   SET freed = freed + GREATEST(places - taken, 0), taken = GREATEST(places, taken),
       waiting = waiting + 1, last_number = last_number + 1
 WHERE activity_id = :activity_id AND mode = :mode
   AND is_open = 1 AND closes_quarter * 900 > :now AND (waiting > 0 OR taken + :seats > places)
   AND places >= :at_least;

-- Given up where nobody waits: it is everybody's.
-- statement places_return(registration row, given int): change
UPDATE activity_places
   SET taken = taken - :given
 WHERE activity_id = :activity_id AND mode = :mode AND waiting = 0;

-- Given up where somebody waits: it is held, and offered in order.
-- statement places_free(registration row, given int): run
UPDATE activity_places
   SET freed = freed + :given
 WHERE activity_id = :activity_id AND mode = :mode;

-- One who waited goes; when it was the last, what was held for the queue is everybody's.
-- statement places_leave(registration row): run
UPDATE activity_places
   SET taken = taken - IF(waiting = 1, freed, 0), freed = IF(waiting = 1, 0, freed),
       waiting = waiting - 1
 WHERE activity_id = :activity_id AND mode = :mode;

-- statement registration_insert(registration row, waits flag): run
INSERT INTO registration (id, reference, activity_id, mode, status, seats, at_least, number,
                          made_by, made_at, version)
SELECT :id, :reference, activity_id, mode, :status, :seats, :at_least,
       IF(:waits, last_number, NULL), :made_by, :made_at, :version
  FROM activity_places
 WHERE activity_id = :activity_id AND mode = :mode;

-- statement seat_claim(seat row, registration_id id, activity_id id): claim
INSERT INTO seat (id, registration_id, activity_id, person_id, position, reference, is_live)
VALUES (:id, :registration_id, :activity_id, :person_id, :position, :reference, 1);

-- A moment decides only here: quarters are 900 seconds.
-- statement registration_end(registration row): change
UPDATE registration
   SET status = 'cancelled', offered = 0, offered_until = 0, version = version + 1
 WHERE id = :id AND version = :version AND status = :status
   AND (SELECT start_quarter FROM activity WHERE activity.id = activity_id) * 900 > :now;

-- statement registration_undo(registration row): change
UPDATE registration
   SET undone = 1
 WHERE id = :id AND version = :version AND undone = 0 AND :undo_until > :now;

-- statement seats_give_up(registration_id id): run
UPDATE seat SET is_live = NULL WHERE registration_id = :registration_id AND is_live = 1;
