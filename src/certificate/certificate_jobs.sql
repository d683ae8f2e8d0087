-- certificate_jobs.sql - what the jobs process adds to a certificate.
-- include "certificate/certificate_part.h"

-- statement certificate_signed(certificate_id id, public_key bytes, signature bytes): claim
INSERT INTO certificate_signature (certificate_id, public_key, signature, made_at)
VALUES (:certificate_id, :public_key, :signature, :now);

-- statement certificate_key_note(public_key bytes): run
INSERT IGNORE INTO certificate_key (public_key, since) VALUES (:public_key, :now);

-- statement certificate_printed(certificate_id id, pdf bytes): claim
INSERT INTO certificate_paper (certificate_id, pdf, made_at) VALUES (:certificate_id, :pdf, :now);

-- statement guesses_clean(before time, most int): run
DELETE FROM certificate_guess WHERE made_at < :before LIMIT :most;
