-- activity.sql - what is held at the centres.
--
-- include "activity/activity_part.h"

-- statement activity_find(id id): one activity
SELECT id, reference, status, series_id, centre_id,
       ELT(:language, centre_zh, centre_en) AS centre_name, latitude, longitude, venue_id,
       ELT(:language, venue_zh, venue_en) AS venue_name, floor, step_free, field_key AS field,
       ELT(:language, field_zh, field_en) AS field_name, audience, start_quarter, end_quarter,
       ELT(:language, title_zh, title_en) AS title,
       ELT(:language, summary_zh, summary_en) AS summary, title_zh, title_en, summary_zh,
       summary_en, min_age, max_age, waitlist, party, mode, places, taken, waiting, online_places,
       online_taken, online_waiting, closes_quarter, online_link, reason, made_by, made_at, version
  FROM activity_shown
 WHERE id = :id;

-- statement field_exists(key text): exists
SELECT 1 FROM field WHERE field_key = :key;

-- Of drafts those alone who may run them are told.
-- statement activities_of_series(series_id id, drafts flag): many activity
SELECT id, reference, status, series_id, centre_id,
       ELT(:language, centre_zh, centre_en) AS centre_name, latitude, longitude, venue_id,
       ELT(:language, venue_zh, venue_en) AS venue_name, floor, step_free, field_key AS field,
       ELT(:language, field_zh, field_en) AS field_name, audience, start_quarter, end_quarter,
       ELT(:language, title_zh, title_en) AS title,
       ELT(:language, summary_zh, summary_en) AS summary, title_zh, title_en, summary_zh,
       summary_en, min_age, max_age, waitlist, party, mode, places, taken, waiting, online_places,
       online_taken, online_waiting, closes_quarter, online_link, reason, made_by, made_at, version
  FROM activity_shown
 WHERE series_id = :series_id AND status <> 'cancelled' AND (:drafts OR status <> 'draft')
   AND end_quarter * 900 > :now
 ORDER BY start_quarter, id;

-- statement activities_with_reference(reference text): many activity
SELECT id, reference, status, series_id, centre_id,
       ELT(:language, centre_zh, centre_en) AS centre_name, latitude, longitude, venue_id,
       ELT(:language, venue_zh, venue_en) AS venue_name, floor, step_free, field_key AS field,
       ELT(:language, field_zh, field_en) AS field_name, audience, start_quarter, end_quarter,
       ELT(:language, title_zh, title_en) AS title,
       ELT(:language, summary_zh, summary_en) AS summary, title_zh, title_en, summary_zh,
       summary_en, min_age, max_age, waitlist, party, mode, places, taken, waiting, online_places,
       online_taken, online_waiting, closes_quarter, online_link, reason, made_by, made_at, version
  FROM activity_shown
 WHERE reference = :reference
 ORDER BY start_quarter, id;

-- What is asked for on the spot, or online, may be held both ways.  What is NULL is not asked for.
-- statement activities_from(filter row activity_filter): many activity
SELECT id, reference, status, series_id, centre_id,
       ELT(:language, centre_zh, centre_en) AS centre_name, latitude, longitude, venue_id,
       ELT(:language, venue_zh, venue_en) AS venue_name, floor, step_free, field_key AS field,
       ELT(:language, field_zh, field_en) AS field_name, audience, start_quarter, end_quarter,
       ELT(:language, title_zh, title_en) AS title,
       ELT(:language, summary_zh, summary_en) AS summary, title_zh, title_en, summary_zh,
       summary_en, min_age, max_age, waitlist, party, mode, places, taken, waiting, online_places,
       online_taken, online_waiting, closes_quarter, online_link, reason, made_by, made_at, version
  FROM activity_shown
 WHERE status = :status AND (:centre_id IS NULL OR centre_id = :centre_id)
   AND (:centres IS NULL OR FIND_IN_SET(centre_id, :centres))
   AND (:mode IS NULL OR mode IN (:mode, 'both'))
   AND (:audiences IS NULL OR FIND_IN_SET(audience, :audiences))
   AND (:field IS NULL OR field_key = :field)
   AND (:q IS NULL OR LOCATE(:q, title_zh) > 0 OR LOCATE(:q, title_en) > 0
                   OR LOCATE(:q, summary_zh) > 0 OR LOCATE(:q, summary_en) > 0)
   AND end_quarter > :ends_after AND start_quarter >= :from_quarter
   AND start_quarter < :until_quarter
   AND start_quarter >= :after AND (start_quarter > :after OR :after_id IS NULL
                                    OR id > :after_id)
 ORDER BY start_quarter, id
 LIMIT :rows;

-- The same before a cursor, in the same order.
-- statement activities_before(filter row activity_filter): many activity
SELECT id, reference, status, series_id, centre_id, centre_name, latitude, longitude, venue_id,
       venue_name, floor, step_free, field, field_name, audience, start_quarter, end_quarter,
       title, summary, title_zh, title_en, summary_zh, summary_en, min_age, max_age, waitlist,
       party, mode, places, taken, waiting, online_places, online_taken, online_waiting,
       closes_quarter, online_link, reason, made_by, made_at, version
  FROM (SELECT id, reference, status, series_id, centre_id,
               ELT(:language, centre_zh, centre_en) AS centre_name, latitude, longitude, venue_id,
               ELT(:language, venue_zh, venue_en) AS venue_name, floor, step_free, field_key AS field,
               ELT(:language, field_zh, field_en) AS field_name, audience, start_quarter, end_quarter,
               ELT(:language, title_zh, title_en) AS title,
               ELT(:language, summary_zh, summary_en) AS summary, title_zh, title_en, summary_zh,
               summary_en, min_age, max_age, waitlist, party, mode, places, taken, waiting, online_places,
               online_taken, online_waiting, closes_quarter, online_link, reason, made_by, made_at, version
          FROM activity_shown
         WHERE status = :status AND (:centre_id IS NULL OR centre_id = :centre_id)
           AND (:centres IS NULL OR FIND_IN_SET(centre_id, :centres))
           AND (:mode IS NULL OR mode IN (:mode, 'both'))
           AND (:audiences IS NULL OR FIND_IN_SET(audience, :audiences))
           AND (:field IS NULL OR field_key = :field)
           AND (:q IS NULL OR LOCATE(:q, title_zh) > 0 OR LOCATE(:q, title_en) > 0
                           OR LOCATE(:q, summary_zh) > 0 OR LOCATE(:q, summary_en) > 0)
           AND end_quarter > :ends_after AND start_quarter >= :from_quarter
           AND start_quarter < :until_quarter
           AND start_quarter <= :after AND (start_quarter < :after OR id < :after_id)
         ORDER BY start_quarter DESC, id DESC
         LIMIT :rows) AS earlier
 ORDER BY start_quarter, id;

-- statement fields_of_service(): many field_option
SELECT field_key AS `key`, ELT(:language, name_zh, name_en) AS label
  FROM field
 ORDER BY position;
