-- feedback_asked.sql - who is asked afterwards.
--
-- include "activity/feedback_part.h"

-- Whoever has an account reads for themselves; for others read those who act for them now.
-- statement feedback_readers(activity_id id): many asked
SELECT DISTINCT COALESCE(own.person_id, helper.person_id, seat.person_id) AS person_id
  FROM attendance
  JOIN seat ON seat.id = seat_id
  LEFT JOIN account AS own ON own.person_id = seat.person_id
  LEFT JOIN may_act ON own.id IS NULL AND may_act.person_id = seat.person_id
                   AND since <= :now AND until > :now
  LEFT JOIN account AS helper ON helper.id = may_act.account_id
 WHERE attendance.activity_id = :activity_id AND attendance.is_live = 1
 ORDER BY person_id;
