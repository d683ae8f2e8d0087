-- administer.sql - accounts and roles, for who may change them: the pool apart, and quarterctl.

-- ---- the state of an account

-- statement account_set_status(id id, status word): change
UPDATE account SET status = :status WHERE id = :id AND status <> :status AND status <> 'closed';

-- statement roles_end(account_id id): run
UPDATE role_grant SET until = :now WHERE account_id = :account_id AND until > :now;

-- statement logins_free(account_id id): run
DELETE FROM login WHERE account_id = :account_id;

-- statement account_standing(account_id id): one standing
SELECT (SELECT GROUP_CONCAT(role, ':', node_id ORDER BY role)
          FROM role_grant
         WHERE account_id = :account_id AND since <= :now AND until > :now) AS roles,
       (SELECT COUNT(*) FROM session WHERE account_id = :account_id AND ends_at > :now) AS sessions,
       (SELECT COUNT(*) FROM token WHERE account_id = :account_id AND ends_at > :now) AS tokens;

-- ---- roles

-- statement node_exists(id id): exists
SELECT 1 FROM node WHERE id = :id;

-- The code of an area, the key of a centre, or "root": all of plain letters.
-- statement node_named(name text): one named_node
SELECT node.id
  FROM node
  LEFT JOIN area ON area.id = node.id
  LEFT JOIN centre ON centre.id = node.id
 WHERE area.code = CONVERT(:name USING ascii) OR centre.centre_key = CONVERT(:name USING ascii)
    OR (:name = 'root' AND parent_id IS NULL);

-- What people call an area or a centre; some names occur twice.
-- statement nodes_called(name text): many named_node
SELECT id FROM node WHERE kind <> 'venue' AND (name_zh = :name OR name_en = :name) LIMIT 2;

-- statement administration_touch(): run
UPDATE administration SET touched = touched + 1;

-- Whoever administers the whole network, and nobody else does so without an end.
-- statement is_last_administrator(account_id id): exists
SELECT 1
  FROM role_grant
  JOIN node ON node.id = node_id AND parent_id IS NULL
  JOIN account ON account.id = account_id AND status = 'open'
 WHERE account_id = :account_id AND role = 'admin' AND since <= :now AND until > :now
   AND NOT EXISTS (SELECT 1
                     FROM role_grant AS other
                     JOIN account AS another ON another.id = other.account_id
                    WHERE other.account_id <> :account_id AND other.role = 'admin'
                      AND other.node_id = role_grant.node_id AND other.since <= :now
                      AND other.until = 9223372036854775807 AND another.status = 'open')
 LIMIT 1;

-- statement role_give(id id, account_id id, role text, node_id id, since time, until int, by id): run
INSERT INTO role_grant (id, account_id, role, node_id, since, until, granted_by)
VALUES (:id, :account_id, :role, :node_id, :since, :until, :by);

-- statement role_take(account_id id, role text, node_id id): change
UPDATE role_grant
   SET until = :now
 WHERE account_id = :account_id AND role = :role AND node_id = :node_id AND until > :now;

-- statement roles_of(account_id id): many held_role
SELECT role_grant.id, role, node_id, ELT(:language, node.name_zh, node.name_en) AS node_name,
       since, until, person.name AS given_by
  FROM role_grant
  JOIN node ON node.id = node_id
  LEFT JOIN account ON account.id = granted_by
  LEFT JOIN person ON person.id = account.person_id
 WHERE account_id = :account_id AND until > :now
 ORDER BY role, since, role_grant.id;

-- ---- who is seen: those who live in a part of the network, or hold a role there

-- statement managed_find(id id, page row managed_page): one managed
SELECT account.id, account.person_id, account.name, account.language, account.status, name_order,
       account.version, account.made_at,
       (SELECT MAX(seen_at) FROM session WHERE session.account_id = account.id) AS seen_at,
       (SELECT sealed FROM person_address
         WHERE person_address.person_id = account.person_id AND kind = 'phone'
         ORDER BY lookup LIMIT 1) AS phone_sealed,
       ELT(:language, node.name_zh, node.name_en) AS home_name
  FROM managed_account AS account
  LEFT JOIN node ON node.id = account.home_id
 WHERE account.id = :id
   AND (:whole
        OR EXISTS (SELECT 1 FROM node_path
                    WHERE descendant_id = account.home_id AND FIND_IN_SET(ancestor_id, :part))
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND until > :now
                      AND FIND_IN_SET(ancestor_id, :part)));

-- From a cursor on, in the order in which names are read.
-- statement managed_from(page row managed_page): many managed
SELECT account.id, account.person_id, account.name, account.language, account.status, name_order,
       account.version, account.made_at,
       (SELECT MAX(seen_at) FROM session WHERE session.account_id = account.id) AS seen_at,
       (SELECT sealed FROM person_address
         WHERE person_address.person_id = account.person_id AND kind = 'phone'
         ORDER BY lookup LIMIT 1) AS phone_sealed,
       ELT(:language, node.name_zh, node.name_en) AS home_name
  FROM managed_account AS account
  LEFT JOIN node ON node.id = account.home_id
 WHERE (:whole
        OR EXISTS (SELECT 1 FROM node_path
                    WHERE descendant_id = account.home_id AND FIND_IN_SET(ancestor_id, :part))
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND until > :now
                      AND FIND_IN_SET(ancestor_id, :part)))
   AND (:role IS NULL
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND role = :role AND until > :now
                      AND (:whole OR FIND_IN_SET(ancestor_id, :part))))
   AND (:status IS NULL OR account.status = :status)
   AND name_order >= :after AND (name_order > :after OR :after_id IS NULL
                                 OR account.person_id > :after_id)
 ORDER BY name_order, account.person_id
 LIMIT :rows;

-- Before a cursor, the nearest first.
-- statement managed_before(page row managed_page): many managed
SELECT account.id, account.person_id, account.name, account.language, account.status, name_order,
       account.version, account.made_at,
       (SELECT MAX(seen_at) FROM session WHERE session.account_id = account.id) AS seen_at,
       (SELECT sealed FROM person_address
         WHERE person_address.person_id = account.person_id AND kind = 'phone'
         ORDER BY lookup LIMIT 1) AS phone_sealed,
       ELT(:language, node.name_zh, node.name_en) AS home_name
  FROM managed_account AS account
  LEFT JOIN node ON node.id = account.home_id
 WHERE (:whole
        OR EXISTS (SELECT 1 FROM node_path
                    WHERE descendant_id = account.home_id AND FIND_IN_SET(ancestor_id, :part))
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND until > :now
                      AND FIND_IN_SET(ancestor_id, :part)))
   AND (:role IS NULL
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND role = :role AND until > :now
                      AND (:whole OR FIND_IN_SET(ancestor_id, :part))))
   AND (:status IS NULL OR account.status = :status)
   AND name_order <= :after AND (name_order < :after OR account.person_id < :after_id)
 ORDER BY name_order DESC, account.person_id DESC
 LIMIT :rows;

-- The same of those who are looked for: what is not given finds nobody.
-- statement managed_found_from(page row managed_page): many managed
SELECT account.id, account.person_id, account.name, account.language, account.status, name_order,
       account.version, account.made_at,
       (SELECT MAX(seen_at) FROM session WHERE session.account_id = account.id) AS seen_at,
       (SELECT sealed FROM person_address
         WHERE person_address.person_id = account.person_id AND kind = 'phone'
         ORDER BY lookup LIMIT 1) AS phone_sealed,
       ELT(:language, node.name_zh, node.name_en) AS home_name
  FROM (SELECT person_id FROM name_key WHERE name_key >= :key AND name_key < :key_end
         UNION
        SELECT person_id FROM login JOIN account ON account.id = account_id WHERE lookup = :lookup
         UNION
        SELECT person_id FROM person_address WHERE lookup = :lookup
         UNION
        SELECT person_id FROM person_address WHERE tail = :tail
         UNION
        SELECT person_id FROM account WHERE id = :account_id OR person_id = :account_id
         UNION
        SELECT account.person_id
          FROM booking
          JOIN may_act ON may_act.person_id = booking.person_id
          JOIN account ON account.id = may_act.account_id
         WHERE reference = :reference
         UNION
        SELECT person_id FROM registration JOIN account ON account.id = made_by
         WHERE reference = :reference) AS found
  JOIN managed_account AS account ON account.person_id = found.person_id
  LEFT JOIN node ON node.id = account.home_id
 WHERE (:whole
        OR EXISTS (SELECT 1 FROM node_path
                    WHERE descendant_id = account.home_id AND FIND_IN_SET(ancestor_id, :part))
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND until > :now
                      AND FIND_IN_SET(ancestor_id, :part)))
   AND (:role IS NULL
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND role = :role AND until > :now
                      AND (:whole OR FIND_IN_SET(ancestor_id, :part))))
   AND (:status IS NULL OR account.status = :status)
   AND name_order >= :after AND (name_order > :after OR :after_id IS NULL
                                 OR account.person_id > :after_id)
 ORDER BY name_order, account.person_id
 LIMIT :rows;

-- statement managed_found_before(page row managed_page): many managed
SELECT account.id, account.person_id, account.name, account.language, account.status, name_order,
       account.version, account.made_at,
       (SELECT MAX(seen_at) FROM session WHERE session.account_id = account.id) AS seen_at,
       (SELECT sealed FROM person_address
         WHERE person_address.person_id = account.person_id AND kind = 'phone'
         ORDER BY lookup LIMIT 1) AS phone_sealed,
       ELT(:language, node.name_zh, node.name_en) AS home_name
  FROM (SELECT person_id FROM name_key WHERE name_key >= :key AND name_key < :key_end
         UNION
        SELECT person_id FROM login JOIN account ON account.id = account_id WHERE lookup = :lookup
         UNION
        SELECT person_id FROM person_address WHERE lookup = :lookup
         UNION
        SELECT person_id FROM person_address WHERE tail = :tail
         UNION
        SELECT person_id FROM account WHERE id = :account_id OR person_id = :account_id
         UNION
        SELECT account.person_id
          FROM booking
          JOIN may_act ON may_act.person_id = booking.person_id
          JOIN account ON account.id = may_act.account_id
         WHERE reference = :reference
         UNION
        SELECT person_id FROM registration JOIN account ON account.id = made_by
         WHERE reference = :reference) AS found
  JOIN managed_account AS account ON account.person_id = found.person_id
  LEFT JOIN node ON node.id = account.home_id
 WHERE (:whole
        OR EXISTS (SELECT 1 FROM node_path
                    WHERE descendant_id = account.home_id AND FIND_IN_SET(ancestor_id, :part))
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND until > :now
                      AND FIND_IN_SET(ancestor_id, :part)))
   AND (:role IS NULL
        OR EXISTS (SELECT 1 FROM role_grant JOIN node_path ON descendant_id = node_id
                    WHERE account_id = account.id AND role = :role AND until > :now
                      AND (:whole OR FIND_IN_SET(ancestor_id, :part))))
   AND (:status IS NULL OR account.status = :status)
   AND name_order <= :after AND (name_order < :after OR account.person_id < :after_id)
 ORDER BY name_order DESC, account.person_id DESC
 LIMIT :rows;

-- Areas down to the street, and centres, with what they lie in: names occur twice.
-- statement places_of_part(page row managed_page): many choice
SELECT node.id, ELT(:language, node.name_zh, node.name_en) AS label
  FROM node
  LEFT JOIN area ON area.id = node.id
 WHERE (area.level IN ('city', 'district', 'street') OR node.kind = 'centre')
   AND (:whole OR EXISTS (SELECT 1 FROM node_path
                           WHERE descendant_id = node.id AND FIND_IN_SET(ancestor_id, :part)))
 ORDER BY node.kind, area.code, node.name_zh, node.id;
