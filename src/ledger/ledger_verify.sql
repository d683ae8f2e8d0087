-- ledger_verify.sql - reads all ledgers, and what the audit log says that they were.
-- include "audit/chain.h"
-- include "ledger/ledger_part.h"

-- statement ledger_entries_after(person_id id, number int, most int): many ledger_entry
SELECT id, person_id, seq, kind, minutes, shift_id, centre_id, start_quarter, end_quarter, voided_seq,
       reason, actor, made_at, digest
  FROM ledger_entry
 WHERE person_id >= COALESCE(:person_id, 0) AND (person_id > COALESCE(:person_id, 0) OR seq > :number)
 ORDER BY person_id, seq
 LIMIT :most;

-- statement ledger_seals_after(stream id, number int, act text, most int): many audit_entry
SELECT stream, seq, made_at, actor, act, subject_id, person_id, node_id, detail, detail_digest,
       digest
  FROM audit_entry
 WHERE stream >= COALESCE(:stream, 0) AND (stream > COALESCE(:stream, 0) OR seq > :number)
   AND act = :act
 ORDER BY stream, seq
 LIMIT :most;

-- statement ledger_end_at(person_id id, number int): one ledger_end
SELECT seq, digest
  FROM ledger_entry
 WHERE person_id = :person_id AND seq = :number;
