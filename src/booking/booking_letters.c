/* booking_letters.c - puts letters about bookings into words.
 *
 * A letter tells of a booking as it was when the letter was written: the facts are its arguments,
 * and only the names of places are looked up, in the language of who reads. */

#include "booking/booking_letters.h"

#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "base/told.h"
#include "booking/booking.h"
#include "booking/booking_part.h"

#define TOLD_MOST 2000

const char *
booking_told(struct work *work, const struct booking *booking, const char *reason)
{
	json_t *told = json_pack("{s:s, s:s, s:I, s:I, s:s, s:s, s:I, s:s, s:I, s:s?}", "for",
				 booking->person_name, "venue", id_text(booking->venue_id).chars,
				 "start", (json_int_t)booking->start_quarter, "end",
				 (json_int_t)booking->end_quarter, "reference", booking->reference,
				 "status", booking->status->word, "people",
				 (json_int_t)booking->people, "purpose", booking->purpose,
				 "version", (json_int_t)booking->version, "reason", reason);

	return json_told(work, told, TOLD_MOST);
}

static const char *
told_text(const struct letter_read *read, const char *name)
{
	const char *chars = json_string_value(json_object_get(read->arguments, name));

	return chars ? chars : "";
}

static int64_t
told_int(const struct letter_read *read, const char *name)
{
	return json_integer_value(json_object_get(read->arguments, name));
}

/* Names that cannot be found any more are left out, so that an old letter can still be read. */
static void
set_place(struct work *work, const struct letter_read *read, struct booking *booking)
{
	struct venue venue = { .name = "", .centre_name = "" };

	if (id_parse(told_text(read, "venue"), &booking->venue_id) &&
	    venue_find(work, booking->venue_id, &venue))
		venue = (struct venue){ .name = "", .centre_name = "" };
	booking->venue_name = venue.name;
	booking->centre_name = venue.centre_name;
}

static struct booking
booking_then(struct work *work, const struct letter_read *read, const struct word *status)
{
	struct booking booking = {
		.id = read->subject_id,
		.person_id = read->person_id,
		.person_name = told_text(read, "for"),
		.start_quarter = told_int(read, "start"),
		.end_quarter = told_int(read, "end"),
		.people = told_int(read, "people"),
		.version = told_int(read, "version"),
		.reference = told_text(read, "reference"),
		.purpose = told_text(read, "purpose"),
		.status = status,
	};

	set_place(work, read, &booking);
	return booking;
}

static const char *
time_said(struct work *work, const struct booking *booking)
{
	return between_times(work, quarter_time(booking->start_quarter),
			     quarter_time(booking->end_quarter));
}

static void
add_calendar(struct work *work, const struct booking *booking, const char *method,
	     struct letter_words *words)
{
	words->calendar = booking_calendar(work, booking, method);
	words->calendar_method = method;
}

static void
add_link(struct work *work, const struct booking *booking, struct letter_words *words)
{
	words->link = text(work, "/bookings/%s", id_text(booking->id).chars);
	words->link_label = _("See the booking");
}

static const char *
reference_said(struct work *work, const struct booking *booking)
{
	return text(work, _("For %s. Reference %s, %s."), booking->person_name,
		    reference_shown(work, booking->reference), booking->centre_name);
}

static void
made(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	struct booking booking = booking_then(work, read, &booking_confirmed);
	const char *time = time_said(work, &booking);

	words->title = text(work, _("Booked: %s, %s"), booking.venue_name, time);
	words->paragraphs[0] = text(work, _("%s is booked, %s."), booking.venue_name, time);
	words->paragraphs[1] = reference_said(work, &booking);
	words->paragraphs[2] =
		text(work, _("If you cannot come, cancel before %s, so that others can."),
		     when(work, quarter_time(booking.start_quarter)));
	words->short_text =
		text(work, _("Quarter: %s is booked, %s. Reference %s."), booking.venue_name, time,
		     reference_shown(work, booking.reference));
	add_link(work, &booking, words);
	add_calendar(work, &booking, "REQUEST", words);
}

static void
requested(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	struct booking booking = booking_then(work, read, &booking_requested);
	const char *time = time_said(work, &booking);

	words->title = text(work, _("Asked for: %s, %s"), booking.venue_name, time);
	words->paragraphs[0] =
		text(work, _("Your request for %s, %s, has arrived."), booking.venue_name, time);
	words->paragraphs[1] = _("The room is not kept meanwhile. The centre decides, and you are "
				 "told what it says.");
	words->paragraphs[2] = reference_said(work, &booking);
	words->short_text = text(work, _("Quarter: your request for %s, %s, has arrived."),
				 booking.venue_name, time);
	add_link(work, &booking, words);
}

static void
cancelled(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	struct booking booking = booking_then(work, read, &booking_cancelled);
	const char *time = time_said(work, &booking);
	const char *reason = told_text(read, "reason");

	words->title = text(work, _("Cancelled: %s, %s"), booking.venue_name, time);
	words->paragraphs[0] = text(
		work, _("The booking of %s, %s, is cancelled, and the time is free for others."),
		booking.venue_name, time);
	words->paragraphs[1] =
		*reason ? text(work, _("The reason: %s"), reason) : reference_said(work, &booking);
	words->short_text = text(work, _("Quarter: the booking of %s, %s, is cancelled."),
				 booking.venue_name, time);
	add_link(work, &booking, words);
	add_calendar(work, &booking, "CANCEL", words);
}

static void
undone(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	struct booking booking = booking_then(work, read, &booking_cancelled);
	const char *time = time_said(work, &booking);

	words->title = text(work, _("Taken back: %s, %s"), booking.venue_name, time);
	words->paragraphs[0] =
		text(work, _("You took back the booking of %s, %s."), booking.venue_name, time);
	words->paragraphs[1] = _("It counts as never made.");
	words->short_text = text(work, _("Quarter: you took back the booking of %s, %s."),
				 booking.venue_name, time);
	add_calendar(work, &booking, "CANCEL", words);
}

const struct letter_kind booking_letters[] = {
	{ "booking_made", made, .by_mail = true, .inbox = true },
	{ "booking_requested", requested, .by_mail = true, .inbox = true },
	{ "booking_cancelled", cancelled, .by_mail = true, .inbox = true },
	{ "booking_undone", undone, .by_mail = true, .inbox = true },
	LETTERS_END,
};
