-- audit_log.sql - pages of the audit log, for those who may read it: the pool apart.
--
-- The order is that of the index of moments; a position tells the second and the last 21 binary
-- digits of the number within its stream, so that a page can go on from it.

-- statement audit_log_from(page row audit_page): many logged
SELECT -(entry.made_at * 2097152 + seq % 2097152) AS position, stream AS id, seq, entry.made_at,
       actor, doer.name AS actor_name, act, subject_id, entry.person_id,
       person.name AS person_name, node_id,
       ELT(:language, node.name_zh, node.name_en) AS node_name, detail, digest
  FROM audit_entry AS entry
  LEFT JOIN account ON account.id = actor
  LEFT JOIN person AS doer ON doer.id = account.person_id
  LEFT JOIN person ON person.id = entry.person_id
  LEFT JOIN node ON node.id = node_id
 WHERE (:whole OR EXISTS (SELECT 1 FROM node_path
                           WHERE descendant_id = node_id AND FIND_IN_SET(ancestor_id, :part)))
   AND (:actor IS NULL OR actor = :actor)
   AND (:subject IS NULL OR subject_id = :subject)
   AND (:person IS NULL OR entry.person_id = :person)
   AND (:account IS NULL OR subject_id = :account OR actor = :account)
   AND (:act IS NULL OR act = :act) AND act NOT IN ('audit_sealed', 'ledger_sealed')
   AND entry.made_at >= :from AND entry.made_at < :until
   AND entry.made_at <= :at
   AND (entry.made_at < :at OR :stream IS NULL OR stream < :stream
        OR (stream = :stream AND seq % 2097152 < :low_seq))
 ORDER BY entry.made_at DESC, stream DESC, seq DESC
 LIMIT :rows;

-- Newer than the cursor, the nearest first.
-- statement audit_log_before(page row audit_page): many logged
SELECT -(entry.made_at * 2097152 + seq % 2097152) AS position, stream AS id, seq, entry.made_at,
       actor, doer.name AS actor_name, act, subject_id, entry.person_id,
       person.name AS person_name, node_id,
       ELT(:language, node.name_zh, node.name_en) AS node_name, detail, digest
  FROM audit_entry AS entry
  LEFT JOIN account ON account.id = actor
  LEFT JOIN person AS doer ON doer.id = account.person_id
  LEFT JOIN person ON person.id = entry.person_id
  LEFT JOIN node ON node.id = node_id
 WHERE (:whole OR EXISTS (SELECT 1 FROM node_path
                           WHERE descendant_id = node_id AND FIND_IN_SET(ancestor_id, :part)))
   AND (:actor IS NULL OR actor = :actor)
   AND (:subject IS NULL OR subject_id = :subject)
   AND (:person IS NULL OR entry.person_id = :person)
   AND (:account IS NULL OR subject_id = :account OR actor = :account)
   AND (:act IS NULL OR act = :act) AND act NOT IN ('audit_sealed', 'ledger_sealed')
   AND entry.made_at >= :from AND entry.made_at < :until
   AND entry.made_at >= :at
   AND (entry.made_at > :at OR stream > :stream OR (stream = :stream AND seq % 2097152 > :low_seq))
 ORDER BY entry.made_at, stream, seq
 LIMIT :rows;
