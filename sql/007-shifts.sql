-- 007-shifts.sql - volunteering: in which roles, when and where, who can, and who came.

-- What somebody can do, shown once and good for a while.
CREATE TABLE skill (
  skill_key VARCHAR(24) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  proof_zh VARCHAR(200) NOT NULL, -- what is shown, or done, to have it
  proof_en VARCHAR(200) NOT NULL,
  valid_months SMALLINT NULL, -- NULL: for good
  position SMALLINT NOT NULL
);
GRANT SELECT ON skill TO quarter_web@localhost;

CREATE TABLE person_skill (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  skill_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  from_quarter BIGINT NOT NULL, -- the days from and until, as quarters
  until_quarter BIGINT NOT NULL, -- the largest BIGINT: for good
  confirmed_by BIGINT NULL, -- an account; NULL is the system
  made_at BIGINT NOT NULL,
  UNIQUE KEY (person_id, skill_key, from_quarter)
);
GRANT SELECT, INSERT ON person_skill TO quarter_web@localhost;

-- A role in which people volunteer: from it the shifts are made.
CREATE TABLE opportunity (
  id BIGINT NOT NULL PRIMARY KEY,
  title_zh VARCHAR(120) NOT NULL,
  title_en VARCHAR(120) NOT NULL,
  role_zh VARCHAR(60) NOT NULL,
  role_en VARCHAR(60) NOT NULL,
  summary_zh VARCHAR(1000) NOT NULL,
  summary_en VARCHAR(1000) NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL, -- who mostly does it: volunteer, social_worker, party_member
  min_age SMALLINT NULL, -- years completed on the day
  needed SMALLINT NOT NULL, -- as a rule
  minutes SMALLINT NOT NULL,
  made_by BIGINT NULL,
  made_at BIGINT NOT NULL,
  KEY (title_zh)
);
GRANT SELECT, INSERT ON opportunity TO quarter_web@localhost;

CREATE TABLE opportunity_skill (
  opportunity_id BIGINT NOT NULL,
  skill_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (opportunity_id, skill_key)
);
GRANT SELECT, INSERT ON opportunity_skill TO quarter_web@localhost;

-- `taken` is the counter that decides who is in: one UPDATE takes a place, with the state, the
-- time and the deadline in its condition.
CREATE TABLE shift (
  id BIGINT NOT NULL PRIMARY KEY,
  reference CHAR(8) CHARACTER SET ascii NOT NULL, -- on the poster
  centre_id BIGINT NOT NULL,
  venue_id BIGINT NULL, -- NULL: meets at the centre
  activity_id BIGINT NULL, -- with which it is moved and cancelled
  opportunity_id BIGINT NULL,
  role_zh VARCHAR(60) NOT NULL,
  role_en VARCHAR(60) NOT NULL,
  min_age SMALLINT NULL,
  status VARCHAR(12) CHARACTER SET ascii NOT NULL, -- open, cancelled
  start_quarter BIGINT NOT NULL,
  end_quarter BIGINT NOT NULL,
  needed SMALLINT NOT NULL,
  taken SMALLINT NOT NULL DEFAULT 0,
  reason VARCHAR(200) NULL, -- why it was cancelled
  made_by BIGINT NOT NULL, -- the account that coordinates it
  made_at BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  KEY (start_quarter, id),
  KEY (centre_id, start_quarter, id),
  KEY (activity_id),
  KEY (reference)
);
GRANT SELECT, INSERT, UPDATE ON shift TO quarter_web@localhost;
GRANT SELECT ON shift TO quarter_jobs@localhost;

CREATE TABLE shift_skill (
  shift_id BIGINT NOT NULL,
  skill_key VARCHAR(24) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (shift_id, skill_key)
);
GRANT SELECT, INSERT ON shift_skill TO quarter_web@localhost;

CREATE TABLE signup (
  id BIGINT NOT NULL PRIMARY KEY,
  shift_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  status VARCHAR(12) CHARACTER SET ascii NOT NULL, -- signed_up, checked_in, checked_out, confirmed, missed, cancelled
  start_quarter BIGINT NOT NULL, -- of the shift, so that deadlines stand in the row
  end_quarter BIGINT NOT NULL,
  checked_in_at BIGINT NOT NULL DEFAULT 0,
  checked_out_at BIGINT NOT NULL DEFAULT 0,
  minutes SMALLINT NOT NULL DEFAULT 0, -- as they were confirmed
  confirmed_by BIGINT NULL, -- an account
  confirmed_at BIGINT NOT NULL DEFAULT 0,
  made_by BIGINT NOT NULL, -- an account
  made_at BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  KEY (shift_id, made_at, id),
  KEY (person_id, start_quarter, id)
);
GRANT SELECT, INSERT, UPDATE ON signup TO quarter_web@localhost;
GRANT SELECT ON signup TO quarter_jobs@localhost;

-- What a person cannot do twice at once.  The promise is this primary key.
CREATE TABLE person_quarter (
  person_id BIGINT NOT NULL,
  quarter BIGINT NOT NULL,
  holder_id BIGINT NOT NULL, -- a shift
  PRIMARY KEY (person_id, quarter),
  KEY (holder_id)
);
GRANT SELECT, INSERT, DELETE ON person_quarter TO quarter_web@localhost;
