-- account_ctl.sql - what only quarterctl may do: give and take roles, tokens and second factors.

-- include "account/account_ctl.h"

-- statement node_exists(id id): exists
SELECT 1 FROM node WHERE id = :id;

-- The code of an area, the key of a centre, or "root".
-- statement place_named(name text): one place
SELECT node.id
  FROM node
  LEFT JOIN area ON area.id = node.id
  LEFT JOIN centre ON centre.id = node.id
 WHERE area.code = :name OR centre.centre_key = :name OR (:name = 'root' AND parent_id IS NULL);

-- statement role_give(id id, account_id id, role text, node_id id, since time, until int, by id): run
INSERT INTO role_grant (id, account_id, role, node_id, since, until, granted_by)
VALUES (:id, :account_id, :role, :node_id, :since, :until, :by);

-- statement role_take(account_id id, role text, node_id id): change
UPDATE role_grant
   SET until = :now
 WHERE account_id = :account_id AND role = :role AND node_id = :node_id AND until > :now;

-- statement token_insert(token_hash bytes, account_id id, name text, ends_at time): run
INSERT INTO token (token_hash, account_id, name, made_at, ends_at)
VALUES (:token_hash, :account_id, :name, :now, :ends_at);

-- All of that name.
-- statement token_revoke(account_id id, name text): change
UPDATE token
   SET ends_at = :now
 WHERE account_id = :account_id AND name = :name AND ends_at > :now;

-- statement totp_set(account_id id, sealed bytes): run
REPLACE INTO totp (account_id, sealed, last_step) VALUES (:account_id, :sealed, 0);

-- statement password_set(account_id id, password_hash text): run
REPLACE INTO credential (account_id, password_hash, changed_at)
VALUES (:account_id, :password_hash, :now);

-- statement account_standing(account_id id): one standing
SELECT (SELECT GROUP_CONCAT(role, ':', node_id ORDER BY role)
          FROM role_grant
         WHERE account_id = :account_id AND since <= :now AND until > :now) AS roles,
       (SELECT COUNT(*) FROM session WHERE account_id = :account_id AND ends_at > :now) AS sessions,
       (SELECT COUNT(*) FROM token WHERE account_id = :account_id AND ends_at > :now) AS tokens;
