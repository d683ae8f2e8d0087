-- booking.sql - every statement about bookings, each named once.
--
-- include "booking/booking_part.h"

-- statement booking_find(id id): one booking
SELECT booking.id, reference, booking.status, booking.person_id, person.name AS person_name,
       booking.venue_id, ELT(:language, node.name_zh, node.name_en) AS venue_name, floor,
       venue.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       start_quarter, end_quarter, people, purpose, made_by, booking.made_at, undone,
       booking.version
  FROM booking
  JOIN person ON person.id = booking.person_id
  JOIN venue ON venue.id = booking.venue_id
  JOIN node ON node.id = venue.id
  JOIN node AS place ON place.id = venue.centre_id
 WHERE booking.id = :id;

-- statement bookings_with_reference(reference text): many booking
SELECT booking.id, reference, booking.status, booking.person_id, person.name AS person_name,
       booking.venue_id, ELT(:language, node.name_zh, node.name_en) AS venue_name, floor,
       venue.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       start_quarter, end_quarter, people, purpose, made_by, booking.made_at, undone,
       booking.version
  FROM booking
  JOIN person ON person.id = booking.person_id
  JOIN venue ON venue.id = booking.venue_id
  JOIN node ON node.id = venue.id
  JOIN node AS place ON place.id = venue.centre_id
 WHERE reference = :reference
 ORDER BY start_quarter DESC;

-- Those of everybody for whom the account acts, from a cursor on.
-- statement bookings_from(account_id id, from_quarter int, until_quarter int, status text,
--                         cursor row): many booking
SELECT booking.id, reference, booking.status, booking.person_id, person.name AS person_name,
       booking.venue_id, ELT(:language, node.name_zh, node.name_en) AS venue_name, floor,
       venue.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       start_quarter, end_quarter, people, purpose, made_by, booking.made_at, undone,
       booking.version
  FROM may_act
  JOIN booking ON booking.person_id = may_act.person_id
  JOIN person ON person.id = booking.person_id
  JOIN venue ON venue.id = booking.venue_id
  JOIN node ON node.id = venue.id
  JOIN node AS place ON place.id = venue.centre_id
 WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
   AND start_quarter >= :from_quarter AND start_quarter < :until_quarter
   AND undone = 0 AND (:status IS NULL OR booking.status = :status)
   AND start_quarter >= :after AND (start_quarter > :after OR :after_id IS NULL
                                    OR booking.id > :after_id)
 ORDER BY start_quarter, booking.id
 LIMIT :rows;

-- The same before a cursor, in the same order.
-- statement bookings_before(account_id id, from_quarter int, until_quarter int, status text,
--                           cursor row): many booking
SELECT id, reference, status, person_id, person_name, venue_id, venue_name, floor, centre_id,
       centre_name, start_quarter, end_quarter, people, purpose, made_by, made_at, undone, version
  FROM (SELECT booking.id, reference, booking.status, booking.person_id,
               person.name AS person_name, booking.venue_id,
               ELT(:language, node.name_zh, node.name_en) AS venue_name, floor, venue.centre_id,
               ELT(:language, place.name_zh, place.name_en) AS centre_name,
               start_quarter, end_quarter, people, purpose, made_by, booking.made_at, undone,
               booking.version
          FROM may_act
          JOIN booking ON booking.person_id = may_act.person_id
          JOIN person ON person.id = booking.person_id
          JOIN venue ON venue.id = booking.venue_id
          JOIN node ON node.id = venue.id
          JOIN node AS place ON place.id = venue.centre_id
         WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
           AND start_quarter >= :from_quarter AND start_quarter < :until_quarter
           AND undone = 0 AND (:status IS NULL OR booking.status = :status)
           AND start_quarter <= :after AND (start_quarter < :after OR booking.id < :after_id)
         ORDER BY start_quarter DESC, booking.id DESC
         LIMIT :rows) AS earlier
 ORDER BY start_quarter, id;

-- All of a centre, for those who run it.
-- statement bookings_of_centre_from(centre_id id, from_quarter int, until_quarter int, status text,
--                                   cursor row): many booking
SELECT booking.id, reference, booking.status, booking.person_id, person.name AS person_name,
       booking.venue_id, ELT(:language, node.name_zh, node.name_en) AS venue_name, floor,
       venue.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       start_quarter, end_quarter, people, purpose, made_by, booking.made_at, undone,
       booking.version
  FROM venue
  JOIN booking ON booking.venue_id = venue.id
  JOIN person ON person.id = booking.person_id
  JOIN node ON node.id = venue.id
  JOIN node AS place ON place.id = venue.centre_id
 WHERE venue.centre_id = :centre_id
   AND start_quarter >= :from_quarter AND start_quarter < :until_quarter
   AND undone = 0 AND (:status IS NULL OR booking.status = :status)
   AND start_quarter >= :after AND (start_quarter > :after OR :after_id IS NULL
                                    OR booking.id > :after_id)
 ORDER BY start_quarter, booking.id
 LIMIT :rows;

-- statement bookings_of_centre_before(centre_id id, from_quarter int, until_quarter int,
--                                     status text, cursor row): many booking
SELECT id, reference, status, person_id, person_name, venue_id, venue_name, floor, centre_id,
       centre_name, start_quarter, end_quarter, people, purpose, made_by, made_at, undone, version
  FROM (SELECT booking.id, reference, booking.status, booking.person_id,
               person.name AS person_name, booking.venue_id,
               ELT(:language, node.name_zh, node.name_en) AS venue_name, floor, venue.centre_id,
               ELT(:language, place.name_zh, place.name_en) AS centre_name,
               start_quarter, end_quarter, people, purpose, made_by, booking.made_at, undone,
               booking.version
          FROM venue
          JOIN booking ON booking.venue_id = venue.id
          JOIN person ON person.id = booking.person_id
          JOIN node ON node.id = venue.id
          JOIN node AS place ON place.id = venue.centre_id
         WHERE venue.centre_id = :centre_id
           AND start_quarter >= :from_quarter AND start_quarter < :until_quarter
           AND undone = 0 AND (:status IS NULL OR booking.status = :status)
           AND start_quarter <= :after AND (start_quarter < :after OR booking.id < :after_id)
         ORDER BY start_quarter DESC, booking.id DESC
         LIMIT :rows) AS earlier
 ORDER BY start_quarter, id;

-- Who holds what on a day, with a telephone to ring; what is held there for everybody, with those
-- who have a place.
-- statement held_on(centre_id id, from_quarter int, until_quarter int): many held_booking
SELECT booking.id, reference, booking.status,
       ELT(:language, node.name_zh, node.name_en) AS venue_name, start_quarter, end_quarter,
       people, purpose, person.name AS person_name, booking.person_id,
       (SELECT sealed FROM person_address
         WHERE person_address.person_id = booking.person_id AND kind = 'phone'
         ORDER BY lookup LIMIT 1) AS phone_sealed, 0 AS is_activity
  FROM venue
  JOIN node ON node.id = venue.id
  JOIN booking ON booking.venue_id = venue.id
  JOIN person ON person.id = booking.person_id
 WHERE venue.centre_id = :centre_id AND booking.status <> 'cancelled'
   AND end_quarter > :from_quarter AND start_quarter < :until_quarter
 UNION ALL
SELECT id, reference, 'confirmed', ELT(:language, venue_zh, venue_en), start_quarter, end_quarter,
       taken, ELT(:language, title_zh, title_en), NULL, NULL, NULL, 1
  FROM activity_shown
 WHERE centre_id = :centre_id AND status = 'published' AND venue_id IS NOT NULL
   AND end_quarter > :from_quarter AND start_quarter < :until_quarter
 ORDER BY start_quarter, venue_name, id;

-- statement mail_of(person_id id): one sealed_address
SELECT sealed
  FROM person_address
 WHERE person_id = :person_id AND kind = 'email'
 ORDER BY lookup
 LIMIT 1;

-- statement booking_insert(booking row): run
INSERT INTO booking (id, reference, status, person_id, venue_id, start_quarter, end_quarter,
                     people, purpose, made_by, made_at, version)
VALUES (:id, :reference, :status, :person_id, :venue_id, :start_quarter, :end_quarter,
        :people, :purpose, :made_by, :made_at, :version);

-- One row for each part and quarter, all or none: a quarter already held fails the claim.
-- A room is its own only part; a hall that divides holds the quarters of its halves.
-- The table of numbers is MariaDB's own, and is read from the start to the end only.
-- statement booking_claim(booking row): claim
INSERT INTO venue_quarter (venue_id, quarter, holder, holder_id)
SELECT part_id, seq, 'booking', :id
  FROM venue_part
  JOIN seq_0_to_9999999
 WHERE venue_part.venue_id = :venue_id AND seq >= :start_quarter AND seq < :held_until
 ORDER BY part_id, seq;

-- statement slot_taken(venue_id id, start_quarter int, held_until int): exists
SELECT 1
  FROM venue_part
  JOIN venue_quarter ON venue_quarter.venue_id = part_id
 WHERE venue_part.venue_id = :venue_id AND quarter >= :start_quarter AND quarter < :held_until
 LIMIT 1;

-- A moment decides only here: quarters are 900 seconds.
-- statement booking_cancel(booking row): change
UPDATE booking
   SET status = 'cancelled', version = version + 1
 WHERE id = :id AND version = :version AND status <> 'cancelled' AND start_quarter * 900 > :now;

-- statement booking_undo(booking row): change
UPDATE booking
   SET status = 'cancelled', undone = 1, version = version + 1
 WHERE id = :id AND version = :version AND status <> 'cancelled' AND start_quarter * 900 > :now
   AND :undo_until > :now;

-- statement booking_release(id id): run
DELETE FROM venue_quarter WHERE holder_id = :id;
