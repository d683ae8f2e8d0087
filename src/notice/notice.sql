-- notice.sql - the letters of an account: its own person's, and of those for whom it acts.
-- include "notice/notice.h"

-- From a cursor on, to what is older.
-- statement letters_from(account_id id, cursor row): many letter
SELECT letter.id, letter.person_id, person.name AS person_name, letter, subject_id, arguments,
       letter.made_at, read_at
  FROM may_act
  JOIN letter ON letter.person_id = may_act.person_id
  JOIN person ON person.id = letter.person_id
 WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
   AND letter.made_at <= :after AND (letter.made_at < :after OR letter.id < :after_id)
 ORDER BY letter.made_at DESC, letter.id DESC
 LIMIT :rows;

-- What is newer than a cursor, in the same order.
-- statement letters_before(account_id id, cursor row): many letter
SELECT id, person_id, person_name, letter, subject_id, arguments, made_at, read_at
  FROM (SELECT letter.id, letter.person_id, person.name AS person_name, letter, subject_id,
               arguments, letter.made_at, read_at
          FROM may_act
          JOIN letter ON letter.person_id = may_act.person_id
          JOIN person ON person.id = letter.person_id
         WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
           AND letter.made_at >= :after AND (letter.made_at > :after OR letter.id > :after_id)
         ORDER BY letter.made_at, letter.id
         LIMIT :rows) AS newer
 ORDER BY made_at DESC, id DESC;

-- statement letter_read(id id, account_id id): change
UPDATE letter
  JOIN may_act ON may_act.person_id = letter.person_id
   SET read_at = IF(read_at = 0, :now, read_at)
 WHERE letter.id = :id AND account_id = :account_id AND since <= :now AND until > :now;

-- statement letters_read(account_id id): run
UPDATE letter
  JOIN may_act ON may_act.person_id = letter.person_id
   SET read_at = :now
 WHERE account_id = :account_id AND since <= :now AND until > :now AND read_at = 0;
