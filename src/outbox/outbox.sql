-- outbox.sql - writing letters, and noting what is to happen at a time.
-- include "outbox/recipient.h"

-- statement letter_insert(id id, person_id id, letter text, subject_id id, arguments text): run
INSERT INTO letter (id, person_id, letter, subject_id, arguments, made_at)
VALUES (:id, :person_id, :letter, :subject_id, :arguments, :now);

-- The person; and for one who has no address, those who act for that person now.
-- statement recipients(person_id id): many recipient
SELECT person.id AS person_id, language,
       MAX(kind = 'email') AS by_mail, MAX(kind = 'phone') AS by_sms
  FROM (SELECT id FROM person WHERE id = :person_id
         UNION
        SELECT account.person_id
          FROM may_act
          JOIN account ON account.id = may_act.account_id
         WHERE may_act.person_id = :person_id AND since <= :now AND until > :now
           AND NOT EXISTS (SELECT 1 FROM person_address WHERE person_id = :person_id)) AS reached
  JOIN person ON person.id = reached.id
  JOIN person_address ON person_address.person_id = person.id
 GROUP BY person.id, language
 ORDER BY person.id;

-- statement delivery_insert(id id, letter_id id, person_id id, channel text, address bytes,
--                           secret bytes, language text): run
INSERT INTO delivery (id, letter_id, person_id, channel, address, secret, language, due_at)
VALUES (:id, :letter_id, :person_id, :channel, :address, :secret, :language, :now);

-- statement due_set(kind text, thing_id id, due_at time): run
INSERT INTO due (kind, thing_id, due_at)
VALUES (:kind, :thing_id, :due_at)
    ON DUPLICATE KEY UPDATE due_at = VALUES(due_at);

-- statement due_remove(kind text, thing_id id): run
DELETE FROM due WHERE kind = :kind AND thing_id = :thing_id;
