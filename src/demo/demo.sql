-- demo.sql - the rows of the demonstration; written by quarterctl alone.

-- include "demo/parts.h"

-- statement demo_area_exists(id id): exists
SELECT 1 FROM area WHERE id = :id;

-- statement demo_node_exists(id id): exists
SELECT 1 FROM node WHERE id = :id;

-- The root is there from the first migration on.
-- statement demo_node_name(node row demo_node): run
UPDATE node SET name_zh = :name_zh, name_en = :name_en WHERE id = :id;

-- statement demo_person_exists(id id): exists
SELECT 1 FROM person WHERE id = :id;

-- statement demo_node_insert(node row demo_node): run
INSERT INTO node (id, parent_id, kind, name_zh, name_en)
VALUES (:id, :parent_id, :kind, :name_zh, :name_en);

-- A node lies below itself, and below all that its parent lies below.
-- statement demo_path_insert(id id, parent_id id): run
INSERT INTO node_path (ancestor_id, descendant_id, depth)
SELECT :id, :id, 0
UNION ALL
SELECT ancestor_id, :id, depth + 1 FROM node_path WHERE descendant_id = :parent_id;

-- statement demo_area_insert(area row demo_area): run
INSERT INTO area (id, code, level, latitude, longitude)
VALUES (:id, :code, :level, :latitude, :longitude);

-- Days before 1900 stand for none, and so does 0 of what was counted.
-- statement demo_centre_insert(centre row demo_centre): run
INSERT INTO centre (id, centre_key, level, status, opened_on, latitude, longitude, area_m2,
                    storeys, residents, people_a_month, address_zh, address_en, phone,
                    substitute_id)
VALUES (:id, :key, :level, :status, IF(:opened_on < -25567, NULL, :opened_on), :latitude,
        :longitude, NULLIF(:area_m2, 0), NULLIF(:storeys, 0), NULLIF(:residents, 0),
        NULLIF(:people_a_month, 0), :address_zh, :address_en, :phone, :substitute_id);

-- statement demo_opening_insert(node_id id, day_type text, from_minute int, until_minute int): run
INSERT INTO opening (node_id, day_type, from_minute, until_minute)
VALUES (:node_id, :day_type, :from_minute, :until_minute);

-- statement demo_calendar_day_insert(on_day int, kind text, name_zh text, name_en text): run
INSERT INTO calendar_day (on_day, kind, name_zh, name_en)
VALUES (:on_day, :kind, :name_zh, :name_en);

-- statement demo_calendar_year_insert(year int): run
INSERT IGNORE INTO calendar_year (year, published) VALUES (:year, 1);

-- statement demo_setting_insert(node_id id, setting_key text, value int): run
INSERT INTO setting (node_id, setting_key, value) VALUES (:node_id, :setting_key, :value);

-- statement demo_field_insert(field row demo_named): run
INSERT INTO field (field_key, function_key, name_zh, name_en, position)
VALUES (:key, :of, :name_zh, :name_en, :position);

-- statement demo_kind_insert(kind row demo_named): run
INSERT INTO venue_kind (kind_key, field_key, name_zh, name_en, position)
VALUES (:key, :of, :name_zh, :name_en, :position);

-- statement demo_equipment_insert(equipment row demo_named): run
INSERT INTO equipment (equipment_key, name_zh, name_en, position)
VALUES (:key, :name_zh, :name_en, :position);

-- statement demo_venue_insert(venue row demo_venue): run
INSERT INTO venue (id, venue_key, centre_id, kind_key, whole_id, floor, seats, area_m2, step_free,
                   needs_approval, companions, note_zh, note_en, position)
VALUES (:id, :key, :centre_id, :kind, :whole_id, :floor, :seats, :area_m2, :step_free,
        :needs_approval, :companions, :note_zh, :note_en, :position);

-- statement demo_venue_equipment_insert(venue_id id, equipment_key text): run
INSERT INTO venue_equipment (venue_id, equipment_key) VALUES (:venue_id, :equipment_key);

-- A room is its own only part, a hall that divides its halves: those come after all rooms are in.
-- statement demo_parts_insert(): run
INSERT INTO venue_part (venue_id, part_id)
SELECT whole.id, COALESCE(half.id, whole.id)
  FROM venue AS whole
  LEFT JOIN venue AS half ON half.whole_id = whole.id;

-- What workers keep of the network is to be read anew.
-- statement demo_caches_raise(): run
UPDATE network_state SET caches = caches + 1;

-- statement demo_person_insert(person row demo_person): run
INSERT INTO person (id, name, born, language, home_id, made_at)
VALUES (:id, :name, :born, 'zh-CN', :home_id, :now);

-- statement demo_address_insert(person_id id, kind text, lookup bytes, tail bytes, sealed bytes): run
INSERT INTO person_address (person_id, kind, lookup, tail, sealed)
VALUES (:person_id, :kind, :lookup, :tail, :sealed);

-- statement demo_account_insert(id id, person_id id): run
INSERT INTO account (id, person_id, status, made_at) VALUES (:id, :person_id, 'open', :now);

-- statement demo_login_insert(lookup bytes, account_id id, sealed bytes): run
INSERT INTO login (lookup, account_id, kind, sealed)
VALUES (:lookup, :account_id, 'email', :sealed);

-- statement demo_credential_insert(account_id id, password_hash text): run
INSERT INTO credential (account_id, password_hash, changed_at)
VALUES (:account_id, :password_hash, :now);

-- statement demo_may_act_insert(account_id id, person_id id, relation text): run
INSERT INTO may_act (account_id, person_id, relation, since, until)
VALUES (:account_id, :person_id, :relation, :now, 9223372036854775807);

-- statement demo_role_insert(id id, account_id id, role text, node_id id): run
INSERT INTO role_grant (id, account_id, role, node_id, since, until)
VALUES (:id, :account_id, :role, :node_id, :now, 9223372036854775807);

-- statement demo_token_insert(token_hash bytes, id id, account_id id, ends_at time): run
INSERT INTO token (token_hash, id, account_id, name, scope, made_at, ends_at)
VALUES (:token_hash, :id, :account_id, 'load', 'all', :now, :ends_at);

-- statement demo_communities(): many demo_place
SELECT id, latitude, longitude FROM area WHERE level IN ('community', 'village') ORDER BY code;

-- statement demo_centres(): many demo_place
SELECT id, latitude, longitude FROM centre WHERE status = 'in_service' ORDER BY centre_key;

-- statement demo_claim(booking row demo_booking): claim
INSERT INTO venue_quarter (venue_id, quarter, holder, holder_id)
SELECT part_id, seq, 'booking', :id
  FROM venue_part
  JOIN seq_0_to_9999999
 WHERE venue_part.venue_id = :venue_id AND seq >= :start_quarter AND seq < :held_until
 ORDER BY part_id, seq;

-- Rooms of a kind that seat so many, the smallest first.
-- statement demo_rooms(centre_id id, kind text, places int): many demo_room
SELECT id, seats
  FROM venue
 WHERE centre_id = :centre_id AND kind_key = :kind AND seats >= :places
 ORDER BY seats, position;

-- statement demo_activity_claim(activity row demo_activity): claim
INSERT INTO venue_quarter (venue_id, quarter, holder, holder_id)
SELECT part_id, seq, 'activity', :id
  FROM venue_part
  JOIN seq_0_to_9999999
 WHERE venue_part.venue_id = :venue_id AND seq >= :start_quarter AND seq < :end_quarter
 ORDER BY part_id, seq;

-- statement demo_release(id id): run
DELETE FROM venue_quarter WHERE holder_id = :id;

-- statement demo_activity_insert(activity row demo_activity): run
INSERT INTO activity (id, reference, centre_id, venue_id, field_key, audience, status,
                      start_quarter, end_quarter, title_zh, title_en, summary_zh, summary_en,
                      min_age, max_age, waitlist, party, online_link, reason, made_by, made_at,
                      version)
VALUES (:id, :reference, :centre_id, :venue_id, :field, :audience, :status, :start_quarter,
        :end_quarter, :title_zh, :title_en, :summary_zh, :summary_en, NULLIF(:min_age, 0),
        NULLIF(:max_age, 0), :waitlist, :party, :online_link, :reason, :made_by, :made_at, 1);

-- statement demo_places_insert(activity row demo_activity, mode text, places int): run
INSERT INTO activity_places (activity_id, mode, places, is_open, closes_quarter)
VALUES (:id, :mode, :places, :is_open, :start_quarter);

-- statement demo_booking_insert(booking row demo_booking): run
INSERT INTO booking (id, reference, status, person_id, venue_id, start_quarter, end_quarter,
                     people, purpose, made_by, made_at, version)
VALUES (:id, :reference, :status, :person_id, :venue_id, :start_quarter, :end_quarter, :people,
        :purpose, :made_by, :made_at, :version);

-- statement demo_diary_insert(booking row demo_booking): run
INSERT INTO diary (person_id, thing_id, kind, start_quarter, end_quarter, status, place_id,
                   sequence, changed_at)
VALUES (:person_id, :id, 'booking', :start_quarter, :end_quarter, :status, :venue_id,
        :version - 1, :changed_at);

-- Those who can sign up: who has an account but no role, in an order that is the same each time.
-- statement demo_guests(): many demo_guest
SELECT person.id, account.id AS account_id, born
  FROM account
  JOIN person ON person.id = account.person_id
 WHERE NOT EXISTS (SELECT 1 FROM credential WHERE account_id = account.id)
 ORDER BY person.id;

-- statement demo_seat_exists(activity_id id, person_id id): exists
SELECT 1 FROM seat WHERE activity_id = :activity_id AND person_id = :person_id AND is_live = 1;

-- statement demo_registration_insert(registration row demo_registration): run
INSERT INTO registration (id, reference, activity_id, mode, status, seats, at_least, number,
                          offered, offered_until, made_by, made_at, version)
VALUES (:id, :reference, :activity_id, :mode, :status, 1, 1, NULLIF(:number, 0), :offered,
        :offered_until, :made_by, :made_at, 1);

-- statement demo_seat_insert(registration row demo_registration): run
INSERT INTO seat (id, registration_id, activity_id, person_id, position, reference, is_live)
VALUES (:seat_id, :id, :activity_id, :person_id, 1, :ticket, 1);

-- statement demo_seat_diary_insert(registration row demo_registration): run
INSERT INTO diary (person_id, thing_id, kind, start_quarter, end_quarter, status, place_id, title,
                   sequence, changed_at)
SELECT :person_id, :id, 'activity', start_quarter, end_quarter, :status,
       COALESCE(venue_id, centre_id), JSON_OBJECT('zh-CN', title_zh, 'en', title_en), 0, :made_at
  FROM activity
 WHERE id = :activity_id;

-- statement demo_places_fill(activity_id id, mode text, taken int, waiting int, last_number int): run
UPDATE activity_places
   SET taken = :taken, waiting = :waiting, last_number = :last_number
 WHERE activity_id = :activity_id AND mode = :mode;

-- Of the class that is full: there are as many as there are people for it.
-- statement demo_places_are(activity_id id, places int): run
UPDATE activity_places SET places = :places WHERE activity_id = :activity_id AND mode = 'onsite';

-- statement demo_places_one_more(activity_id id): run
UPDATE activity_places SET taken = taken + 1 WHERE activity_id = :activity_id AND mode = 'onsite';

-- One row for each who came.
-- statement demo_attendance_insert(activity_id id, first_id int, count int, source text,
--                                  made_by id, made_at time): run
INSERT INTO attendance (id, activity_id, seat_id, people, source, made_by, made_at, is_live)
SELECT :first_id + seq, :activity_id, NULL, 1, :source, :made_by, :made_at, 1
  FROM seq_0_to_9999999
 WHERE seq >= 0 AND seq < :count;
