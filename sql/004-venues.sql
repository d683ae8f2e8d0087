-- 004-venues.sql - what can be booked, and who holds which quarter of it.

CREATE TABLE field (
  field_key VARCHAR(24) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  function_key VARCHAR(24) CHARACTER SET ascii NULL, -- NULL: it is a function itself
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  position SMALLINT NOT NULL
);
CREATE TABLE venue_kind (
  kind_key VARCHAR(24) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  field_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  position SMALLINT NOT NULL
);
CREATE TABLE equipment (
  equipment_key VARCHAR(24) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  position SMALLINT NOT NULL
);
-- Grid, durations and gap of a venue are settings of its node.
CREATE TABLE venue (
  id BIGINT NOT NULL PRIMARY KEY,
  venue_key VARCHAR(60) CHARACTER SET ascii NOT NULL UNIQUE,
  centre_id BIGINT NOT NULL,
  kind_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  whole_id BIGINT NULL, -- of a half: the hall that it is part of
  floor SMALLINT NOT NULL,
  seats INT NOT NULL,
  area_m2 INT NOT NULL,
  step_free TINYINT NOT NULL,
  needs_approval TINYINT NOT NULL,
  companions INT NOT NULL, -- how many others must be named
  note_zh VARCHAR(200) NULL,
  note_en VARCHAR(200) NULL,
  position SMALLINT NOT NULL,
  KEY (centre_id, position),
  KEY (kind_key)
);
CREATE TABLE venue_equipment (
  venue_id BIGINT NOT NULL,
  equipment_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (venue_id, equipment_key)
);
-- A room is its own only part; a hall that divides is its halves.
CREATE TABLE venue_part (
  venue_id BIGINT NOT NULL,
  part_id BIGINT NOT NULL,
  PRIMARY KEY (venue_id, part_id),
  KEY (part_id)
);
-- The promise that nothing is held twice is this primary key.
CREATE TABLE venue_quarter (
  venue_id BIGINT NOT NULL, -- a part
  quarter BIGINT NOT NULL,
  holder VARCHAR(10) CHARACTER SET ascii NOT NULL, -- booking, closure, ...
  holder_id BIGINT NOT NULL,
  PRIMARY KEY (venue_id, quarter),
  KEY (quarter, venue_id, holder_id),
  KEY (holder_id)
);
GRANT SELECT ON field TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON venue_kind TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON equipment TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON venue TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON venue_equipment TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON venue_part TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT, INSERT, DELETE ON venue_quarter TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
-- MariaDB's own table of numbers, from which a claim is made.
GRANT SELECT ON seq_0_to_9999999 TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;

CREATE TABLE booking (
  id BIGINT NOT NULL PRIMARY KEY,
  reference CHAR(8) CHARACTER SET ascii NOT NULL,
  status VARCHAR(12) CHARACTER SET ascii NOT NULL,
  person_id BIGINT NOT NULL,
  venue_id BIGINT NOT NULL,
  start_quarter BIGINT NOT NULL,
  end_quarter BIGINT NOT NULL,
  people INT NOT NULL,
  purpose VARCHAR(200) NOT NULL,
  made_by BIGINT NOT NULL, -- the account
  made_at BIGINT NOT NULL,
  undone TINYINT NOT NULL DEFAULT 0, -- cancelled so early that it counts as never made
  version BIGINT NOT NULL,
  KEY (person_id, start_quarter, id),
  KEY (venue_id, start_quarter),
  KEY (reference)
);
GRANT SELECT, INSERT, UPDATE ON booking TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
