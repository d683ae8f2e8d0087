-- shift_jobs.sql - what the jobs process asks about shifts.
--
-- include "shift/shift_part.h"

-- A shift of which hours wait, and the person who coordinates it.
-- statement shift_waiting(id id): one shift_waiting
SELECT account.person_id, role_zh, role_en,
       COALESCE(CONCAT(place.name_zh, ' ', room.name_zh), place.name_zh) AS place_zh,
       COALESCE(CONCAT(room.name_en, ', ', place.name_en), place.name_en) AS place_en,
       start_quarter, end_quarter
  FROM shift
  JOIN account ON account.id = shift.made_by
  JOIN node AS place ON place.id = centre_id
  LEFT JOIN node AS room ON room.id = venue_id
 WHERE shift.id = :id AND shift.status = 'open'
   AND EXISTS (SELECT 1 FROM signup
                WHERE shift_id = shift.id
                  AND signup.status IN ('signed_up', 'checked_in', 'checked_out'));
