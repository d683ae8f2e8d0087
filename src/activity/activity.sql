-- activity.sql - what is held at the centres.

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
