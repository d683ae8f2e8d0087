-- outbox_reader.sql - shows what has gone out and what has not; no addresses.
-- include "outbox/outbox_ctl.h"

-- statement deliveries(state text, most int): many sent_letter
SELECT delivery.id, letter, channel, state, tries, made_at, due_at, settled_at
  FROM delivery
  JOIN letter ON letter.id = letter_id
 WHERE state = COALESCE(:state, state)
 ORDER BY made_at DESC, delivery.id
 LIMIT :most;
