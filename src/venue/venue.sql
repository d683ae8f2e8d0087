-- venue.sql - what can be booked, and what is held of it.
--
-- include "venue/venue.h"
-- include "venue/venue_hold.h"

-- statement venue_find(id id): one venue
SELECT venue.id, venue_key AS `key`, ELT(:language, node.name_zh, node.name_en) AS name,
       venue.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       centre.status AS centre_status, centre.latitude, centre.longitude, venue.kind_key AS kind,
       ELT(:language, venue_kind.name_zh, venue_kind.name_en) AS kind_name,
       whole_id, floor, seats, venue.area_m2, step_free, needs_approval, companions,
       ELT(:language, note_zh, note_en) AS note,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM venue_equipment JOIN equipment USING (equipment_key)
         WHERE venue_equipment.venue_id = venue.id) AS equipment,
       (SELECT GROUP_CONCAT(equipment_key ORDER BY position SEPARATOR ',')
          FROM venue_equipment JOIN equipment USING (equipment_key)
         WHERE venue_equipment.venue_id = venue.id) AS equipment_keys
  FROM venue
  JOIN node ON node.id = venue.id
  JOIN centre ON centre.id = venue.centre_id
  JOIN node AS place ON place.id = venue.centre_id
  JOIN venue_kind ON venue_kind.kind_key = venue.kind_key
 WHERE venue.id = :id;

-- All that are asked for must be there: as many of a room's as were wanted.
-- statement venue_search(query row venue_query, wanted int): many venue
SELECT venue.id, venue_key AS `key`, ELT(:language, node.name_zh, node.name_en) AS name,
       venue.centre_id, ELT(:language, place.name_zh, place.name_en) AS centre_name,
       centre.status AS centre_status, centre.latitude, centre.longitude, venue.kind_key AS kind,
       ELT(:language, venue_kind.name_zh, venue_kind.name_en) AS kind_name,
       whole_id, floor, seats, venue.area_m2, step_free, needs_approval, companions,
       ELT(:language, note_zh, note_en) AS note,
       (SELECT ELT(:language, GROUP_CONCAT(name_zh ORDER BY position SEPARATOR '、'),
                   GROUP_CONCAT(name_en ORDER BY position SEPARATOR ', '))
          FROM venue_equipment JOIN equipment USING (equipment_key)
         WHERE venue_equipment.venue_id = venue.id) AS equipment,
       (SELECT GROUP_CONCAT(equipment_key ORDER BY position SEPARATOR ',')
          FROM venue_equipment JOIN equipment USING (equipment_key)
         WHERE venue_equipment.venue_id = venue.id) AS equipment_keys
  FROM venue
  JOIN node ON node.id = venue.id
  JOIN centre ON centre.id = venue.centre_id
  JOIN node AS place ON place.id = venue.centre_id
  JOIN venue_kind ON venue_kind.kind_key = venue.kind_key
 WHERE (:centre_id IS NULL OR venue.centre_id = :centre_id)
   AND (:kind IS NULL OR venue.kind_key = :kind)
   AND seats >= :people
   AND (NOT :step_free OR step_free = 1)
   AND (:wanted = 0 OR :wanted = (SELECT COUNT(*) FROM venue_equipment
                                   WHERE venue_equipment.venue_id = venue.id
                                     AND FIND_IN_SET(equipment_key, :equipment)))
 ORDER BY place.name_en, venue.centre_id, venue.position;

-- statement venue_kinds(centre_id id): many venue_option
SELECT kind_key AS `key`, ELT(:language, name_zh, name_en) AS label
  FROM venue_kind
 WHERE EXISTS (SELECT 1 FROM venue
                WHERE venue.kind_key = venue_kind.kind_key
                  AND (:centre_id IS NULL OR venue.centre_id = :centre_id))
 ORDER BY position;

-- statement venue_equipments(centre_id id): many venue_option
SELECT equipment_key AS `key`, ELT(:language, name_zh, name_en) AS label
  FROM (SELECT equipment_key, COUNT(*) AS rooms
          FROM venue_equipment JOIN venue ON venue.id = venue_id
         WHERE :centre_id IS NULL OR venue.centre_id = :centre_id
         GROUP BY equipment_key
         ORDER BY rooms DESC, equipment_key
         LIMIT 12) AS common
  JOIN equipment USING (equipment_key)
 ORDER BY rooms DESC, equipment.position;

-- statement home_of(person_id id): one home
SELECT latitude, longitude
  FROM person
  JOIN area ON area.id = home_id
 WHERE person.id = :person_id;

-- One row for each that holds, of all parts of a venue taken together.  Of the account's own the
-- booking is named, and where it ends without the gap.
-- statement holds_of_centre(centre_id id, account_id id, from_quarter int, until_quarter int): many hold
SELECT venue_part.venue_id, MIN(quarter) AS start_quarter, MAX(quarter) + 1 AS end_quarter,
       MAX(IF(may_act.person_id IS NULL, NULL, booking.id)) AS booking_id,
       MAX(COALESCE(booking.end_quarter, 0)) AS own_end
  FROM venue
  JOIN venue_part ON venue_part.venue_id = venue.id
  JOIN venue_quarter ON venue_quarter.venue_id = venue_part.part_id
                    AND quarter >= :from_quarter AND quarter < :until_quarter
  LEFT JOIN booking ON booking.id = holder_id
  LEFT JOIN may_act ON may_act.person_id = booking.person_id AND may_act.account_id = :account_id
                   AND since <= :now AND until > :now
 WHERE venue.centre_id = :centre_id
 GROUP BY venue_part.venue_id, holder_id
 ORDER BY venue_part.venue_id, start_quarter;

-- The same of one venue.
-- statement holds_of_venue(venue_id id, account_id id, from_quarter int, until_quarter int): many hold
SELECT venue_part.venue_id, MIN(quarter) AS start_quarter, MAX(quarter) + 1 AS end_quarter,
       MAX(IF(may_act.person_id IS NULL, NULL, booking.id)) AS booking_id,
       MAX(COALESCE(booking.end_quarter, 0)) AS own_end
  FROM venue_part
  JOIN venue_quarter ON venue_quarter.venue_id = venue_part.part_id
                    AND quarter >= :from_quarter AND quarter < :until_quarter
  LEFT JOIN booking ON booking.id = holder_id
  LEFT JOIN may_act ON may_act.person_id = booking.person_id AND may_act.account_id = :account_id
                   AND since <= :now AND until > :now
 WHERE venue_part.venue_id = :venue_id
 GROUP BY venue_part.venue_id, holder_id
 ORDER BY start_quarter;

-- The same of all venues, for a search.
-- statement holds_between(from_quarter int, until_quarter int): many hold
SELECT venue_part.venue_id, MIN(quarter) AS start_quarter, MAX(quarter) + 1 AS end_quarter,
       NULL AS booking_id, 0 AS own_end
  FROM venue_quarter
  JOIN venue_part ON venue_part.part_id = venue_quarter.venue_id
 WHERE quarter >= :from_quarter AND quarter < :until_quarter
 GROUP BY venue_part.venue_id, holder_id
 ORDER BY venue_part.venue_id, start_quarter;
