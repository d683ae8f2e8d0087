-- centre.sql - the centres, each with its place in the tree.

-- statement centre_find(id id): one centre
SELECT centre.id, centre_key AS `key`, ELT(:language, node.name_zh, node.name_en) AS name,
       level AS kind, status, latitude, longitude, node.parent_id AS area_id,
       ELT(:language, above.name_zh, above.name_en) AS area_name, opened_on, area_m2, storeys,
       residents, people_a_month, ELT(:language, address_zh, address_en) AS address, phone,
       substitute_id, (SELECT COUNT(*) FROM venue WHERE centre_id = centre.id) AS venue_count
  FROM centre
  JOIN node ON node.id = centre.id
  JOIN node AS above ON above.id = node.parent_id
 WHERE centre.id = :id;

-- Within a box of degrees; what else is NULL is not asked for.  The largest kinds come first, and
-- of a kind the order is, in both languages, that of the English names: of how the Chinese sound.
-- statement centres_within(south real, north real, west real, east real, area id, kind word,
--                          field text, name text): many centre
SELECT centre.id, centre_key AS `key`, ELT(:language, node.name_zh, node.name_en) AS name,
       level AS kind, status, latitude, longitude, node.parent_id AS area_id,
       ELT(:language, above.name_zh, above.name_en) AS area_name, opened_on, area_m2, storeys,
       residents, people_a_month, ELT(:language, address_zh, address_en) AS address, phone,
       substitute_id, (SELECT COUNT(*) FROM venue WHERE centre_id = centre.id) AS venue_count
  FROM centre
  JOIN node ON node.id = centre.id
  JOIN node AS above ON above.id = node.parent_id
 WHERE latitude BETWEEN :south AND :north AND longitude BETWEEN :west AND :east
   AND (:area IS NULL OR EXISTS (SELECT 1 FROM node_path
                                  WHERE descendant_id = centre.id AND ancestor_id = :area))
   AND (:kind IS NULL OR level = :kind)
   AND (:field IS NULL OR EXISTS (SELECT 1 FROM venue JOIN venue_kind USING (kind_key)
                                   WHERE centre_id = centre.id AND field_key = :field))
   AND (:name IS NULL OR LOCATE(:name, node.name_zh) > 0 OR LOCATE(:name, node.name_en) > 0)
 ORDER BY status NOT IN ('in_service', 'renovating'),
          FIELD(level, 'regional', 'street', 'community', 'station'), node.name_en, centre_key;

-- statement centre_rooms(centre id): many centre_room
SELECT venue.id, venue_key AS `key`, ELT(:language, node.name_zh, node.name_en) AS name,
       kind_key AS kind, ELT(:language, venue_kind.name_zh, venue_kind.name_en) AS kind_name,
       field_key AS field, ELT(:language, field.name_zh, field.name_en) AS field_name,
       floor, seats, area_m2, step_free, needs_approval
  FROM venue
  JOIN node ON node.id = venue.id
  JOIN venue_kind USING (kind_key)
  JOIN field USING (field_key)
 WHERE centre_id = :centre
 ORDER BY field.position, venue_kind.position, venue.position;
