/* booking_find.c - finding bookings, one or many, and who may see them. */

#include "base/arena.h"
#include "base/quarter.h"
#include "base/seal.h"
#include "base/text.h"
#include "booking/booking.h"
#include "booking/booking_part.h"
#include "booking/booking_sql.h"
#include "household/household.h"

static const struct word *const statuses[] = {
	&booking_requested,
	&booking_confirmed,
	&booking_cancelled,
	NULL,
};

const struct column booking_columns[] = {
	COLUMN_ID(struct booking, id),
	COLUMN_REFERENCE(struct booking, reference),
	COLUMN_WORD(struct booking, status, statuses),
	COLUMN_ID(struct booking, person_id, .as = "for"),
	COLUMN_TEXT(struct booking, person_name, .as = "for_name"),
	COLUMN_ID(struct booking, centre_id, .as = "centre"),
	COLUMN_TEXT(struct booking, centre_name),
	COLUMN_ID(struct booking, venue_id, .as = "venue"),
	COLUMN_TEXT(struct booking, venue_name),
	COLUMN_INT(struct booking, floor, .hidden = true),
	COLUMN_QUARTER(struct booking, start_quarter, .as = "start"),
	COLUMN_QUARTER(struct booking, end_quarter, .as = "end"),
	COLUMN_INT(struct booking, people),
	COLUMN_TEXT(struct booking, purpose),
	COLUMN_ID(struct booking, made_by, .hidden = true),
	COLUMN_TIME(struct booking, made_at),
	COLUMN_TIME(struct booking, undo_until, .made = true),
	COLUMN_FLAG(struct booking, undone),
	COLUMN_INT(struct booking, version),
	COLUMN_END,
};

const struct column held_booking_columns[] = {
	COLUMN_ID(struct held_booking, id),
	COLUMN_REFERENCE(struct held_booking, reference),
	COLUMN_WORD(struct held_booking, status, statuses),
	COLUMN_TEXT(struct held_booking, venue_name),
	COLUMN_QUARTER(struct held_booking, start_quarter),
	COLUMN_QUARTER(struct held_booking, end_quarter),
	COLUMN_INT(struct held_booking, people),
	COLUMN_TEXT(struct held_booking, purpose),
	COLUMN_TEXT(struct held_booking, person_name),
	COLUMN_ID(struct held_booking, person_id),
	COLUMN_BYTES(struct held_booking, phone_sealed),
	COLUMN_FLAG(struct held_booking, is_activity),
	COLUMN_END,
};

const struct field booking_query_fields[] = {
	FIELD_DAY(struct booking_query, from),
	FIELD_DAY(struct booking_query, to),
	FIELD_WORD(struct booking_query, status, statuses),
	FIELD_ID(struct booking_query, centre_id, .as = "centre"),
	FIELD_END,
};

void
booking_complete(const struct work *work, struct booking *bookings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		bookings[i].undo_until =
			bookings[i].made_at +
			60 * setting_at(work, bookings[i].venue_id, &booking_undo_minutes);
}

/* Another's booking is as if it were not there. */
static const struct refusal *
may_see(struct work *work, const struct booking *booking)
{
	if (work_may(work, MAY_RUN_VENUES, booking->centre_id))
		return NULL;
	return household_may_act(work, booking->person_id);
}

const struct refusal *
booking_find(struct work *work, struct id id, struct booking *booking)
{
	if (!sql_booking_find(work, id, booking))
		return &refused_missing;
	booking_complete(work, booking, 1);
	return may_see(work, booking);
}

struct booking *
booking_with_reference(struct work *work, const char *reference, size_t *count)
{
	struct booking *bookings = sql_bookings_with_reference(work, reference, count);
	size_t seen = 0;

	for (size_t i = 0; i < *count; i++)
		if (!may_see(work, &bookings[i]))
			bookings[seen++] = bookings[i];
	*count = seen;
	booking_complete(work, bookings, seen);
	return bookings;
}

/* Quarters within which a query looks. */
struct range {
	int64_t from, until;
	const char *status;
};

static struct range
range_of(const struct booking_query *query)
{
	return (struct range){
		query->from == DAY_NONE ? INT64_MIN : quarter_of(day_time(query->from, 0)),
		query->to == DAY_NONE ? INT64_MAX : quarter_of(day_time(query->to + 1, 0)),
		query->status ? query->status->word : NULL,
	};
}

static struct booking *
list_own(struct work *work, const struct range *range, const struct cursor *cursor, size_t *count)
{
	if (cursor->backward)
		return sql_bookings_before(work, work->actor, range->from, range->until,
					   range->status, cursor, count);
	return sql_bookings_from(work, work->actor, range->from, range->until, range->status,
				 cursor, count);
}

static struct booking *
list_of_centre(struct work *work, struct id centre, const struct range *range,
	       const struct cursor *cursor, size_t *count)
{
	if (cursor->backward)
		return sql_bookings_of_centre_before(work, centre, range->from, range->until,
						     range->status, cursor, count);
	return sql_bookings_of_centre_from(work, centre, range->from, range->until, range->status,
					   cursor, count);
}

static const struct refusal *
may_run(struct work *work, struct id centre_id)
{
	struct centre centre;
	const struct refusal *refusal = centre_find(work, centre_id, &centre);

	if (refusal)
		return refuse_about(work, refusal, "centre");
	return work_may(work, MAY_RUN_VENUES, centre_id) ? NULL : &refused_forbidden;
}

const struct refusal *
booking_list(struct work *work, const struct booking_query *query, const struct cursor *cursor,
	     struct booking **bookings, size_t *count)
{
	const struct range range = range_of(query);
	bool own = !id_given(query->centre_id);
	const struct refusal *refusal = own ? NULL : may_run(work, query->centre_id);

	if (refusal)
		return refusal;
	*bookings = own ? list_own(work, &range, cursor, count)
			: list_of_centre(work, query->centre_id, &range, cursor, count);
	booking_complete(work, *bookings, *count);
	return NULL;
}

static const char *
masked_phone(struct work *work, const struct held_booking *booking)
{
	const char *phone;

	if (!booking->phone_sealed.data)
		return NULL;
	phone = unseal(work, SEAL_PERSON_ADDRESS, booking->person_id, booking->phone_sealed);
	return phone ? text_masked(work, phone) : NULL;
}

const struct refusal *
booking_day_of_centre(struct work *work, struct id centre, int64_t day,
		      struct held_booking **bookings, size_t *count)
{
	const struct refusal *refusal = may_run(work, centre);

	if (refusal)
		return refusal;
	*bookings = sql_held_on(work, centre, quarter_of(day_time(day, 0)),
				quarter_of(day_time(day + 1, 0)), count);
	for (size_t i = 0; i < *count; i++)
		(*bookings)[i].phone = masked_phone(work, &(*bookings)[i]);
	return NULL;
}
