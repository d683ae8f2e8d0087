-- attempt.sql - attempts to book or to register, counted by key: repeats with one are one.
-- include "base/work.h"
-- include "site/attempt.h"

-- statement attempt_note(account_id id, attempt_key bytes): run
INSERT IGNORE INTO attempt (account_id, attempt_key, made_at) VALUES (:account_id, :attempt_key, :now);

-- statement attempts_since(account_id id, since time): one attempts
SELECT COUNT(*) AS count, MIN(made_at) AS oldest
  FROM attempt
 WHERE account_id = :account_id AND made_at > :since;
