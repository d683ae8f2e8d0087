-- audit_reader.sql - reads the whole log, for those who may: quarterctl and its check.
-- include "audit/chain.h"

-- statement audit_entries_after(stream id, seq int, most int): many audit_entry
SELECT stream, seq, made_at, actor, act, subject_id, person_id, node_id, detail,
       detail_digest, digest
  FROM audit_entry
 WHERE stream >= COALESCE(:stream, 0) AND (stream > COALESCE(:stream, 0) OR seq > :seq)
 ORDER BY stream, seq
 LIMIT :most;

-- statement audit_end_at(stream id, seq int): one audit_end
SELECT stream, seq, digest
  FROM audit_entry
 WHERE stream = :stream AND seq = :seq;
