-- ledger_reader.sql - reads the ledger of hours.
-- include "ledger/ledger_part.h"

-- statement ledger_end(person_id id): one ledger_end
SELECT seq, digest
  FROM ledger_entry
 WHERE person_id = :person_id
 ORDER BY seq DESC
 LIMIT 1;

-- statement ledger_totals(person_id id, year_start int): one ledger_totals
SELECT CAST(COALESCE(SUM(minutes), 0) AS SIGNED) AS minutes,
       CAST(COALESCE(SUM(IF(kind = 'spend', 0, minutes)), 0) AS SIGNED) AS served,
       CAST(COALESCE(SUM(IF(kind <> 'spend' AND COALESCE(start_quarter * 900, made_at) >= :year_start,
                            minutes, 0)), 0) AS SIGNED) AS this_year,
       CAST(COALESCE(SUM((kind = 'earn') - (kind = 'void')), 0) AS SIGNED) AS shifts,
       COALESCE(MAX(seq), 0) AS last_seq
  FROM ledger_entry
 WHERE person_id = :person_id;

-- When what was served came to each of these for the first time.
-- statement ledger_reached(person_id id, one int, two int, three int, four int, five int): one ledger_reached
SELECT MIN(IF(served >= :one, made_at, NULL)) AS first,
       MIN(IF(served >= :two, made_at, NULL)) AS second,
       MIN(IF(served >= :three, made_at, NULL)) AS third,
       MIN(IF(served >= :four, made_at, NULL)) AS fourth,
       MIN(IF(served >= :five, made_at, NULL)) AS fifth
  FROM (SELECT made_at, SUM(IF(kind = 'spend', 0, minutes)) OVER (ORDER BY seq) AS served
          FROM ledger_entry
         WHERE person_id = :person_id) AS grown;

-- The newest first, from a cursor on.
-- statement ledger_lines_from(person_id id, cursor row): many ledger_line
SELECT entry.id, entry.person_id, entry.seq, entry.kind, entry.minutes, entry.shift_id, entry.centre_id,
       ELT(:language, name_zh, name_en) AS centre_name, entry.start_quarter * 900 AS start,
       entry.end_quarter * 900 AS end, entry.reason, entry.made_at,
       EXISTS (SELECT 1 FROM ledger_entry AS later
                WHERE later.person_id = entry.person_id AND later.voided_seq = entry.seq) AS voided
  FROM ledger_entry AS entry
  JOIN node ON node.id = entry.centre_id
 WHERE entry.person_id = :person_id AND entry.seq < :after
 ORDER BY entry.seq DESC
 LIMIT :rows;

-- What is newer than a cursor, in the same order.
-- statement ledger_lines_before(person_id id, cursor row): many ledger_line
SELECT id, person_id, seq, kind, minutes, shift_id, centre_id, centre_name, start, end, reason,
       made_at, voided
  FROM (SELECT entry.id, entry.person_id, entry.seq, entry.kind, entry.minutes, entry.shift_id,
               entry.centre_id, ELT(:language, name_zh, name_en) AS centre_name,
               entry.start_quarter * 900 AS start, entry.end_quarter * 900 AS end, entry.reason,
               entry.made_at,
               EXISTS (SELECT 1 FROM ledger_entry AS later
                        WHERE later.person_id = entry.person_id
                          AND later.voided_seq = entry.seq) AS voided
          FROM ledger_entry AS entry
          JOIN node ON node.id = entry.centre_id
         WHERE entry.person_id = :person_id AND entry.seq > :after
         ORDER BY entry.seq
         LIMIT :rows) AS newer
 ORDER BY seq DESC;

-- statement ledger_line(id id): one ledger_line
SELECT entry.id, entry.person_id, entry.seq, entry.kind, entry.minutes, entry.shift_id, entry.centre_id,
       ELT(:language, name_zh, name_en) AS centre_name, entry.start_quarter * 900 AS start,
       entry.end_quarter * 900 AS end, entry.reason, entry.made_at,
       EXISTS (SELECT 1 FROM ledger_entry AS later
                WHERE later.person_id = entry.person_id AND later.voided_seq = entry.seq) AS voided
  FROM ledger_entry AS entry
  JOIN node ON node.id = entry.centre_id
 WHERE entry.id = :id;

-- Each centre where a person has served.
-- statement ledger_volunteers(person_id id): many volunteer
SELECT DISTINCT ledger_entry.person_id, person.name, centre_id
  FROM ledger_entry
  JOIN person ON person.id = ledger_entry.person_id
 WHERE ledger_entry.person_id = :person_id;
