-- audit_jobs.sql - what the jobs process needs to seal the streams.
-- include "audit/chain.h"

-- Those that have grown since; a stream does not seal itself.
-- statement audit_unsealed(sealing id, most int): many audit_end
SELECT head.stream, head.seq, audit_entry.digest
  FROM (SELECT stream, MAX(seq) AS seq FROM audit_entry GROUP BY stream) AS head
  JOIN audit_entry ON audit_entry.stream = head.stream AND audit_entry.seq = head.seq
  LEFT JOIN audit_sealed ON audit_sealed.stream = head.stream
 WHERE head.stream <> COALESCE(:sealing, 0) AND head.seq > COALESCE(audit_sealed.seq, 0)
 LIMIT :most;

-- statement audit_mark_sealed(end row audit_end): run
INSERT INTO audit_sealed (stream, seq)
VALUES (:stream, :seq)
    ON DUPLICATE KEY UPDATE seq = VALUES(seq);
