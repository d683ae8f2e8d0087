-- 005-activities.sql - what is held at a centre, who takes part, who waits, and who came.

-- Dates of one rule of repetition, made and published together.
CREATE TABLE activity_series (
  id BIGINT NOT NULL PRIMARY KEY,
  rrule VARCHAR(200) CHARACTER SET ascii NOT NULL -- RFC 5545
);
GRANT SELECT, INSERT ON activity_series TO quarter_web@localhost;

-- Running and done are told by the clock and not kept.
CREATE TABLE activity (
  id BIGINT NOT NULL PRIMARY KEY,
  reference CHAR(8) CHARACTER SET ascii NOT NULL,
  series_id BIGINT NULL,
  centre_id BIGINT NOT NULL,
  venue_id BIGINT NULL, -- NULL: online alone
  field_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  audience VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'all', -- who it is for, not a rule
  status VARCHAR(12) CHARACTER SET ascii NOT NULL, -- draft, published, cancelled
  start_quarter BIGINT NOT NULL,
  end_quarter BIGINT NOT NULL,
  title_zh VARCHAR(120) NOT NULL,
  title_en VARCHAR(120) NOT NULL,
  summary_zh VARCHAR(1000) NOT NULL,
  summary_en VARCHAR(1000) NOT NULL,
  min_age SMALLINT NULL, -- years completed on the day, both included
  max_age SMALLINT NULL,
  waitlist TINYINT NOT NULL,
  party TINYINT NOT NULL, -- families sign up together
  online_link VARCHAR(400) CHARACTER SET ascii NULL,
  reason VARCHAR(200) NULL, -- why it was cancelled
  made_by BIGINT NOT NULL, -- an account
  made_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  KEY (centre_id, start_quarter, id),
  KEY (status, start_quarter, id),
  KEY (series_id),
  KEY (venue_id, start_quarter),
  KEY (reference)
);
GRANT SELECT, INSERT, UPDATE ON activity TO quarter_web@localhost;
GRANT SELECT, UPDATE ON activity TO quarter_jobs@localhost;

-- The counter that decides who is in, one row for the room and one for online.  State and deadline
-- stand in it, so that the UPDATE that takes a place is the whole judgement:
--   SET taken = taken + n WHERE … AND is_open = 1 AND closes_quarter > now AND waiting = 0
--                           AND taken + n <= places
-- A place given up while somebody waits stays taken and is added to `freed`, from which the offers
-- are made; it goes back to everybody only when nobody waits.
CREATE TABLE activity_places (
  activity_id BIGINT NOT NULL,
  mode VARCHAR(8) CHARACTER SET ascii NOT NULL, -- onsite, online
  places INT NOT NULL,
  taken INT NOT NULL DEFAULT 0, -- those in, those on offer and those freed
  freed INT NOT NULL DEFAULT 0, -- of these: given up, and offered to nobody yet
  waiting INT NOT NULL DEFAULT 0, -- registrations that wait or have an offer
  last_number BIGINT NOT NULL DEFAULT 0, -- of the queue
  is_open TINYINT NOT NULL DEFAULT 0, -- published, and not cancelled
  closes_quarter BIGINT NOT NULL, -- no more registrations from then on
  PRIMARY KEY (activity_id, mode)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON activity_places TO quarter_web@localhost;
GRANT SELECT, UPDATE ON activity_places TO quarter_jobs@localhost;
