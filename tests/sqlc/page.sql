-- page.sql - one of each kind and type.

-- statement thing_exists(name text): exists
SELECT 1 FROM thing WHERE name = :name AND note <> 'a \ "quote" and :no parameter' LIMIT 1;

-- statement thing_find(id id): one thing
SELECT id, ELT(:language, name_zh, name_en) AS name   -- in the reader's language
  FROM thing
 WHERE id = :id;

-- statement things_since(when time, kind word,
--                        least int): many thing
SELECT id FROM thing WHERE made >= :when AND kind = :kind AND size >= :least;

-- statement thing_insert(thing row): run
INSERT INTO thing (id, name, made) VALUES (:id, :name, :now);

-- statement thing_claim(draft row thing_draft, now int): claim
INSERT INTO thing_name (name, made) VALUES (:name, :now);

-- statement thing_change(id id, picture bytes, kept flag, weight real): change
UPDATE thing
   SET picture = :picture, kept = :kept, weight = :weight
 WHERE id = :id;
