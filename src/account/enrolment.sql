-- enrolment.sql - whether an account has a second factor: all that pages may know of it.
-- include "account/enrolment.h"

-- statement enrolment_find(account_id id): one enrolment
SELECT EXISTS (SELECT 1 FROM totp WHERE totp.account_id = :account_id) AS is_on,
       (SELECT COUNT(account_id) FROM recovery_code
         WHERE recovery_code.account_id = :account_id) AS recovery_codes;
