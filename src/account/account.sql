-- account.sql - accounts, and what they are known by.

-- statement account_find(id id): one account
SELECT account.id, person_id, person.name, person.language, care, theme, status, home_id,
       person.version
  FROM account
  JOIN person ON person.id = person_id
 WHERE account.id = :id;

-- statement account_by_login(lookup bytes): one account
SELECT account.id, person_id, person.name, person.language, care, theme, status, home_id,
       person.version
  FROM login
  JOIN account ON account.id = account_id
  JOIN person ON person.id = person_id
 WHERE lookup = :lookup;

-- statement logins_of(account_id id): many login
SELECT account_id, kind, sealed FROM login WHERE account_id = :account_id ORDER BY kind;

-- An address is the login of one account.
-- statement login_claim(lookup bytes, account_id id, kind text, sealed bytes): claim
INSERT INTO login (lookup, account_id, kind, sealed)
VALUES (:lookup, :account_id, :kind, :sealed);

-- statement account_insert(id id, person_id id): run
INSERT INTO account (id, person_id, status, made_at) VALUES (:id, :person_id, 'open', :now);

-- statement credential_insert(account_id id, password_hash text): run
INSERT INTO credential (account_id, password_hash, changed_at)
VALUES (:account_id, :password_hash, :now);

-- An account acts for its own person without an end.
-- statement account_acts_for_itself(account_id id, person_id id): run
INSERT INTO may_act (account_id, person_id, relation, since, until)
VALUES (:account_id, :person_id, 'self', :now, 9223372036854775807);

-- statement sessions_end(account_id id): run
DELETE FROM session WHERE account_id = :account_id;

-- statement tokens_end(account_id id): run
UPDATE token SET ends_at = :now WHERE account_id = :account_id AND ends_at > :now;

-- statement account_prefer(id id, care text, theme text): run
UPDATE account SET care = COALESCE(:care, care), theme = COALESCE(:theme, theme) WHERE id = :id;

-- statement account_speak(person_id id, language text): run
UPDATE person SET language = :language, version = version + 1
 WHERE id = :person_id AND language <> :language;
