-- person.sql - people and their addresses.

-- statement person_insert(person row, tag text): run
INSERT INTO person (id, name, language, home_id, made_at)
VALUES (:id, :name, :tag, :home_id, :now);

-- statement person_was_born(id id, day int): run
UPDATE person SET born = :day WHERE id = :id;

-- statement person_change(person row, tag text): change
UPDATE person
   SET name = :name, language = :tag, version = version + 1
 WHERE id = :id AND version = :version;

-- statement person_reach(person_id id, kind text, lookup bytes, tail bytes, sealed bytes): run
INSERT INTO person_address (person_id, kind, lookup, tail, sealed)
VALUES (:person_id, :kind, :lookup, :tail, :sealed);

-- statement person_touch(id id): run
UPDATE person SET touched = touched + 1 WHERE id = :id;
