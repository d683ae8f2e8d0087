-- token.sql - what programs send in place of a session.
-- include "account/token.h"

-- statement tokens_of(account_id id): many token
SELECT id, name, scope, made_at, seen_at, ends_at
  FROM token
 WHERE account_id = :account_id AND ends_at > :now
 ORDER BY name, id;

-- statement token_insert(token row, token_hash bytes, account_id id): run
INSERT INTO token (token_hash, id, account_id, name, scope, made_at, ends_at)
VALUES (:token_hash, :id, :account_id, :name, :scope, :made_at, :ends_at);

-- statement token_end(id id, account_id id): change
UPDATE token
   SET ends_at = :now
 WHERE id = :id AND account_id = :account_id AND ends_at > :now;

-- All of that name.
-- statement token_revoke(account_id id, name text): change
UPDATE token
   SET ends_at = :now
 WHERE account_id = :account_id AND name = :name AND ends_at > :now;
