-- credential.sql - what only the pool that hashes may do: see password hashes, second factors
-- and failed sign-ins.

-- include "account/enrolment.h"
-- include "account/reset.h"
-- include "account/sign_in.h"
-- include "account/sign_up.h"
-- include "account/throttle.h"

-- statement credential_find(lookup bytes): one credential
SELECT login.account_id, account.person_id, status = 'open' AS may_sign_in, password_hash,
       totp.sealed AS totp_sealed, last_step AS totp_last_step,
       (SELECT GROUP_CONCAT(role, ':', node_id)
          FROM role_grant
         WHERE role_grant.account_id = login.account_id AND since <= :now AND until > :now) AS roles
  FROM login
  JOIN account ON account.id = login.account_id
  LEFT JOIN credential ON credential.account_id = login.account_id
  LEFT JOIN totp ON totp.account_id = login.account_id
 WHERE lookup = :lookup;

-- statement credential_change(account_id id, password_hash text): change
UPDATE credential
   SET password_hash = :password_hash, changed_at = :now
 WHERE account_id = :account_id;

-- A step of time is good once.
-- statement totp_use(account_id id, step int): change
UPDATE totp SET last_step = :step WHERE account_id = :account_id AND last_step < :step;

-- statement sign_in_failures(login bytes, address bytes, since time): one failures
SELECT COUNT(IF(address_hash = :address, 1, NULL)) AS here, COUNT(*) AS anywhere,
       MAX(IF(address_hash = :address, made_at, 0)) AS last_here, MAX(made_at) AS last_anywhere
  FROM sign_in_failure
 WHERE login_lookup = :login AND made_at > :since;

-- statement sign_in_failed(login bytes, id id, address bytes): run
INSERT INTO sign_in_failure (login_lookup, made_at, id, address_hash)
VALUES (:login, :now, :id, :address);

-- statement sign_in_forget(login bytes, address bytes): run
DELETE FROM sign_in_failure WHERE login_lookup = :login AND address_hash = :address;

-- statement credential_set(account_id id, password_hash text): run
INSERT INTO credential (account_id, password_hash, changed_at)
VALUES (:account_id, :password_hash, :now)
    ON DUPLICATE KEY UPDATE
       password_hash = VALUES(password_hash), changed_at = VALUES(changed_at);

-- statement resets_pending(lookup bytes): one pending
SELECT COUNT(*) AS count FROM password_reset WHERE lookup = :lookup AND expires_at > :now;

-- A try counts before it is judged, so that many at once are no way around.
-- statement reset_try(lookup bytes): run
UPDATE password_reset SET tries = tries + 1 WHERE lookup = :lookup;

-- statement reset_find(code_hash bytes, most int): one reset
SELECT id, account_id
  FROM password_reset
 WHERE code_hash = :code_hash AND account_id IS NOT NULL AND tries <= :most AND expires_at > :now;

-- A code is good once.
-- statement reset_take(id id): change
DELETE FROM password_reset WHERE id = :id AND expires_at > :now;

-- statement resets_end(account_id id): run
DELETE FROM password_reset WHERE account_id = :account_id;

-- Of an account that is signed in already.
-- statement credential_of(account_id id): one credential
SELECT account.id AS account_id, account.person_id, status = 'open' AS may_sign_in, password_hash,
       totp.sealed AS totp_sealed, last_step AS totp_last_step, NULL AS roles
  FROM account
  LEFT JOIN credential ON credential.account_id = account.id
  LEFT JOIN totp ON totp.account_id = account.id
 WHERE account.id = :account_id;

-- statement totp_offer(account_id id, sealed bytes): run
INSERT INTO totp_offer (account_id, sealed, made_at)
VALUES (:account_id, :sealed, :now)
    ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), made_at = VALUES(made_at);

-- statement totp_offered(account_id id): one offered
SELECT sealed FROM totp_offer WHERE account_id = :account_id;

-- statement totp_offer_end(account_id id): run
DELETE FROM totp_offer WHERE account_id = :account_id;

-- The digits that confirmed it are used.
-- statement totp_claim(account_id id, sealed bytes, step int): claim
INSERT INTO totp (account_id, sealed, last_step) VALUES (:account_id, :sealed, :step);

-- statement totp_end(account_id id): change
DELETE FROM totp WHERE account_id = :account_id;

-- statement recovery_insert(account_id id, code_hash bytes): run
INSERT INTO recovery_code (account_id, code_hash) VALUES (:account_id, :code_hash);

-- statement recovery_exists(account_id id, code_hash bytes): exists
SELECT 1 FROM recovery_code WHERE account_id = :account_id AND code_hash = :code_hash;

-- A code is good once.
-- statement recovery_use(account_id id, code_hash bytes): change
DELETE FROM recovery_code WHERE account_id = :account_id AND code_hash = :code_hash;

-- statement recovery_end(account_id id): run
DELETE FROM recovery_code WHERE account_id = :account_id;
