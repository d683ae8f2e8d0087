-- 008-ledger.sql - hours served, as entries that are never changed, and certificates of them.

-- One chain a person: `digest` is made over all of the entry and over the digest before it.  Who
-- of two comes first is decided by the primary key.
CREATE TABLE ledger_entry (
  person_id BIGINT NOT NULL,
  seq BIGINT NOT NULL, -- from 1, without gaps
  id BIGINT NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL, -- earn, adjust, void, spend
  minutes BIGINT NOT NULL, -- what it adds; what it takes away is negative
  shift_id BIGINT NULL, -- where it was earned
  centre_id BIGINT NOT NULL,
  start_quarter BIGINT NULL, -- of an earning, and of what voids it
  end_quarter BIGINT NULL,
  voided_seq BIGINT NULL, -- the earning that a void takes back
  reason VARCHAR(200) NULL,
  actor BIGINT NULL, -- the account
  made_at BIGINT NOT NULL,
  digest BINARY(32) NOT NULL,
  PRIMARY KEY (person_id, seq),
  UNIQUE KEY (id),
  UNIQUE KEY (person_id, voided_seq),
  KEY (shift_id),
  KEY (centre_id, made_at)
);
GRANT SELECT, INSERT ON ledger_entry TO quarter_web@localhost;
GRANT SELECT ON ledger_entry TO quarter_auth@localhost, quarter_jobs@localhost, quarter_audit@localhost;

-- The time that is earned for: nobody earns twice for a quarter of an hour.  A void gives it back.
CREATE TABLE ledger_quarter (
  person_id BIGINT NOT NULL,
  quarter BIGINT NOT NULL,
  seq BIGINT NOT NULL, -- the earning
  PRIMARY KEY (person_id, quarter),
  KEY (person_id, seq)
);
GRANT SELECT, INSERT, DELETE ON ledger_quarter TO quarter_web@localhost;

-- A certificate of the sum after an entry; its id is the code by which anyone checks it.  Whether it
-- holds follows from the entries that came later.
CREATE TABLE certificate (
  id BIGINT NOT NULL PRIMARY KEY,
  reference CHAR(8) CHARACTER SET ascii NOT NULL, -- its number
  person_id BIGINT NOT NULL,
  person_name VARCHAR(60) NOT NULL, -- as it was then
  minutes BIGINT NOT NULL,
  shifts BIGINT NOT NULL,
  stars BIGINT NOT NULL,
  first_day BIGINT NULL,
  last_day BIGINT NULL,
  entry_seq BIGINT NOT NULL,
  issued_at BIGINT NOT NULL,
  UNIQUE KEY (person_id, entry_seq)
);
GRANT SELECT, INSERT ON certificate TO quarter_web@localhost;
GRANT SELECT ON certificate TO quarter_auth@localhost, quarter_jobs@localhost;

CREATE TABLE certificate_void (
  certificate_id BIGINT NOT NULL PRIMARY KEY,
  reason VARCHAR(200) NOT NULL,
  actor BIGINT NOT NULL, -- an account
  made_at BIGINT NOT NULL
);
GRANT SELECT, INSERT ON certificate_void TO quarter_web@localhost;
GRANT SELECT ON certificate_void TO quarter_auth@localhost, quarter_jobs@localhost;

-- What the jobs process adds: it alone has the key.
CREATE TABLE certificate_signature (
  certificate_id BIGINT NOT NULL PRIMARY KEY,
  public_key BINARY(32) NOT NULL,
  signature BINARY(64) NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE TABLE certificate_key (
  public_key BINARY(32) NOT NULL PRIMARY KEY,
  since BIGINT NOT NULL
);
CREATE TABLE certificate_paper (
  certificate_id BIGINT NOT NULL PRIMARY KEY,
  pdf MEDIUMBLOB NOT NULL,
  made_at BIGINT NOT NULL
);
GRANT SELECT ON certificate_signature TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT ON certificate_key TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT ON certificate_paper TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT, INSERT ON certificate_signature TO quarter_jobs@localhost;
GRANT SELECT, INSERT ON certificate_key TO quarter_jobs@localhost;
GRANT SELECT, INSERT ON certificate_paper TO quarter_jobs@localhost;

-- Codes that were asked for and do not exist, by the account that asked.
CREATE TABLE certificate_guess (
  account_id BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  code BIGINT NOT NULL,
  PRIMARY KEY (account_id, made_at, code),
  KEY (made_at)
);
GRANT SELECT, INSERT ON certificate_guess TO quarter_web@localhost;
GRANT SELECT ON certificate_guess TO quarter_auth@localhost;
GRANT SELECT, DELETE ON certificate_guess TO quarter_jobs@localhost;
