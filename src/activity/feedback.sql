-- feedback.sql - what was answered afterwards.
--
-- include "activity/feedback_part.h"

-- Of those who came and have not answered, oneself first.
-- statement feedback_person(activity_id id, account_id id): one asked
SELECT seat.person_id
  FROM may_act
  JOIN seat ON seat.person_id = may_act.person_id AND seat.activity_id = :activity_id
           AND seat.is_live = 1
  JOIN attendance ON seat_id = seat.id AND attendance.is_live = 1
  LEFT JOIN feedback_given AS given ON given.activity_id = seat.activity_id
                                   AND given.person_id = seat.person_id
 WHERE account_id = :account_id AND since <= :now AND until > :now AND given.person_id IS NULL
 ORDER BY relation <> 'self', seat.position
 LIMIT 1;

-- statement feedback_came(activity_id id, account_id id): exists
SELECT 1
  FROM may_act
  JOIN seat ON seat.person_id = may_act.person_id AND seat.activity_id = :activity_id
  JOIN attendance ON seat_id = seat.id AND attendance.is_live = 1
 WHERE account_id = :account_id AND since <= :now AND until > :now
 LIMIT 1;

-- statement feedback_claim(activity_id id, person_id id): claim
INSERT INTO feedback_given (activity_id, person_id) VALUES (:activity_id, :person_id);

-- Nothing of who, and nothing of when.
-- statement feedback_insert(id id, activity_id id, feedback row): run
INSERT INTO feedback (id, activity_id, liked, again, place)
VALUES (:id, :activity_id, :liked, :again, :place);

-- statement feedback_summed(activity_id id): one feedback_sum
SELECT COUNT(*) AS answers, CAST(COALESCE(ROUND(10 * AVG(liked)), 0) AS SIGNED) AS liked,
       CAST(COALESCE(ROUND(10 * AVG(again)), 0) AS SIGNED) AS again,
       CAST(COALESCE(ROUND(10 * AVG(place)), 0) AS SIGNED) AS place
  FROM feedback
 WHERE activity_id = :activity_id;
