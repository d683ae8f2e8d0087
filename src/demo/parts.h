/* parts.h - the parts of the demonstration, each of which writes its rows. */
#ifndef PARTS_H
#define PARTS_H

#include "base/field.h"
#include "centre/centre.h"
#include "db/column.h"
#include "demo/csv.h"
#include "demo/demo.h"
#include "demo/draw.h"
#include "venue/venue.h"

/* Rows, as demo.sql writes them. */
struct demo_node {
	struct id id, parent_id;
	const char *kind, *name_zh, *name_en;
};
struct demo_area {
	struct id id;
	const char *code, *level;
	double latitude, longitude;
};
struct demo_centre {
	struct id id, substitute_id;
	const char *key, *level, *status;
	int64_t opened_on;
	double latitude, longitude;
	int64_t area_m2, storeys, residents, people_a_month;
	const char *address_zh, *address_en, *phone;
};
struct demo_venue {
	struct id id, centre_id, whole_id;
	const char *key, *kind;
	int64_t floor, seats, area_m2;
	bool step_free, needs_approval;
	int64_t companions;
	const char *note_zh, *note_en;
	int64_t position;
};
struct demo_named { /* a field, a kind of venue, a piece of equipment */
	const char *key, *of, *name_zh, *name_en;
	int64_t position;
};
struct demo_person {
	struct id id, account_id, home_id;
	const char *name;
	int64_t born;
};
struct demo_booking {
	struct id id, person_id, venue_id, made_by;
	const char *reference, *status, *purpose;
	int64_t start_quarter, end_quarter, held_until;
	int64_t people, version; /* 2 where it was cancelled */
	time_t made_at, changed_at;
};

struct demo_activity {
	struct id id, centre_id, venue_id, made_by;
	const char *key; /* of its template, in activities.csv */
	const char *reference, *status, *reason, *field, *audience, *online_link;
	const char *title_zh, *title_en, *summary_zh, *summary_en;
	int64_t start_quarter, end_quarter;
	int64_t places, online_places, min_age, max_age;
	bool waitlist, party, is_open;
	time_t made_at;
};
struct demo_room {
	struct id id;
	int64_t seats;
};
extern const struct column demo_room_columns[];
struct demo_guest { /* somebody who signs up */
	struct id id, account_id;
	int64_t born;
};
extern const struct column demo_guest_columns[];
struct demo_registration { /* of one person, with the ticket */
	struct id id, seat_id, activity_id, person_id, made_by;
	const char *reference, *ticket, *mode, *status;
	int64_t number; /* in the queue; 0: none */
	int64_t offered;
	time_t offered_until, made_at;
};

/* A place with its point: a community to live in, or a centre to go to. */
struct demo_place {
	struct id id;
	double latitude, longitude;
};
extern const struct column demo_place_columns[];

/* The tree, the centres with their rooms and hours, the calendar, the settings. */
void demo_network(struct work *work, const char *folder);

/* The ten sign-ins and whoever belongs to them. */
MUST_USE const struct refusal *demo_sign_ins(struct work *work, const char *folder);

/* What is held at the four big centres, for weeks before and after now, in the order of centres,
 * templates and days; the last of them is the Lantern Festival, which is over. */
#define DEMO_LANTERN_FESTIVAL "lantern-riddles" /* the key of its template */
struct demo_activities {
	struct demo_activity *all;
	size_t count;
};
struct demo_activities demo_activities(struct work *work, const char *folder);

/* Who came to what is over, the Lantern Festival's many among them; who takes part in what is to
 * come, the resident among them; and one class that is full, with a queue and an offer. */
void demo_registrations(struct work *work, const struct demo_activities *held);

/* Where made-up residents live, what they book and what for. */
struct demo_stage {
	struct csv names, purposes;
	const struct demo_place *communities;
	size_t community_count;
	struct demo_scene *scenes; /* a centre each */
	size_t scene_count;
	int64_t keenest; /* per cent of the days on which the keenest come */
	int64_t first_day;
	size_t day_count;
};

/* A centre, those of its rooms that are booked, and its hours on each day of the stage. */
struct demo_scene {
	struct demo_place centre;
	struct venue *venues;
	size_t venue_count;
	struct open_day *days;
};

/* Sets the stage: at the lively centres, with the days ahead too, so that they are not empty; or at
 * all that are in service, with history alone, so that nobody's coming days are taken. */
struct demo_stage demo_stage(struct work *work, const char *folder, bool lively,
			     int64_t days_before);

/* A resident with an account and with bookings on the days of the stage; everything about them
 * follows from seed and number. */
struct demo_person demo_resident(struct work *work, const struct demo_stage *stage, int64_t seed,
				 int64_t number);
bool demo_resident_exists(struct work *work, int64_t seed, int64_t number);

/* What a resident books where they live, or rather where they go. */
void demo_bookings(struct work *work, const struct demo_stage *stage,
		   const struct demo_scene *scene, struct draw *draw,
		   const struct demo_person *person);

/* Hours that were served at Fengchan Road before the portal kept shifts, by so many people. */
#define DEMO_VISITORS 54
void demo_hours_of_fengchan_road(struct work *work, const struct id *people);

/* The hours of the volunteer, and a certificate that was superseded, and one that holds. */
void demo_hours_of_volunteer(struct work *work);

#endif
