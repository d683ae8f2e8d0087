-- certificate.sql - certificates are given and declared void, and never changed.
-- include "certificate/certificate_part.h"

-- statement certificate_insert(certificate row): claim
INSERT INTO certificate (id, reference, person_id, person_name, minutes, shifts, stars, first_day,
                         last_day, entry_seq, issued_at)
SELECT :id, :reference, person.id, person.name, :minutes, :shifts, :stars,
       IF(:first_day < 0, NULL, :first_day), IF(:last_day < 0, NULL, :last_day), :entry_seq, :now
  FROM person
 WHERE person.id = :person_id;

-- statement certificate_void(certificate_id id, reason text, actor id): claim
INSERT INTO certificate_void (certificate_id, reason, actor, made_at)
VALUES (:certificate_id, :reason, :actor, :now);

-- statement guess_note(account_id id, code id): run
INSERT IGNORE INTO certificate_guess (account_id, made_at, code)
VALUES (:account_id, :now, COALESCE(:code, 0));
