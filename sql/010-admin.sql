-- 010-admin.sql - what those who administer need: to find people, to change what they may do, to
-- read what was done.
--
-- The pool that hashes passwords answers for the administration too: what it may touch beyond
-- others (roles, the state of accounts, the whole log) no page worker can.

-- By what a name is looked for, folded and without blanks: itself, its later parts, how it is read
-- (Pinyin), the initials of that.  Made where names are read aloud: by the jobs process.
CREATE TABLE name_key (
  name_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (name_key, person_id),
  KEY (person_id)
);
GRANT SELECT ON name_key TO quarter_auth@localhost;
GRANT SELECT, INSERT, DELETE ON name_key TO quarter_jobs@localhost;

-- Where the name stands among others as it is read: its first ten letters as a number.
ALTER TABLE person ADD COLUMN name_order BIGINT NOT NULL DEFAULT 0, ADD KEY (name_order, id);
GRANT UPDATE (name_order) ON person TO quarter_jobs@localhost;

-- The last four digits of a telephone, under the same key as the whole.
ALTER TABLE person_address ADD COLUMN tail BINARY(32) NULL, ADD KEY (tail);

-- Also: closed, for good.
GRANT UPDATE (status) ON account TO quarter_auth@localhost;
GRANT DELETE ON login TO quarter_auth@localhost;

ALTER TABLE role_grant ADD KEY (node_id, account_id), ADD KEY (role, account_id);
GRANT INSERT, UPDATE (until) ON role_grant TO quarter_auth@localhost;

-- Raised before an administrator is locked, closed or loses a role, so that two who remove one
-- another come one after the other, and the second sees that nobody would be left.
CREATE TABLE administration (
  only_row TINYINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
  touched BIGINT NOT NULL
);
INSERT INTO administration (only_row, touched) VALUES (1, 0);
GRANT SELECT, UPDATE ON administration TO quarter_auth@localhost;

-- An account beside its person.  Who was invited has a login and no password yet.
CREATE SQL SECURITY INVOKER VIEW managed_account AS
SELECT account.id, account.person_id, person.name, person.name_order, person.language,
       person.version, person.home_id, account.made_at,
       IF(account.status = 'open'
          AND NOT EXISTS (SELECT 1 FROM credential WHERE credential.account_id = account.id)
          AND EXISTS (SELECT 1 FROM login WHERE login.account_id = account.id),
          'invited', account.status) AS status
  FROM person
  JOIN account ON account.person_id = person.id;
GRANT SELECT ON managed_account TO quarter_auth@localhost;

-- Where an act belongs: a node, or NULL where it belongs to none.  It is chained like the rest.
ALTER TABLE audit_entry ADD COLUMN node_id BIGINT NULL,
  ADD KEY (node_id, made_at), ADD KEY (person_id, made_at);
GRANT SELECT ON audit_entry TO quarter_auth@localhost;

-- A reference leads to whom it was given to.
GRANT SELECT ON registration TO quarter_auth@localhost;
