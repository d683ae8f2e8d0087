-- audit.sql - what every process writes of the audit log, and the little that it reads.
-- include "audit/chain.h"

-- statement audit_insert(entry row audit_entry): claim
INSERT INTO audit_entry (stream, seq, made_at, actor, act, subject_id, person_id, node_id, detail,
                         detail_digest, digest)
VALUES (:stream, :seq, :made_at, :actor, :act, :subject_id, :person_id, :node_id, :detail,
        :detail_digest, :digest);

-- statement audit_head(stream id): one audit_end
SELECT stream, seq, digest
  FROM audit_entry
 WHERE stream = :stream
 ORDER BY seq DESC
 LIMIT 1;
