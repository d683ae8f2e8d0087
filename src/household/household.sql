-- household.sql - who may act for whom.

-- statement household_may_act(account_id id, person_id id): exists
SELECT 1
  FROM may_act
 WHERE account_id = :account_id AND person_id = :person_id AND since <= :now AND until > :now;

-- Oneself first, then the oldest.
-- statement household_members(account_id id): many member
SELECT may_act.person_id, person.name, relation, born, account.id IS NOT NULL AS has_account
  FROM may_act
  JOIN person ON person.id = may_act.person_id
  LEFT JOIN account ON account.person_id = may_act.person_id
 WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
 ORDER BY relation <> 'self', born IS NULL, born, may_act.person_id;

-- statement household_insert(account_id id, person_id id, relation word): run
INSERT INTO may_act (account_id, person_id, relation, since, until)
VALUES (:account_id, :person_id, :relation, :now, 9223372036854775807);
