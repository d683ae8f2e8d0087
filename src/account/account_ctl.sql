-- account_ctl.sql - what only quarterctl may do: tokens and second factors.

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
