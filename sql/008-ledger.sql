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
