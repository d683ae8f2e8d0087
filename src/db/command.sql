-- command.sql - what was done under a key.
-- include "db/unit.h"

-- statement command_insert(actor int, command row): claim
INSERT INTO command (actor, command_key, route, body_hash, expires_at)
VALUES (:actor, :key, :route, :body_hash, :expires_at);

-- statement command_find(actor int, key bytes): one kept
SELECT body_hash, route, status, location, answer
  FROM command
 WHERE actor = :actor AND command_key = :key;

-- statement command_keep(actor int, key bytes, status int, location text, answer bytes): change
UPDATE command
   SET status = :status, location = :location, answer = :answer
 WHERE actor = :actor AND command_key = :key;
