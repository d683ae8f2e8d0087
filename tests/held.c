/* held.c - activities, as the tests ask for them. */

#include "held.h"

#include "base/text.h"
#include "diary/diary.h"
#include "fixture.h"

struct activity_draft
class_for(struct work *work, int64_t places)
{
	return (struct activity_draft){
		.centre_id = centre_at(work, "sports-park"),
		.venue_id = venue_at(work, "sports-park-reading").id,
		.title_zh = "亲子剪纸",
		.title_en = "Paper cutting",
		.summary_zh = "一起剪窗花，请带剪刀。",
		.summary_en = "We cut paper together. Bring scissors.",
		.field = "recreation",
		.start_quarter = at("2027-03-06 10:00"),
		.end_quarter = at("2027-03-06 11:30"),
		.places = places,
		.waitlist = true,
	};
}

struct activity
drafted(struct work *work, struct activity_draft asked)
{
	struct activity *made;
	size_t count;

	sign_in(work, "manager");
	assert_allowed(activity_make(work, &asked, &made, &count));
	sign_in(work, "resident");
	return made[0];
}

struct activity
published(struct work *work, struct activity_draft asked)
{
	struct activity activity = drafted(work, asked);

	sign_in(work, "manager");
	assert_allowed(activity_publish(work, &activity));
	sign_in(work, "resident");
	return activity;
}

struct activity
held(struct work *work, int64_t places)
{
	return published(work, class_for(work, places));
}

static void
take_place(struct work *work, const struct activity *activity, const char *status)
{
	execute(work, text(work,
			   "UPDATE activity_places SET taken = taken + ('%s' <> 'waiting'),"
			   " waiting = waiting + ('%s' <> 'registered') WHERE activity_id = %ld",
			   status, status, activity->id.value));
}

struct id
seated(struct work *work, const struct activity *activity, const char *who, const char *status)
{
	struct id registration = id_new();
	const struct diary_entry entry = {
		.person_id = person(work, who),
		.thing_id = registration,
		.place_id = activity->venue_id,
		.kind = "activity",
		.status = status,
		.title = "{\"zh-CN\":\"亲子剪纸\",\"en\":\"Paper cutting\"}",
		.start_quarter = activity->start_quarter,
		.end_quarter = activity->end_quarter,
	};

	execute(work, text(work,
			   "INSERT INTO registration (id, reference, activity_id, mode, status,"
			   " seats, at_least, made_by, made_at, version)"
			   " VALUES (%ld, 'Q7K2ABCD', %ld, 'onsite', '%s', 1, 1, %ld, 0, 1)",
			   registration.value, activity->id.value, status,
			   account(work, "resident").value));
	execute(work,
		text(work,
		     "INSERT INTO seat (id, registration_id, activity_id, person_id, position,"
		     " reference, is_live) VALUES (%ld, %ld, %ld, %ld, 1, 'Q7K2ABCE', 1)",
		     id_new().value, registration.value, activity->id.value,
		     person(work, who).value));
	take_place(work, activity, status);
	diary_enter(work, &entry);
	return registration;
}
