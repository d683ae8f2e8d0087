-- reader.sql - what the frame of every page shows of the reader.
-- include "site/reader.h"

-- The telephone of the centre nearest to the person's home, or, where no home is known, of the
-- first that opened; and the node if it is a centre.
-- statement reader_find(person_id id, node_id id): one reader
SELECT phone, (SELECT id FROM centre WHERE id = :node_id) AS managed
  FROM centre
  LEFT JOIN person ON person.id = :person_id
  LEFT JOIN area ON area.id = person.home_id
 WHERE phone IS NOT NULL AND status = 'in_service'
 ORDER BY IFNULL(POW(centre.latitude - area.latitude, 2) +
                 POW((centre.longitude - area.longitude) * COS(RADIANS(area.latitude)), 2), 0),
          opened_on IS NULL, opened_on
 LIMIT 1;
