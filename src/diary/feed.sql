-- feed.sql - calendars that programs fetch by a secret address.
-- include "diary/feed.h"

-- statement feed_set(account_id id, token_hash bytes): run
INSERT INTO diary_feed (account_id, token_hash, made_at)
VALUES (:account_id, :token_hash, :now)
    ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), made_at = VALUES(made_at);

-- statement feed_remove(account_id id): change
DELETE FROM diary_feed WHERE account_id = :account_id;

-- statement feed_of(account_id id): one feed
SELECT account_id, language, diary_feed.made_at
  FROM diary_feed
  JOIN account ON account.id = account_id
  JOIN person ON person.id = person_id
 WHERE account_id = :account_id;

-- statement feed_find(token_hash bytes): one feed
SELECT account_id, language, diary_feed.made_at
  FROM diary_feed
  JOIN account ON account.id = account_id AND status = 'open'
  JOIN person ON person.id = person_id
 WHERE token_hash = :token_hash;

-- Those who share a thing stand together, who is still to come first.
-- statement feed_items(account_id id, since_quarter int, since time): many feed_item
SELECT thing_id, diary.kind, diary.status,
       COALESCE(JSON_VALUE(title, ELT(:language, '$."zh-CN"', '$.en')),
                ELT(:language, place.name_zh, place.name_en)) AS title,
       ELT(:language, place.name_zh, place.name_en) AS place_name,
       ELT(:language, centre.name_zh, centre.name_en) AS centre_name,
       relation, start_quarter, end_quarter, sequence, changed_at
  FROM may_act
  JOIN diary ON diary.person_id = may_act.person_id
  JOIN node AS place ON place.id = place_id
  JOIN node AS centre ON centre.id = IF(place.kind = 'venue', place.parent_id, place.id)
 WHERE may_act.account_id = :account_id AND since <= :now AND until > :now
   AND end_quarter > :since_quarter AND (diary.status <> 'cancelled' OR changed_at > :since)
 ORDER BY thing_id, diary.status = 'cancelled', relation <> 'self', relation, diary.person_id;
