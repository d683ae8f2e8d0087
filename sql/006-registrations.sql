-- 006-registrations.sql - who is in, who waits, who has an offer, and who came.

-- One form: a person, or up to six of a household who want to be in together.
CREATE TABLE registration (
  id BIGINT NOT NULL PRIMARY KEY,
  reference CHAR(8) CHARACTER SET ascii NOT NULL,
  activity_id BIGINT NOT NULL,
  mode VARCHAR(8) CHARACTER SET ascii NOT NULL, -- onsite, online
  status VARCHAR(12) CHARACTER SET ascii NOT NULL, -- registered, waiting, offered, cancelled
  seats SMALLINT NOT NULL, -- how many are still wanted or had
  at_least SMALLINT NOT NULL, -- fewer than these are of no use: all, or k
  number BIGINT NULL, -- in the queue; NULL if it never waited
  offered SMALLINT NOT NULL DEFAULT 0, -- seats on offer
  offered_until BIGINT NOT NULL DEFAULT 0,
  passed_over SMALLINT NOT NULL DEFAULT 0, -- how often others were served first
  undone TINYINT NOT NULL DEFAULT 0, -- cancelled so early that it counts as never made
  made_by BIGINT NOT NULL, -- an account
  made_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  KEY (activity_id, mode, status, number),
  KEY (made_by, made_at),
  KEY (reference)
);
GRANT SELECT, INSERT, UPDATE ON registration TO quarter_web@localhost, quarter_jobs@localhost;

-- A person of a registration, with a ticket of their own.
CREATE TABLE seat (
  id BIGINT NOT NULL PRIMARY KEY,
  registration_id BIGINT NOT NULL,
  activity_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  position SMALLINT NOT NULL, -- in the form
  reference CHAR(8) CHARACTER SET ascii NOT NULL, -- on the ticket
  is_live TINYINT NULL, -- 1, or NULL once it was given up: so one has at most one live seat
  UNIQUE KEY (activity_id, person_id, is_live),
  KEY (registration_id, position),
  KEY (person_id),
  KEY (reference)
);
GRANT SELECT, INSERT, UPDATE ON seat TO quarter_web@localhost, quarter_jobs@localhost;

-- Who came, as rows: one for each seat, or a number counted at the door of people without a name.
CREATE TABLE attendance (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL,
  seat_id BIGINT NULL, -- NULL: a tally
  people INT NOT NULL, -- of a seat 1
  source VARCHAR(8) CHARACTER SET ascii NOT NULL, -- scan, list, tally, late
  made_by BIGINT NOT NULL, -- an account
  made_at BIGINT NOT NULL,
  is_live TINYINT NULL, -- 1, or NULL once it was taken back
  UNIQUE KEY (seat_id, is_live),
  KEY (activity_id, made_at)
);
GRANT SELECT, INSERT, UPDATE ON attendance TO quarter_web@localhost;
GRANT SELECT ON attendance TO quarter_jobs@localhost;

-- Three questions afterwards.  What was answered does not say by whom; that somebody has answered
-- is kept apart, so that nobody does twice.
CREATE TABLE feedback (
  id BIGINT NOT NULL PRIMARY KEY, -- at random: it tells nothing of the order
  activity_id BIGINT NOT NULL,
  liked TINYINT NOT NULL, -- 1 to 5
  again TINYINT NOT NULL, -- 1 to 5
  place TINYINT NOT NULL, -- 1 to 5
  KEY (activity_id)
);
CREATE TABLE feedback_given (
  activity_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (activity_id, person_id)
);
GRANT SELECT, INSERT ON feedback TO quarter_web@localhost;
GRANT SELECT, INSERT ON feedback_given TO quarter_web@localhost;
