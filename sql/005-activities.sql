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
-- While somebody waits there is no place for anybody else: what is given up then, and what was left
-- too few for a party, stays taken and is added to `freed`, from which the offers are made; it goes
-- back to everybody when nobody waits any more.
CREATE TABLE activity_places (
  activity_id BIGINT NOT NULL,
  mode VARCHAR(8) CHARACTER SET ascii NOT NULL, -- onsite, online
  places INT NOT NULL,
  taken INT NOT NULL DEFAULT 0, -- those in, those on offer and those freed
  freed INT NOT NULL DEFAULT 0, -- of these: given up, and offered to nobody yet
  waiting INT NOT NULL DEFAULT 0, -- registrations that wait and have no offer
  last_number BIGINT NOT NULL DEFAULT 0, -- of the queue
  is_open TINYINT NOT NULL DEFAULT 0, -- published, and not cancelled
  closes_quarter BIGINT NOT NULL, -- no more registrations from then on
  PRIMARY KEY (activity_id, mode)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON activity_places TO quarter_web@localhost;
GRANT SELECT, UPDATE ON activity_places TO quarter_jobs@localhost;

-- An activity with its places and with the names of where it is, in both languages.
CREATE VIEW activity_shown AS
SELECT activity.id, reference, series_id, activity.centre_id, place.name_zh AS centre_zh,
       place.name_en AS centre_en, latitude, longitude, venue_id, room.name_zh AS venue_zh,
       room.name_en AS venue_en, floor, step_free, activity.field_key,
       field.name_zh AS field_zh, field.name_en AS field_en, audience, activity.status,
       start_quarter, end_quarter, title_zh, title_en, summary_zh, summary_en, min_age, max_age,
       waitlist, party,
       CASE WHEN online.activity_id IS NULL THEN 'onsite'
            WHEN onsite.activity_id IS NULL THEN 'online' ELSE 'both' END AS mode,
       COALESCE(onsite.places, 0) AS places, COALESCE(onsite.taken, 0) AS taken,
       COALESCE(onsite.waiting, 0) AS waiting, COALESCE(online.places, 0) AS online_places,
       COALESCE(online.taken, 0) AS online_taken, COALESCE(online.waiting, 0) AS online_waiting,
       COALESCE(onsite.closes_quarter, online.closes_quarter) AS closes_quarter, online_link,
       reason, made_by, activity.made_at, activity.version
  FROM activity
  JOIN centre ON centre.id = activity.centre_id
  JOIN node AS place ON place.id = activity.centre_id
  JOIN field ON field.field_key = activity.field_key
  LEFT JOIN venue ON venue.id = venue_id
  LEFT JOIN node AS room ON room.id = venue_id
  LEFT JOIN activity_places AS onsite
         ON onsite.activity_id = activity.id AND onsite.mode = 'onsite'
  LEFT JOIN activity_places AS online
         ON online.activity_id = activity.id AND online.mode = 'online';
GRANT SELECT ON activity_shown TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
