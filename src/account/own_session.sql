-- own_session.sql - the sessions of an account, for whoever has it.
-- include "account/own_session.h"

-- statement own_sessions(account_id id, current bytes): many own_session
SELECT id, device, browser, made_at, seen_at, token_hash = :current AS current
  FROM session
 WHERE account_id = :account_id AND ends_at > :now AND seen_at + idle_seconds > :now
 ORDER BY token_hash = :current DESC, seen_at DESC, id;

-- statement own_session_end(id id, account_id id): change
DELETE FROM session WHERE id = :id AND account_id = :account_id;

-- statement own_sessions_end(account_id id, current bytes): run
DELETE FROM session WHERE account_id = :account_id AND token_hash <> :current;
