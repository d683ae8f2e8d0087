-- 001-ground.sql - what every unit of work stands on: commands, attempts, the audit log,
-- leases, due rows and letters.
--
-- Moments are seconds since the epoch, quarters are those seconds / 900, ids are 63 random bits.
-- Each table is granted here to whom it serves and to nobody else.

-- One row.  `caches` rises when something changes that workers keep between requests.
CREATE TABLE network_state (
  only_row TINYINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
  caches BIGINT NOT NULL,
  clock_offset BIGINT NOT NULL -- seconds; 0 but where a test moves the clock
);
INSERT INTO network_state (only_row, caches, clock_offset) VALUES (1, 1, 0);
GRANT SELECT ON network_state TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;

-- What was done under a key, and what was answered: so nothing is done twice.
CREATE TABLE command (
  actor BIGINT NOT NULL, -- 0: nobody
  command_key BINARY(32) NOT NULL,
  route VARCHAR(120) CHARACTER SET ascii NOT NULL,
  body_hash BINARY(32) NOT NULL,
  status SMALLINT NOT NULL DEFAULT 0,
  location VARCHAR(4000) CHARACTER SET ascii NULL,
  answer MEDIUMBLOB NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (actor, command_key),
  KEY (expires_at)
);
GRANT SELECT, INSERT, UPDATE ON command TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT DELETE ON command TO quarter_jobs@localhost;

-- Attempts count whether they succeed or not; repeats under one key are one.
CREATE TABLE attempt (
  account_id BIGINT NOT NULL,
  attempt_key BINARY(32) NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, attempt_key),
  KEY (account_id, made_at),
  KEY (made_at)
);
GRANT SELECT, INSERT ON attempt TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT, DELETE ON attempt TO quarter_jobs@localhost;

-- Each process writes a stream of its own; an entry carries the digest of the one before.
-- What is chained is `digest`, made over all columns but `detail`, of which `detail_digest`
-- stands in: retention may empty the detail and the chain still holds.
CREATE TABLE audit_entry (
  stream BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  actor BIGINT NULL, -- the account; NULL is the system or a visitor
  act VARCHAR(40) CHARACTER SET ascii NOT NULL,
  subject_id BIGINT NULL,
  person_id BIGINT NULL, -- for whom
  detail TEXT NULL, -- JSON: what changed, before and after
  detail_digest BINARY(32) NOT NULL,
  digest BINARY(32) NOT NULL,
  PRIMARY KEY (stream, seq),
  KEY (subject_id, made_at),
  KEY (actor, made_at),
  KEY (made_at)
);
GRANT INSERT ON audit_entry TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
-- Of its own stream a process reads the head, and the jobs process those of all.
GRANT SELECT (stream, seq, digest) ON audit_entry TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT ON audit_entry TO quarter_audit@localhost;

-- How far each stream is sealed: what spares the next seal from saying it again.  What proves a
-- seal is its entry in the log, and never this row.
CREATE TABLE audit_sealed (
  stream BIGINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON audit_sealed TO quarter_jobs@localhost;

-- Work that one process does at a time.  The database's clock tells when a lease has run out, and
-- that of the units of work when it is the turn of what is done every so often.
CREATE TABLE lease (
  name VARCHAR(40) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  owner BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL DEFAULT 0
);
GRANT SELECT, INSERT, UPDATE ON lease TO quarter_jobs@localhost;

-- What is to happen at a time; the row goes when it has happened, or when the thing goes.
CREATE TABLE due (
  kind VARCHAR(40) CHARACTER SET ascii NOT NULL,
  thing_id BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  PRIMARY KEY (kind, thing_id),
  KEY (due_at)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON due TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;

-- What a person is told: a code and arguments, put into words when it is shown or sent.
CREATE TABLE letter (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NULL, -- in whose inbox it stands; NULL: in none
  letter VARCHAR(40) CHARACTER SET ascii NOT NULL,
  subject_id BIGINT NULL,
  arguments TEXT NOT NULL, -- JSON
  made_at BIGINT NOT NULL,
  read_at BIGINT NOT NULL DEFAULT 0,
  KEY (person_id, made_at, id),
  KEY (person_id, read_at),
  KEY (subject_id)
);
GRANT SELECT, INSERT ON letter TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT UPDATE (read_at) ON letter TO quarter_web@localhost, quarter_auth@localhost;

-- How it goes out: to a person, at the address that is theirs when it is sent, or to an address
-- that may belong to nobody here.  The id is that of the message, so that what is sent again after
-- a crash is the same message.  A sender holds the lease of all sending, and takes each row.
CREATE TABLE delivery (
  id BIGINT NOT NULL PRIMARY KEY,
  letter_id BIGINT NOT NULL,
  person_id BIGINT NULL,
  channel VARCHAR(8) CHARACTER SET ascii NOT NULL, -- mail, sms
  address VARBINARY(400) NULL, -- sealed; emptied when it is settled
  secret VARBINARY(400) NULL, -- sealed, such as a code; emptied when it is settled
  language VARCHAR(8) CHARACTER SET ascii NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'ready', -- ready, sent, failed
  due_at BIGINT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  owner BIGINT NOT NULL DEFAULT 0,
  epoch BIGINT NOT NULL DEFAULT 0,
  settled_at BIGINT NOT NULL DEFAULT 0,
  KEY (letter_id),
  KEY (state, due_at, id)
);
GRANT INSERT ON delivery TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
GRANT SELECT, UPDATE ON delivery TO quarter_jobs@localhost;
