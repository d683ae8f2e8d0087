-- 009-own-account.sql - what everybody does with an account of their own.

-- The address by which a calendar follows the diary of an account; who has the row cannot use it.
CREATE TABLE diary_feed (
  account_id BIGINT NOT NULL PRIMARY KEY,
  token_hash BINARY(32) NOT NULL UNIQUE,
  made_at BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON diary_feed TO quarter_web@localhost, quarter_auth@localhost;
