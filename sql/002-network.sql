-- 002-network.sql - the tree of the city, the centres on it, and when they are open.

-- Areas, centres and venues are nodes of one tree, so that a setting, a role and a report hold
-- for any of them and what lies below.
CREATE TABLE node (
  id BIGINT NOT NULL PRIMARY KEY,
  parent_id BIGINT NULL, -- NULL: the root
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL, -- area, centre, venue
  name_zh VARCHAR(120) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  KEY (parent_id, kind)
);
-- The closure: every node with each of those it lies below, itself (0 deep) among them.
CREATE TABLE node_path (
  ancestor_id BIGINT NOT NULL,
  descendant_id BIGINT NOT NULL,
  depth SMALLINT NOT NULL,
  PRIMARY KEY (descendant_id, ancestor_id),
  KEY (ancestor_id, depth, descendant_id)
);

-- The root is the network itself: an empty installation has it and nothing else.
INSERT INTO node (id, parent_id, kind, name_zh, name_en) VALUES (1, NULL, 'area', '全网', 'The network');
INSERT INTO node_path (ancestor_id, descendant_id, depth) VALUES (1, 1, 0);

CREATE TABLE area (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(12) CHARACTER SET ascii NOT NULL UNIQUE, -- of the National Bureau of Statistics
  level VARCHAR(10) CHARACTER SET ascii NOT NULL, -- city, district, street, community
  latitude DECIMAL(9,6) NOT NULL, -- WGS 84
  longitude DECIMAL(9,6) NOT NULL
);

CREATE TABLE centre (
  id BIGINT NOT NULL PRIMARY KEY,
  centre_key VARCHAR(60) CHARACTER SET ascii NOT NULL UNIQUE,
  level VARCHAR(10) CHARACTER SET ascii NOT NULL, -- regional, street, community, station
  status VARCHAR(12) CHARACTER SET ascii NOT NULL, -- planned, building, built, in_service, renovating, closed
  opened_on INT NULL, -- days since the epoch
  latitude DECIMAL(9,6) NOT NULL,
  longitude DECIMAL(9,6) NOT NULL,
  area_m2 INT NULL,
  storeys INT NULL,
  residents INT NULL,
  people_a_month INT NULL,
  address_zh VARCHAR(200) NULL,
  address_en VARCHAR(200) NULL,
  phone VARCHAR(20) CHARACTER SET ascii NULL, -- E.164
  substitute_id BIGINT NULL -- where to go while it is being renovated
);

-- Hours hang on the type of a day, not on the weekday.  Minutes since midnight, city's time.
CREATE TABLE opening (
  node_id BIGINT NOT NULL,
  day_type VARCHAR(8) CHARACTER SET ascii NOT NULL, -- workday, rest_day, holiday
  from_minute SMALLINT NOT NULL,
  until_minute SMALLINT NOT NULL,
  PRIMARY KEY (node_id, day_type, from_minute)
);
-- A date on which other hours hold.  Both minutes 0: closed.
CREATE TABLE opening_exception (
  node_id BIGINT NOT NULL,
  on_day INT NOT NULL, -- days since the epoch
  from_minute SMALLINT NOT NULL,
  until_minute SMALLINT NOT NULL,
  reason_zh VARCHAR(120) NOT NULL,
  reason_en VARCHAR(120) NOT NULL,
  PRIMARY KEY (node_id, on_day, from_minute)
);
-- Public holidays, and the weekend days that are worked in their place.
CREATE TABLE calendar_day (
  on_day INT NOT NULL PRIMARY KEY, -- days since the epoch
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL, -- holiday, workday
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL
);
CREATE TABLE calendar_year (
  year SMALLINT NOT NULL PRIMARY KEY,
  published TINYINT NOT NULL
);

-- The type of any day since the epoch: what the calendar says of it, else the weekday's.
CREATE SQL SECURITY INVOKER VIEW day_type AS
SELECT seq AS on_day,
       COALESCE(kind, IF((seq + 4) % 7 IN (0, 6), 'rest_day', 'workday')) AS day_type,
       name_zh, name_en, COALESCE(published, 0) AS published
  FROM seq_0_to_9999999
  LEFT JOIN calendar_day ON on_day = seq
  LEFT JOIN calendar_year ON year = YEAR(FROM_DAYS(seq + 719528));

-- A number that holds from a node downwards, until a node below says otherwise.
CREATE TABLE setting (
  node_id BIGINT NOT NULL,
  setting_key VARCHAR(60) CHARACTER SET ascii NOT NULL,
  value BIGINT NOT NULL,
  PRIMARY KEY (node_id, setting_key)
);

GRANT SELECT ON node TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON node_path TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON area TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON centre TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON opening TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON opening_exception TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON calendar_day TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON calendar_year TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON day_type TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON setting TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
