-- sign_up.sql - addresses that wait for their codes.

-- statement sign_ups_pending(lookup bytes): one pending
SELECT COUNT(*) AS count FROM sign_up WHERE lookup = :lookup AND expires_at > :now;

-- statement sign_up_insert(sign_up row, tag text): run
INSERT INTO sign_up (lookup, account_id, kind, sealed, name, language, password_hash, code_hash,
                     expires_at)
VALUES (:lookup, :account_id, :kind, :sealed, :name, :tag, :password_hash, :code_hash,
        :expires_at);

-- A try counts before it is judged, so that many at once are no way around.
-- statement sign_up_try(lookup bytes): run
UPDATE sign_up SET tries = tries + 1 WHERE lookup = :lookup;

-- statement sign_up_find(lookup bytes, code_hash bytes, most int): one sign_up
SELECT lookup, account_id, kind, sealed, name, language, password_hash, code_hash, expires_at
  FROM sign_up
 WHERE lookup = :lookup AND code_hash = :code_hash AND tries <= :most AND expires_at > :now;

-- A code is good once.
-- statement sign_up_take(lookup bytes, account_id id): change
DELETE FROM sign_up WHERE lookup = :lookup AND account_id = :account_id;
