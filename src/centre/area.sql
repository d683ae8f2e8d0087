-- area.sql - the areas of the city, each with its place in the tree.

-- statement area_find(id id): one area
SELECT area.id, node.parent_id, code, level, ELT(:language, node.name_zh, node.name_en) AS name,
       ELT(:language, above.name_zh, above.name_en) AS parent_name, latitude, longitude
  FROM area
  JOIN node ON node.id = area.id
  LEFT JOIN node AS above ON above.id = node.parent_id
 WHERE area.id = :id;

-- In the order of their codes, which is the city's own.
-- statement areas_below(parent id): many area
SELECT area.id, node.parent_id, code, level, ELT(:language, node.name_zh, node.name_en) AS name,
       ELT(:language, above.name_zh, above.name_en) AS parent_name, latitude, longitude
  FROM node
  JOIN area ON area.id = node.id
  JOIN node AS above ON above.id = node.parent_id
 WHERE node.parent_id = COALESCE(:parent, (SELECT id FROM node AS root WHERE root.parent_id IS NULL))
   AND node.kind = 'area'
 ORDER BY code;

-- statement areas_above(id id): many area
SELECT area.id, node.parent_id, code, level, ELT(:language, node.name_zh, node.name_en) AS name,
       ELT(:language, above.name_zh, above.name_en) AS parent_name, latitude, longitude
  FROM node_path
  JOIN node ON node.id = ancestor_id
  JOIN area ON area.id = ancestor_id
  JOIN node AS above ON above.id = node.parent_id
 WHERE descendant_id = :id
 ORDER BY depth DESC;

-- Those that begin with it come first; a name is read in either language.
-- statement areas_named(typed text, most int): many area
SELECT area.id, node.parent_id, code, level, ELT(:language, node.name_zh, node.name_en) AS name,
       ELT(:language, above.name_zh, above.name_en) AS parent_name, latitude, longitude
  FROM area
  JOIN node ON node.id = area.id
  JOIN node AS above ON above.id = node.parent_id
 WHERE level IN ('street', 'community')
   AND (LOCATE(:typed, node.name_zh) > 0 OR LOCATE(:typed, node.name_en) > 0)
 ORDER BY LOCATE(:typed, node.name_zh) <> 1 AND LOCATE(:typed, node.name_en) <> 1, level DESC, code
 LIMIT :most;

-- statement area_of_home(person id): one area
SELECT area.id, node.parent_id, code, level, ELT(:language, node.name_zh, node.name_en) AS name,
       ELT(:language, above.name_zh, above.name_en) AS parent_name, latitude, longitude
  FROM person
  JOIN area ON area.id = home_id
  JOIN node ON node.id = home_id
  LEFT JOIN node AS above ON above.id = node.parent_id
 WHERE person.id = :person;
