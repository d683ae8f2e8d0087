/* shifts.c - shifts, as the tests of volunteering ask for them. */

#include "shifts.h"

#include "base/quarter.h"
#include "fixture.h"

struct shift_draft
asked(struct work *work, const char *start, const char *end)
{
	return (struct shift_draft){
		.centre_id = centre_at(work, "sports-park"),
		.role_zh = "引导员",
		.role_en = "Guide",
		.start_quarter = at(start),
		.end_quarter = at(end),
		.needed = 2,
	};
}

struct shift
made(struct work *work, struct shift_draft draft)
{
	struct shift shift;

	sign_in(work, "manager");
	assert_allowed(shift_make(work, &draft, &shift));
	sign_in(work, "resident");
	return shift;
}

/* Monday from nine to eleven, at Sports Park. */
struct shift
monday_shift(struct work *work)
{
	return made(work, asked(work, "2027-03-01 09:00", "2027-03-01 11:00"));
}

const struct refusal *
take(struct work *work, const struct shift *shift, struct signup *signup)
{
	const struct signup_draft oneself = { .keep_both = false };

	return signup_make(work, shift, &oneself, signup);
}

struct signup
taken(struct work *work, const struct shift *shift)
{
	struct signup signup;

	assert_allowed(take(work, shift, &signup));
	return signup;
}

int64_t
shift_taken(struct work *work, const struct shift *shift)
{
	struct shift now;

	assert_allowed(shift_find(work, shift->id, &now));
	return now.taken;
}

void
clock_to(struct work *work, const char *local)
{
	work->now = quarter_time(at(local));
}
