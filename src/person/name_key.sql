-- name_key.sql - the keys of names; written where names are read aloud.

-- statement person_named(id id): one person_named
SELECT name FROM person WHERE id = :id;

-- statement name_keys_remove(person_id id): run
DELETE FROM name_key WHERE person_id = :person_id;

-- Two parts of a name may be one key.
-- statement name_key_insert(name_key text, person_id id): run
INSERT IGNORE INTO name_key (name_key, person_id) VALUES (:name_key, :person_id);

-- statement name_order_set(id id, place int): run
UPDATE person SET name_order = :place WHERE id = :id;
