-- certificate_reader.sql - reads certificates, and from the ledger whether they hold.
-- include "certificate/certificate_part.h"

-- statement certificate_find(id id): one certificate
SELECT certificate.id, certificate.reference, certificate.person_id, certificate.person_name,
       certificate.minutes, certificate.shifts, certificate.stars, certificate.first_day,
       certificate.last_day, certificate.entry_seq, certificate.issued_at,
       (SELECT MIN(later.made_at)
          FROM ledger_entry AS later
         WHERE later.person_id = certificate.person_id AND later.seq > certificate.entry_seq
           AND (later.kind = 'adjust'
                OR later.kind = 'void' AND later.voided_seq <= certificate.entry_seq)) AS superseded_at,
       certificate_void.made_at AS voided_at, certificate_void.reason AS void_reason,
       public_key, signature,
       EXISTS (SELECT 1 FROM certificate_paper
                WHERE certificate_paper.certificate_id = certificate.id) AS has_paper
  FROM certificate
  LEFT JOIN certificate_void ON certificate_void.certificate_id = certificate.id
  LEFT JOIN certificate_signature ON certificate_signature.certificate_id = certificate.id
 WHERE certificate.id = :id;

-- statement certificate_of_entry(person_id id, entry_seq int): one certificate
SELECT certificate.id, certificate.reference, certificate.person_id, certificate.person_name,
       certificate.minutes, certificate.shifts, certificate.stars, certificate.first_day,
       certificate.last_day, certificate.entry_seq, certificate.issued_at,
       (SELECT MIN(later.made_at)
          FROM ledger_entry AS later
         WHERE later.person_id = certificate.person_id AND later.seq > certificate.entry_seq
           AND (later.kind = 'adjust'
                OR later.kind = 'void' AND later.voided_seq <= certificate.entry_seq)) AS superseded_at,
       certificate_void.made_at AS voided_at, certificate_void.reason AS void_reason,
       public_key, signature,
       EXISTS (SELECT 1 FROM certificate_paper
                WHERE certificate_paper.certificate_id = certificate.id) AS has_paper
  FROM certificate
  LEFT JOIN certificate_void ON certificate_void.certificate_id = certificate.id
  LEFT JOIN certificate_signature ON certificate_signature.certificate_id = certificate.id
 WHERE certificate.person_id = :person_id AND certificate.entry_seq = :entry_seq;

-- The newest first, from a cursor on.
-- statement certificates_from(person_id id, cursor row): many certificate
SELECT certificate.id, certificate.reference, certificate.person_id, certificate.person_name,
       certificate.minutes, certificate.shifts, certificate.stars, certificate.first_day,
       certificate.last_day, certificate.entry_seq, certificate.issued_at,
       (SELECT MIN(later.made_at)
          FROM ledger_entry AS later
         WHERE later.person_id = certificate.person_id AND later.seq > certificate.entry_seq
           AND (later.kind = 'adjust'
                OR later.kind = 'void' AND later.voided_seq <= certificate.entry_seq)) AS superseded_at,
       certificate_void.made_at AS voided_at, certificate_void.reason AS void_reason,
       public_key, signature,
       EXISTS (SELECT 1 FROM certificate_paper
                WHERE certificate_paper.certificate_id = certificate.id) AS has_paper
  FROM certificate
  LEFT JOIN certificate_void ON certificate_void.certificate_id = certificate.id
  LEFT JOIN certificate_signature ON certificate_signature.certificate_id = certificate.id
 WHERE certificate.person_id = :person_id AND certificate.entry_seq < :after
 ORDER BY certificate.entry_seq DESC
 LIMIT :rows;

-- What is newer than a cursor, in the same order.
-- statement certificates_before(person_id id, cursor row): many certificate
SELECT id, reference, person_id, person_name, minutes, shifts, stars, first_day, last_day, entry_seq,
       issued_at, superseded_at, voided_at, void_reason, public_key, signature, has_paper
  FROM (SELECT certificate.id, certificate.reference, certificate.person_id, certificate.person_name,
               certificate.minutes, certificate.shifts, certificate.stars, certificate.first_day,
               certificate.last_day, certificate.entry_seq, certificate.issued_at,
               (SELECT MIN(later.made_at)
                  FROM ledger_entry AS later
                 WHERE later.person_id = certificate.person_id AND later.seq > certificate.entry_seq
                   AND (later.kind = 'adjust'
                        OR later.kind = 'void' AND later.voided_seq <= certificate.entry_seq)) AS superseded_at,
               certificate_void.made_at AS voided_at, certificate_void.reason AS void_reason,
               public_key, signature,
               EXISTS (SELECT 1 FROM certificate_paper
                        WHERE certificate_paper.certificate_id = certificate.id) AS has_paper
          FROM certificate
          LEFT JOIN certificate_void ON certificate_void.certificate_id = certificate.id
          LEFT JOIN certificate_signature ON certificate_signature.certificate_id = certificate.id
         WHERE certificate.person_id = :person_id AND certificate.entry_seq > :after
         ORDER BY certificate.entry_seq
         LIMIT :rows) AS newer
 ORDER BY entry_seq DESC;

-- What the ledger says of the days: those of what was earned and not voided.
-- statement served_days(person_id id): one served_days
SELECT MIN(start_quarter) AS first_quarter, MAX(end_quarter) AS last_quarter
  FROM ledger_entry AS entry
 WHERE person_id = :person_id AND kind = 'earn'
   AND NOT EXISTS (SELECT 1 FROM ledger_entry AS later
                    WHERE later.person_id = entry.person_id AND later.voided_seq = entry.seq);

-- statement certificate_paper(certificate_id id): one paper
SELECT pdf FROM certificate_paper WHERE certificate_id = :certificate_id;

-- statement certificate_keys(): many certificate_key
SELECT public_key, since FROM certificate_key ORDER BY since DESC;

-- statement guesses_since(account_id id, since time): one guesses
SELECT COUNT(*) AS count, MIN(made_at) AS oldest
  FROM certificate_guess
 WHERE account_id = :account_id AND made_at > :since;
