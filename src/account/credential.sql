-- credential.sql - what only the pool that hashes may do: see password hashes, second factors
-- and failed sign-ins.

-- include "account/sign_in.h"
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
