/* held.c - activities, as the tests ask for them. */

#include "held.h"

#include "base/text.h"
#include "fixture.h"

static struct activity
written(struct work *work, const char *status, int64_t places)
{
	struct id id = id_new();
	struct activity activity;
	int64_t start = at("2027-03-06 10:00");

	execute(work, text(work,
			   "INSERT INTO activity VALUES (%ld, 'Q7K2ABCD', NULL, %ld, %ld,"
			   " 'recreation', 'all', '%s', %ld, %ld, '亲子剪纸', 'Paper cutting',"
			   " '带上剪刀。', 'Bring scissors.', NULL, NULL, 1, 0, NULL, NULL, %ld,"
			   " 0, 1)",
			   id.value, centre_at(work, "sports-park").value,
			   venue_at(work, "sports-park-reading").id.value, status, start, start + 6,
			   account(work, "manager").value));
	execute(work, text(work,
			   "INSERT INTO activity_places (activity_id, mode, places, is_open,"
			   " closes_quarter) VALUES (%ld, 'onsite', %ld, '%s' = 'published', %ld)",
			   id.value, places, status, start));
	sign_in(work, "manager");
	assert_allowed(activity_find(work, id, &activity));
	sign_in(work, "resident");
	return activity;
}

struct activity
held(struct work *work, int64_t places)
{
	return written(work, "published", places);
}

struct activity
drafted(struct work *work, int64_t places)
{
	return written(work, "draft", places);
}
