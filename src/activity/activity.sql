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
