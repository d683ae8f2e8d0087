-- outbox_jobs.sql - what the jobs process does by the clock, and how letters leave.
-- include "outbox/delivery.h"
-- include "outbox/jobs.h"

-- statement jobs_state(): one jobs_state
SELECT caches, clock_offset FROM network_state;

-- statement lease_exists(name text): exists
SELECT 1 FROM lease WHERE name = :name;

-- Where two make it at once, it is made once.
-- statement lease_make(name text): run
INSERT INTO lease (name, owner, epoch, expires_at)
VALUES (:name, 0, 0, 0)
    ON DUPLICATE KEY UPDATE name = VALUES(name);

-- A new owner is a new epoch.
-- statement lease_hold(name text, owner id, seconds int): change
UPDATE lease
   SET epoch = epoch + (owner <> :owner), owner = :owner,
       expires_at = UNIX_TIMESTAMP() + :seconds
 WHERE name = :name AND (owner = :owner OR expires_at <= UNIX_TIMESTAMP());

-- statement lease_let_go(name text, owner id): run
UPDATE lease SET expires_at = 0 WHERE name = :name AND owner = :owner;

-- A turn that lies further ahead than one is of a clock that has been put back since.
-- statement lease_turn(name text, every int): change
UPDATE lease
   SET due_at = :now + :every
 WHERE name = :name AND (due_at <= :now OR due_at > :now + :every);

-- statement due_rows(most int): many due
SELECT kind, thing_id, due_at
  FROM due
 WHERE due_at <= :now
 ORDER BY due_at, kind, thing_id
 LIMIT :most;

-- statement due_take(due row): change
DELETE FROM due WHERE kind = :kind AND thing_id = :thing_id AND due_at = :due_at;

-- statement due_put_off(due row, moment time): change
UPDATE due SET due_at = :moment WHERE kind = :kind AND thing_id = :thing_id AND due_at = :due_at;

-- statement delivery_next(): one delivery_mark
SELECT id, owner, epoch
  FROM delivery
 WHERE state = 'ready' AND due_at <= :now
 ORDER BY due_at, id
 LIMIT 1;

-- It is out of the way of the others for a while, should its sender die of it.
-- statement delivery_take(mark row delivery_mark, taker id, seconds int): change
UPDATE delivery
   SET owner = :taker, epoch = epoch + 1, due_at = :now + :seconds
 WHERE id = :id AND state = 'ready' AND epoch = :epoch;

-- statement delivery_find(id id): one delivery
SELECT delivery.id, letter_id, channel, delivery.language, tries, address, secret,
       delivery.person_id, recipient.name AS person_name, person_address.sealed AS own_address
  FROM delivery
  LEFT JOIN person AS recipient ON recipient.id = delivery.person_id
  LEFT JOIN person_address ON person_address.person_id = delivery.person_id
       AND kind = IF(channel = 'sms', 'phone', 'email')
 WHERE delivery.id = :id
 ORDER BY lookup
 LIMIT 1;

-- statement letter_find(id id): one letter
SELECT letter.id, person_id, person.name AS person_name, letter, subject_id, arguments,
       letter.made_at, read_at
  FROM letter
  LEFT JOIN person ON person.id = person_id
 WHERE letter.id = :id;

-- statement delivery_settle(mark row delivery_mark, state text): change
UPDATE delivery
   SET state = :state, settled_at = :now, tries = tries + 1, address = NULL, secret = NULL
 WHERE id = :id AND state = 'ready' AND owner = :owner AND epoch = :epoch;

-- statement delivery_put_off(mark row delivery_mark, moment time): change
UPDATE delivery
   SET tries = tries + 1, due_at = :moment
 WHERE id = :id AND state = 'ready' AND owner = :owner AND epoch = :epoch;

-- What nobody needs any more, a few rows at a time.
-- statement commands_clean(most int): run
DELETE FROM command WHERE expires_at < :now LIMIT :most;

-- statement attempts_clean(before time, most int): run
DELETE FROM attempt WHERE made_at < :before LIMIT :most;

-- statement failures_clean(before time, most int): run
DELETE FROM sign_in_failure WHERE made_at < :before LIMIT :most;

-- statement sign_ups_clean(most int): run
DELETE FROM sign_up WHERE expires_at < :now LIMIT :most;

-- statement resets_clean(most int): run
DELETE FROM password_reset WHERE expires_at < :now LIMIT :most;

-- Looked for first: a DELETE that finds by no key would hold every session that it passes.
-- statement sessions_over(most int): many session_over
SELECT token_hash
  FROM session
 WHERE ends_at < :now OR seen_at + idle_seconds < :now
 LIMIT :most;

-- statement session_remove(token_hash bytes): run
DELETE FROM session
 WHERE token_hash = :token_hash AND (ends_at < :now OR seen_at + idle_seconds < :now);
