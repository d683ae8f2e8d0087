-- activity_change.sql - making, changing, publishing and cancelling what is held.
--
-- include "activity/activity_part.h"

-- statement series_insert(id id, rrule text): run
INSERT INTO activity_series (id, rrule) VALUES (:id, :rrule);

-- statement activity_insert(activity row): run
INSERT INTO activity (id, reference, series_id, centre_id, venue_id, field_key, audience, status,
                      start_quarter, end_quarter, title_zh, title_en, summary_zh, summary_en,
                      min_age, max_age, waitlist, party, online_link, made_by, made_at, version)
VALUES (:id, :reference, :series_id, :centre_id, :venue_id, :field, :audience, :status,
        :start_quarter, :end_quarter, :title_zh, :title_en, :summary_zh, :summary_en,
        NULLIF(:min_age, 0), NULLIF(:max_age, 0), :waitlist, :party, :online_link, :made_by,
        :made_at, :version);

-- statement places_insert(activity row, mode text, places int, open flag): run
INSERT INTO activity_places (activity_id, mode, places, is_open, closes_quarter)
VALUES (:id, :mode, :places, :open, :closes_quarter);

-- What has begun, or was cancelled, stays as it is: a moment decides only here.
-- statement activity_update(activity row): change
UPDATE activity
   SET venue_id = :venue_id, field_key = :field, audience = :audience,
       title_zh = :title_zh, title_en = :title_en, summary_zh = :summary_zh,
       summary_en = :summary_en, min_age = NULLIF(:min_age, 0), max_age = NULLIF(:max_age, 0),
       waitlist = :waitlist, party = :party, online_link = :online_link, version = version + 1,
       end_quarter = :end_quarter,
       start_quarter = :start_quarter
 WHERE id = :id AND version = :version AND status <> 'cancelled'
   AND (status = 'draft' OR start_quarter * 900 > :now);

-- statement activity_publish(activity row): change
UPDATE activity
   SET status = 'published', version = version + 1
 WHERE id = :id AND version = :version AND status = 'draft' AND start_quarter * 900 >= :now;

-- statement activity_cancel(activity row, reason text): change
UPDATE activity
   SET status = 'cancelled', reason = :reason, version = version + 1
 WHERE id = :id AND version = :version AND status <> 'cancelled'
   AND (status = 'draft' OR start_quarter * 900 > :now);

-- One row for each part and quarter of its room, all or none, as a booking holds them.
-- statement activity_claim(activity row, held_until int): claim
INSERT INTO venue_quarter (venue_id, quarter, holder, holder_id)
SELECT part_id, seq, 'activity', :id
  FROM venue_part
  JOIN seq_0_to_9999999
 WHERE venue_part.venue_id = :venue_id AND seq >= :start_quarter AND seq < :held_until
 ORDER BY part_id, seq;

-- statement activity_release(id id): run
DELETE FROM venue_quarter WHERE holder_id = :id;

-- statement places_open(activity_id id, closes_quarter int): run
UPDATE activity_places
   SET is_open = 1, closes_quarter = :closes_quarter
 WHERE activity_id = :activity_id;

-- statement places_close_at(activity_id id, closes_quarter int): run
UPDATE activity_places SET closes_quarter = :closes_quarter WHERE activity_id = :activity_id;

-- statement places_shut(activity_id id): run
UPDATE activity_places SET is_open = 0 WHERE activity_id = :activity_id;

-- statement places_fewer(activity_id id, mode text, places int): change
UPDATE activity_places
   SET places = :places
 WHERE activity_id = :activity_id AND mode = :mode AND taken <= :places;

-- While somebody waits, what is added is not for everybody: it is freed, to be offered in order.
-- statement places_more(activity_id id, mode text, more int): run
UPDATE activity_places
   SET places = places + :more, taken = taken + IF(waiting > 0, :more, 0),
       freed = freed + IF(waiting > 0, :more, 0)
 WHERE activity_id = :activity_id AND mode = :mode;

-- statement places_drop(activity_id id, mode text): change
DELETE FROM activity_places
 WHERE activity_id = :activity_id AND mode = :mode AND taken = 0 AND waiting = 0;

-- statement concerned_seats(activity_id id): many concerned
SELECT registration_id, person_id, status
  FROM seat
  JOIN registration ON registration.id = registration_id
 WHERE seat.activity_id = :activity_id AND is_live = 1 AND status <> 'cancelled'
 ORDER BY registration_id, position;

-- Whoever has an account reads for themselves; for others read those who act for them now.
-- statement concerned_readers(activity_id id): many concerned_reader
SELECT DISTINCT COALESCE(own.person_id, helper.person_id, seat.person_id) AS person_id
  FROM seat
  JOIN registration ON registration.id = registration_id
  LEFT JOIN account AS own ON own.person_id = seat.person_id
  LEFT JOIN may_act ON own.id IS NULL AND may_act.person_id = seat.person_id
                   AND since <= :now AND until > :now
  LEFT JOIN account AS helper ON helper.id = may_act.account_id
 WHERE seat.activity_id = :activity_id AND is_live = 1 AND registration.status <> 'cancelled'
 ORDER BY person_id;

-- statement seats_release(activity_id id): run
UPDATE seat SET is_live = NULL WHERE activity_id = :activity_id AND is_live = 1;

-- statement registrations_release(activity_id id): run
UPDATE registration
   SET status = 'cancelled', offered_until = 0, version = version + 1
 WHERE activity_id = :activity_id AND status <> 'cancelled';
