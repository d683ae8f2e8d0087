-- reset.sql - what waits for a new password; only the pool that hashes may see it again.

-- statement reset_insert(id id, lookup bytes, account_id id, code_hash bytes, expires_at time): run
INSERT INTO password_reset (id, lookup, account_id, code_hash, expires_at)
VALUES (:id, :lookup, :account_id, :code_hash, :expires_at);
