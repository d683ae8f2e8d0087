-- account_ctl.sql - what only quarterctl may do: tokens and second factors.

-- statement totp_set(account_id id, sealed bytes): run
REPLACE INTO totp (account_id, sealed, last_step) VALUES (:account_id, :sealed, 0);
