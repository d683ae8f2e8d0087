-- ledger_reader.sql - reads the ledger of hours.
-- include "ledger/ledger_part.h"

-- statement ledger_end(person_id id): one ledger_end
SELECT seq, digest
  FROM ledger_entry
 WHERE person_id = :person_id
 ORDER BY seq DESC
 LIMIT 1;
