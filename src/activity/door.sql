-- door.sql - who has a place, and who came.
--
-- include "activity/door_part.h"

-- statement tickets_with_reference(reference text): many ticket
SELECT seat.id AS seat_id, registration_id, seat.activity_id, person.name AS person_name,
       registration.status, COALESCE(seat.is_live, 0) AS is_live,
       ELT(:language, title_zh, title_en) AS title, start_quarter
  FROM seat
  JOIN registration ON registration.id = registration_id
  JOIN activity ON activity.id = seat.activity_id
  JOIN person ON person.id = seat.person_id
 WHERE seat.reference = :reference
 ORDER BY is_live DESC, start_quarter DESC;

-- statement ticket_of_seat(seat_id id): one ticket
SELECT seat.id AS seat_id, registration_id, seat.activity_id, person.name AS person_name,
       registration.status, COALESCE(seat.is_live, 0) AS is_live,
       ELT(:language, title_zh, title_en) AS title, start_quarter
  FROM seat
  JOIN registration ON registration.id = registration_id
  JOIN activity ON activity.id = seat.activity_id
  JOIN person ON person.id = seat.person_id
 WHERE seat.id = :seat_id;

-- statement tickets_of_party(registration_id id): many ticket
SELECT seat.id AS seat_id, registration_id, seat.activity_id, person.name AS person_name,
       registration.status, COALESCE(seat.is_live, 0) AS is_live,
       ELT(:language, title_zh, title_en) AS title, start_quarter
  FROM seat
  JOIN registration ON registration.id = registration_id
  JOIN activity ON activity.id = seat.activity_id
  JOIN person ON person.id = seat.person_id
 WHERE registration_id = :registration_id
 ORDER BY position;

-- Once for each seat: the key says so, and not who looks.
-- statement attendance_claim(attendance row): claim
INSERT INTO attendance (id, activity_id, seat_id, people, source, made_by, made_at, is_live)
VALUES (:id, :activity_id, :seat_id, 1, :source, :made_by, :made_at, 1);

-- statement entrance_find(id id, activity_id id): one entrance
SELECT attendance.id, registration_id, person.name AS person_name, source,
       attendance.made_at AS came_at, people
  FROM attendance
  LEFT JOIN seat ON seat.id = seat_id
  LEFT JOIN person ON person.id = seat.person_id
 WHERE attendance.id = :id AND attendance.activity_id = :activity_id AND attendance.is_live = 1;

-- statement entrance_of_seat(seat_id id): one entrance
SELECT attendance.id, registration_id, person.name AS person_name, source,
       attendance.made_at AS came_at, people
  FROM attendance
  JOIN seat ON seat.id = seat_id
  JOIN person ON person.id = seat.person_id
 WHERE seat_id = :seat_id AND attendance.is_live = 1;

-- statement attendance_exists(id id, activity_id id): exists
SELECT 1 FROM attendance WHERE id = :id AND activity_id = :activity_id;

-- statement attendance_take_back(id id, activity_id id): change
UPDATE attendance
   SET is_live = NULL
 WHERE id = :id AND activity_id = :activity_id AND is_live = 1;

-- statement tally_take_back(activity_id id): change
UPDATE attendance
   SET is_live = NULL
 WHERE activity_id = :activity_id AND seat_id IS NULL AND is_live = 1
 ORDER BY made_at DESC, id DESC
 LIMIT 1;

-- statement door_guests(activity_id id): many guest
SELECT seat.id AS seat_id, registration_id, person.name AS person_name, seat.reference, mode,
       attendance.id AS entrance_id, COALESCE(attendance.made_at, 0) AS came_at
  FROM seat
  JOIN registration ON registration.id = registration_id AND status = 'registered'
  JOIN person ON person.id = seat.person_id
  LEFT JOIN attendance ON seat_id = seat.id AND attendance.is_live = 1
 WHERE seat.activity_id = :activity_id AND seat.is_live = 1
 ORDER BY person.name, seat.id;

-- statement door_counted(activity_id id): one door_count
SELECT (SELECT COUNT(*)
          FROM seat
          JOIN registration ON registration.id = registration_id AND status = 'registered'
         WHERE seat.activity_id = :activity_id AND seat.is_live = 1) AS expected,
       (SELECT COUNT(*) FROM attendance
         WHERE activity_id = :activity_id AND is_live = 1 AND seat_id IS NOT NULL) AS came,
       (SELECT CAST(COALESCE(SUM(people), 0) AS SIGNED) FROM attendance
         WHERE activity_id = :activity_id AND is_live = 1 AND seat_id IS NULL) AS counted;
