-- 009-own-account.sql - what everybody does with an account of their own.

-- The address by which a calendar follows the diary of an account; who has the row cannot use it.
CREATE TABLE diary_feed (
  account_id BIGINT NOT NULL PRIMARY KEY,
  token_hash BINARY(32) NOT NULL UNIQUE,
  made_at BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON diary_feed TO quarter_web@localhost, quarter_auth@localhost;

-- Who forgot a password waits here for a code or a link, and so does who was invited.  What was
-- asked for an address that nobody has waits for nothing.
CREATE TABLE password_reset (
  id BIGINT NOT NULL PRIMARY KEY,
  lookup BINARY(32) NOT NULL, -- of the address that it was sent to
  account_id BIGINT NULL,
  code_hash BINARY(32) NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  expires_at BIGINT NOT NULL,
  KEY (lookup),
  KEY (code_hash),
  KEY (account_id),
  KEY (expires_at)
);
GRANT INSERT ON password_reset TO quarter_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO quarter_auth@localhost;
GRANT SELECT, DELETE ON password_reset TO quarter_jobs@localhost;

-- A session and a token have a name by which their owner can end them, which is not their secret.
-- Of the device no more is kept than what its owner knows it again by.
ALTER TABLE session
  ADD COLUMN id BIGINT NOT NULL UNIQUE,
  ADD COLUMN device VARCHAR(8) CHARACTER SET ascii NOT NULL, -- phone, tablet, computer, program
  ADD COLUMN browser VARCHAR(12) CHARACTER SET ascii NOT NULL;

-- How far a token reaches: read; book, which reads and books as a resident does; all.
ALTER TABLE token
  ADD COLUMN id BIGINT NOT NULL UNIQUE,
  ADD COLUMN scope VARCHAR(4) CHARACTER SET ascii NOT NULL;
GRANT INSERT ON token TO quarter_web@localhost, quarter_auth@localhost;

-- A second factor that is offered, until a code of the app has shown that the app has it.
CREATE TABLE totp_offer (
  account_id BIGINT NOT NULL PRIMARY KEY,
  sealed VARBINARY(400) NOT NULL, -- as in totp
  made_at BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON totp_offer TO quarter_auth@localhost;
GRANT INSERT, DELETE ON totp TO quarter_auth@localhost;

-- What stands in for the app, each once: keyed hashes.
CREATE TABLE recovery_code (
  account_id BIGINT NOT NULL,
  code_hash BINARY(32) NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);
GRANT SELECT, INSERT, DELETE ON recovery_code TO quarter_auth@localhost;

-- Pages may know that there is one, and how many codes are left.
GRANT SELECT (account_id) ON totp TO quarter_web@localhost;
GRANT SELECT (account_id) ON recovery_code TO quarter_web@localhost;
