-- ledger.sql - what is written of people's hours: an entry is added, and never changed.
-- include "ledger/ledger_part.h"

-- statement ledger_insert(entry row ledger_entry): claim
INSERT INTO ledger_entry (person_id, seq, id, kind, minutes, shift_id, centre_id, start_quarter,
                          end_quarter, voided_seq, reason, actor, made_at, digest)
VALUES (:person_id, :seq, :id, :kind, :minutes, :shift_id, :centre_id, NULLIF(:start_quarter, 0),
        NULLIF(:end_quarter, 0), NULLIF(:voided_seq, 0), :reason, :actor, :made_at, :digest);

-- statement ledger_claim(entry row ledger_entry, number int): claim
INSERT INTO ledger_quarter (person_id, quarter, seq)
SELECT :person_id, seq, :number
  FROM seq_0_to_9999999
 WHERE seq >= :start_quarter AND seq < :end_quarter;

-- What was voided may be earned again.
-- statement ledger_release(person_id id, number int): run
DELETE FROM ledger_quarter WHERE person_id = :person_id AND seq = :number;
