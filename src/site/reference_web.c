/* reference_web.c - /s/Q7K2-ABCD, short for print and for codes: goes on to the thing.
 *
 * Two references alike are rare; then whoever asks chooses.  What is everybody's is found without
 * signing in, and whoever finds nothing else is asked to sign in first. */

#include "activity/activity.h"
#include "activity/registration.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "booking/booking.h"
#include "http/request.h"
#include "http/respond.h"
#include "shift/shift.h"
#include "site/reference.h"
#include "site/reference_html.h"
#include "site/reference_routes.h"

#define MATCHES_MOST 20

/* Those found so far. */
struct matches {
	struct work *work;
	size_t count;
	struct referred *all;
};

static void
add(struct matches *matches, const char *folder, struct id id, const char *name, int64_t start,
    int64_t end)
{
	struct work *work = matches->work;

	if (matches->count == MATCHES_MOST)
		return;
	matches->all[matches->count++] = (struct referred){
		.path = text(work, "/%s/%s", folder, id_text(id).chars),
		.name = name,
		.when = between_times(work, quarter_time(start), quarter_time(end)),
	};
}

static void
find_activities(struct matches *matches, const char *reference)
{
	size_t count;
	const struct activity *found = activity_with_reference(matches->work, reference, &count);

	for (size_t i = 0; i < count; i++)
		add(matches, "activities", found[i].id, found[i].title, found[i].start_quarter,
		    found[i].end_quarter);
}

static void
find_bookings(struct matches *matches, const char *reference)
{
	size_t count;
	const struct booking *found = booking_with_reference(matches->work, reference, &count);

	for (size_t i = 0; i < count; i++)
		add(matches, "bookings", found[i].id, found[i].venue_name, found[i].start_quarter,
		    found[i].end_quarter);
}

/* A ticket leads to the registration that it belongs to. */
static void
find_registrations(struct matches *matches, const char *reference)
{
	size_t count;
	const struct registration *found =
		registration_with_reference(matches->work, reference, &count);

	for (size_t i = 0; i < count; i++)
		add(matches, "registrations", found[i].id, found[i].title, found[i].start_quarter,
		    found[i].end_quarter);
}

static void
find_shifts(struct matches *matches, const char *reference)
{
	size_t count;
	const struct shift *found = shift_with_reference(matches->work, reference, &count);

	for (size_t i = 0; i < count; i++)
		add(matches, "volunteer/shifts", found[i].id, found[i].role, found[i].start_quarter,
		    found[i].end_quarter);
}

static const struct {
	void (*find)(struct matches *matches, const char *reference);
	bool for_visitors;
} kinds[] = {
	{ find_activities, true },
	{ find_shifts, true },
	{ find_bookings, false },
	{ find_registrations, false },
};

static const struct refusal *
go_on(struct request *req)
{
	const char *reference = reference_parse(req->work, path_text(req, "reference"));
	struct matches matches = { .work = req->work };

	if (!reference)
		return &refused_missing;
	matches.all = arena_array(req->work->arena, MATCHES_MOST, sizeof(*matches.all));
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (req->session || kinds[i].for_visitors)
			kinds[i].find(&matches, reference);
	if (matches.count == 0)
		return req->session ? &refused_missing : &not_signed_in;
	if (matches.count == 1)
		return redirect(req, NULL, "%s", matches.all->path);
	reference_matches_html(respond_html(req, 200), req, matches.all, matches.count);
	return NULL;
}

const struct route reference_web_routes[] = {
	{ .method = GET, .path = "/s/:reference", .handle = go_on, .permission = ANYONE },
	ROUTES_END,
};
