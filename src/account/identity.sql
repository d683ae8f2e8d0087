-- identity.sql - sessions and tokens, and the one statement that tells who asks.

-- The clock may be moved, where that is allowed: by how much stands in the same row.
-- statement identity_find(cookie bytes, bearer bytes, movable flag): one identity
SELECT account.id AS account_id, account.person_id, person.name AS person_name, person.language,
       account.care, account.theme, COALESCE(session.seen_at, token.seen_at) AS seen_at,
       (SELECT GROUP_CONCAT(role, ':', node_id)
          FROM role_grant
         WHERE role_grant.account_id = account.id
           AND since <= :now + clock_offset * :movable
           AND until > :now + clock_offset * :movable) AS roles,
       token.scope,
       EXISTS (SELECT 1 FROM totp WHERE totp.account_id = account.id) AS second_factor,
       (SELECT COUNT(*)
          FROM letter
          JOIN may_act ON may_act.person_id = letter.person_id
         WHERE may_act.account_id = account.id AND read_at = 0
           AND since <= :now + clock_offset * :movable
           AND until > :now + clock_offset * :movable) AS unread,
       caches, clock_offset
  FROM network_state
  LEFT JOIN session ON session.token_hash = :cookie
       AND session.ends_at > :now + clock_offset * :movable
       AND session.seen_at + session.idle_seconds > :now + clock_offset * :movable
  LEFT JOIN token ON token.token_hash = :bearer
       AND token.ends_at > :now + clock_offset * :movable
  LEFT JOIN account ON account.id = COALESCE(session.account_id, token.account_id)
       AND account.status = 'open'
  LEFT JOIN person ON person.id = account.person_id
 WHERE only_row = 1;

-- statement network_state(): one network_state
SELECT caches, clock_offset FROM network_state WHERE only_row = 1;

-- statement session_seen(token_hash bytes): run
UPDATE session SET seen_at = :now WHERE token_hash = :token_hash;

-- statement token_seen(token_hash bytes): run
UPDATE token SET seen_at = :now WHERE token_hash = :token_hash;

-- statement session_insert(token_hash bytes, id id, account_id id, device word, browser text,
--                          idle_seconds int, ends_at int): run
INSERT INTO session (token_hash, id, account_id, device, browser, made_at, seen_at, idle_seconds,
                     ends_at)
VALUES (:token_hash, :id, :account_id, :device, :browser, :now, :now, :idle_seconds, :ends_at);

-- statement session_delete(token_hash bytes): run
DELETE FROM session WHERE token_hash = :token_hash;

-- statement holder_find(account_id id): one holder
SELECT person.id AS person_id, person.name,
       (SELECT GROUP_CONCAT(role, ':', node_id)
          FROM role_grant
         WHERE role_grant.account_id = account.id AND since <= :now AND until > :now) AS roles
  FROM account
  JOIN person ON person.id = account.person_id
 WHERE account.id = :account_id;
