-- waiting.sql - the queue of an activity.
--
-- include "activity/waiting_part.h"

-- statement freed_places(activity_id id): many freed_places
SELECT mode, freed, waiting
  FROM activity_places
 WHERE activity_id = :activity_id AND is_open = 1 AND freed > 0
 ORDER BY mode;

-- statement waiters(activity_id id, mode word): many waiter
SELECT id, number, seats, at_least, passed_over, version
  FROM registration
 WHERE activity_id = :activity_id AND mode = :mode AND status = 'waiting'
 ORDER BY number;

-- statement waiters_of_all(activity_id id): many waiter
SELECT id, number, seats, at_least, passed_over, version
  FROM registration
 WHERE activity_id = :activity_id AND status = 'waiting'
 ORDER BY mode, number;

-- What is offered is freed no more, and who has an offer waits no more.
-- statement places_offer(activity_id id, mode word, given int): change
UPDATE activity_places
   SET freed = freed - :given, waiting = waiting - 1
 WHERE activity_id = :activity_id AND mode = :mode
   AND is_open = 1 AND freed >= :given AND waiting > 0;

-- When the last has an offer, what is left belongs to everybody.
-- statement places_left_over(activity_id id, mode word): run
UPDATE activity_places
   SET taken = taken - freed, freed = 0
 WHERE activity_id = :activity_id AND mode = :mode AND waiting = 0;

-- statement waiter_offer(waiter row, given int, until time): change
UPDATE registration
   SET status = 'offered', offered = :given, offered_until = :until, version = version + 1
 WHERE id = :id AND version = :version AND status = 'waiting';

-- statement waiters_pass_over(activity_id id, mode word, number int): run
UPDATE registration
   SET passed_over = passed_over + 1
 WHERE activity_id = :activity_id AND mode = :mode AND status = 'waiting' AND number < :number;

-- statement offer_accept(registration row): change
UPDATE registration
   SET status = 'registered', seats = :seats, offered = 0, offered_until = 0,
       version = version + 1
 WHERE id = :id AND status = 'offered' AND offered_until > :now
   AND EXISTS (SELECT 1 FROM activity WHERE activity.id = activity_id AND status = 'published');

-- statement offer_lapse(registration row): change
UPDATE registration
   SET status = 'cancelled', offered = 0, offered_until = 0, version = version + 1
 WHERE id = :id AND status = 'offered' AND offered_until <= :now;

-- statement seat_give_up(seat row): run
UPDATE seat SET is_live = NULL WHERE id = :id AND is_live = 1;

-- statement places_end_queue(activity_id id): run
UPDATE activity_places
   SET taken = taken - freed, freed = 0, waiting = 0
 WHERE activity_id = :activity_id;

-- statement waiter_end(waiter row): change
UPDATE registration
   SET status = 'cancelled', version = version + 1
 WHERE id = :id AND version = :version AND status = 'waiting';
