-- 003-people.sql - persons, the accounts that act for them, and how accounts are known.
--
-- Phone numbers, mail and other addresses are sealed (base/seal.h) and found by a keyed hash: those
-- of person_address as of the person, those of login and sign_up as of the account.

CREATE TABLE person (
  id BIGINT NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  born INT NULL, -- days since the epoch
  language VARCHAR(8) CHARACTER SET ascii NOT NULL,
  home_id BIGINT NULL, -- the area where the person lives
  touched BIGINT NOT NULL DEFAULT 0, -- raised before anything is summed up over the person
  version BIGINT NOT NULL DEFAULT 1,
  made_at BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON person TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT ON person TO quarter_jobs@localhost;

-- Several persons may share a phone.
CREATE TABLE person_address (
  person_id BIGINT NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL, -- phone, email
  lookup BINARY(32) NOT NULL,
  sealed VARBINARY(400) NOT NULL,
  PRIMARY KEY (person_id, kind, lookup),
  KEY (lookup)
);
GRANT SELECT, INSERT, DELETE ON person_address TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT ON person_address TO quarter_jobs@localhost;

CREATE TABLE account (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL UNIQUE,
  status VARCHAR(8) CHARACTER SET ascii NOT NULL, -- open, locked, closed
  care VARCHAR(4) CHARACTER SET ascii NOT NULL DEFAULT '', -- type size: '', big, max
  theme VARCHAR(5) CHARACTER SET ascii NOT NULL DEFAULT '', -- '', light, dark
  made_at BIGINT NOT NULL
);
GRANT SELECT, INSERT ON account TO quarter_web@localhost, quarter_auth@localhost;
GRANT UPDATE (care, theme) ON account TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT ON account TO quarter_jobs@localhost;

-- What an account signs in by: unique, as an address of a person is not.
CREATE TABLE login (
  lookup BINARY(32) NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL, -- phone, email
  sealed VARBINARY(400) NOT NULL,
  KEY (account_id)
);
GRANT SELECT, INSERT ON login TO quarter_web@localhost, quarter_auth@localhost;

-- Only the pool that hashes may read this.
CREATE TABLE credential (
  account_id BIGINT NOT NULL PRIMARY KEY,
  password_hash VARCHAR(128) CHARACTER SET ascii NOT NULL, -- Argon2id
  changed_at BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON credential TO quarter_auth@localhost;
GRANT INSERT ON credential TO quarter_web@localhost;

-- The second factor of an account, by RFC 6238: a step of time is good once.
CREATE TABLE totp (
  account_id BIGINT NOT NULL PRIMARY KEY,
  sealed VARBINARY(400) NOT NULL, -- the secret in base32; place totp.sealed
  last_step BIGINT NOT NULL DEFAULT 0
);
GRANT SELECT, UPDATE ON totp TO quarter_auth@localhost;

CREATE TABLE session (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  idle_seconds BIGINT NOT NULL, -- ends when unseen for so long
  ends_at BIGINT NOT NULL, -- and then in any case
  KEY (account_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT, DELETE ON session TO quarter_jobs@localhost;

-- What a program sends in place of a session.
CREATE TABLE token (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  name VARCHAR(60) NOT NULL,
  made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL DEFAULT 0,
  ends_at BIGINT NOT NULL,
  KEY (account_id)
);
GRANT SELECT, UPDATE ON token TO quarter_web@localhost, quarter_auth@localhost;

-- Failed sign-ins, by a hash of what was typed, whether it is known or not.
CREATE TABLE sign_in_failure (
  login_lookup BINARY(32) NOT NULL,
  made_at BIGINT NOT NULL,
  id BIGINT NOT NULL,
  address_hash BINARY(32) NOT NULL,
  PRIMARY KEY (login_lookup, made_at, id),
  KEY (made_at)
);
GRANT SELECT, INSERT, DELETE ON sign_in_failure TO quarter_auth@localhost, quarter_jobs@localhost;

-- A sign-up waits here for its code, beside others for the same address: the code tells which.
-- One for an address that has an owner waits for a code that nobody has.
CREATE TABLE sign_up (
  lookup BINARY(32) NOT NULL,
  account_id BIGINT NOT NULL, -- which it becomes
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  sealed VARBINARY(400) NOT NULL,
  name VARCHAR(60) NOT NULL,
  language VARCHAR(8) CHARACTER SET ascii NOT NULL,
  password_hash VARCHAR(128) CHARACTER SET ascii NOT NULL,
  code_hash BINARY(32) NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (lookup, account_id),
  KEY (expires_at)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_up TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT, DELETE ON sign_up TO quarter_jobs@localhost;

-- For whom an account may act: itself first, its dependants, whoever gave it a proxy.
CREATE TABLE may_act (
  account_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  relation VARCHAR(10) CHARACTER SET ascii NOT NULL, -- self, mother, father, child, spouse, ward, other
  since BIGINT NOT NULL,
  until BIGINT NOT NULL, -- the largest BIGINT where there is no end
  PRIMARY KEY (account_id, person_id),
  KEY (person_id)
);
GRANT SELECT, INSERT, UPDATE ON may_act TO quarter_web@localhost, quarter_auth@localhost;
GRANT SELECT ON may_act TO quarter_jobs@localhost;

-- A role holds from a node of the tree downwards, between two moments.
CREATE TABLE role_grant (
  id BIGINT NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  role VARCHAR(12) CHARACTER SET ascii NOT NULL,
  node_id BIGINT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL,
  granted_by BIGINT NULL, -- an account; NULL is the system
  KEY (account_id)
);
GRANT SELECT ON role_grant TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;

-- One diary a person: all that takes a person's time.
CREATE TABLE diary (
  person_id BIGINT NOT NULL,
  thing_id BIGINT NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
  start_quarter BIGINT NOT NULL,
  end_quarter BIGINT NOT NULL,
  status VARCHAR(12) CHARACTER SET ascii NOT NULL,
  place_id BIGINT NOT NULL, -- a node
  title TEXT NULL, -- JSON by language, where the place does not say it
  sequence BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, thing_id),
  KEY (person_id, start_quarter),
  KEY (thing_id)
);
GRANT SELECT, INSERT, UPDATE ON diary TO quarter_web@localhost, quarter_auth@localhost, quarter_jobs@localhost;
