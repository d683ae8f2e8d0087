-- calendar.sql - the days, and the hours of centres on them.

-- A row for each span of each day of each centre, and one for a day without any.
-- The centres are a JSON list of numbers.
-- statement opening_of_days(centres text, first int, until int): many opening_row
SELECT wanted.position, day_type.on_day AS day, day_type.day_type AS type,
       ELT(:language, day_type.name_zh, day_type.name_en) AS name,
       ELT(:language, other.reason_zh, other.reason_en) AS reason,
       published = 0 AS unpublished,
       COALESCE(other.from_minute, opening.from_minute, 0) AS from_minute,
       COALESCE(other.until_minute, opening.until_minute, 0) AS until_minute
  FROM JSON_TABLE(:centres, '$[*]' COLUMNS (position FOR ORDINALITY, id BIGINT PATH '$')) AS wanted
  JOIN day_type ON day_type.on_day >= :first AND day_type.on_day < :until
  LEFT JOIN opening_exception AS other
    ON other.node_id = wanted.id AND other.on_day = day_type.on_day
  LEFT JOIN opening
    ON opening.node_id = wanted.id AND opening.day_type = day_type.day_type AND other.node_id IS NULL
 ORDER BY wanted.position, day, from_minute;

-- statement opening_hours(centre id): many opening_row
SELECT 1 AS position, 0 AS day, day_type AS type, NULL AS name, NULL AS reason, 0 AS unpublished,
       from_minute, until_minute
  FROM opening
 WHERE node_id = :centre
 ORDER BY day_type, from_minute;

-- statement opening_exceptions(centre id, first int, most int): many opening_row
SELECT 1 AS position, day_type.on_day AS day, day_type.day_type AS type,
       ELT(:language, name_zh, name_en) AS name, ELT(:language, reason_zh, reason_en) AS reason,
       published = 0 AS unpublished, from_minute, until_minute
  FROM opening_exception
  JOIN day_type ON day_type.on_day = opening_exception.on_day
 WHERE node_id = :centre AND opening_exception.on_day >= :first
 ORDER BY day, from_minute
 LIMIT :most;

-- statement day_kind(day int): one day_kind
SELECT day_type AS type, published = 0 AS unpublished FROM day_type WHERE on_day = :day;
