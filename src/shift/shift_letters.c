/* shift_letters.c - puts letters about shifts into words.
 *
 * A letter tells of a shift as it was when the letter was written: all it says are its arguments,
 * names in both languages among them. */

#include "shift/shift_letters.h"

#include "base/quarter.h"
#include "base/text.h"
#include "shift/shift_part.h"

static const char *
told_text(const json_t *told, const char *name)
{
	const char *chars = json_string_value(json_object_get(told, name));

	return chars ? chars : "";
}

static int64_t
told_int(const struct letter_read *read, const char *name)
{
	return json_integer_value(json_object_get(read->arguments, name));
}

/* In the language of who reads. */
static const char *
told_name(const struct letter_read *read, const char *name)
{
	return told_text(json_object_get(read->arguments, name), language_tag());
}

static const char *
time_said(struct work *work, const struct letter_read *read)
{
	return between_times(work, quarter_time(told_int(read, "start")),
			     quarter_time(told_int(read, "end")));
}

static const char *
for_said(struct work *work, const struct letter_read *read)
{
	return text(work, _("For %s."), told_text(read->arguments, "for"));
}

static void
add_link(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->link = text(work, "/volunteer/shifts/%s", id_text(read->subject_id).chars);
	words->link_label = _("See the shift");
}

/* As a calendar shows it. */
static void
add_calendar(struct work *work, const struct letter_read *read, const struct word *status,
	     struct letter_words *words)
{
	const json_t *place = json_object_get(read->arguments, "place");
	const struct shift shift = {
		.id = read->subject_id,
		.status = status,
		.role = told_name(read, "role"),
		.place_zh = told_text(place, "zh-CN"),
		.place_en = told_text(place, "en"),
		.start_quarter = told_int(read, "start"),
		.end_quarter = told_int(read, "end"),
		.version = told_int(read, "version"),
	};

	words->calendar = shift_calendar(work, &shift);
	words->calendar_method = "PUBLISH";
}

static void
taken(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role"), *time = time_said(work, read);

	words->title = text(work, _("Your shift: %s, %s"), role, time);
	words->paragraphs[0] = text(work, _("You are down for “%s” at %s, %s."), role,
				    told_name(read, "place"), time);
	words->paragraphs[1] = _("When you come, scan the code on the poster or type what stands "
				 "below it; do the same when you leave.");
	words->paragraphs[2] = for_said(work, read);
	words->short_text = text(work, _("Quarter: you are down for “%s”, %s."), role, time);
	add_link(work, read, words);
	add_calendar(work, read, &shift_open, words);
}

static void
moved(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role"), *time = time_said(work, read);
	const char *old = between_times(work, quarter_time(told_int(read, "old_start")),
					quarter_time(told_int(read, "old_end")));

	words->title = text(work, _("Moved: %s, now %s"), role, time);
	words->paragraphs[0] = text(work, _("Before: %s, %s."), old, told_name(read, "old_place"));
	words->paragraphs[1] = text(work, _("Now: %s, %s."), time, told_name(read, "place"));
	words->paragraphs[2] = _("If you cannot come then, leave the shift on its page, so that "
				 "somebody else can take it.");
	words->paragraphs[3] = for_said(work, read);
	words->short_text = text(work, _("Quarter: “%s” moved from %s to %s."), role, old, time);
	add_link(work, read, words);
	add_calendar(work, read, &shift_open, words);
}

static void
dropped(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role"), *time = time_said(work, read);

	words->title = text(work, _("You are free of: %s, %s"), role, time);
	words->paragraphs[0] = text(
		work, _("“%s” was moved to %s, where you have another shift already."), role, time);
	words->paragraphs[1] = _("Two shifts cannot overlap, so your place was given back.");
	words->paragraphs[2] = for_said(work, read);
	words->short_text =
		text(work, _("Quarter: “%s” was moved onto another shift of yours and given back."),
		     role);
	add_link(work, read, words);
}

static void
cancelled(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role"), *time = time_said(work, read);

	words->title = text(work, _("Shift cancelled: %s, %s"), role, time);
	words->paragraphs[0] = text(work, _("“%s” at %s, %s, does not take place."), role,
				    told_name(read, "place"), time);
	words->paragraphs[1] =
		text(work, _("The reason: %s"), told_text(read->arguments, "reason"));
	words->paragraphs[2] = for_said(work, read);
	words->short_text = text(work, _("Quarter: the shift “%s”, %s, is cancelled."), role, time);
	add_link(work, read, words);
}

static void
left(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role"), *time = time_said(work, read);

	words->title = text(work, _("You left the shift: %s, %s"), role, time);
	words->paragraphs[0] =
		text(work, _("Your place on “%s”, %s, is free for others."), role, time);
	words->paragraphs[1] = for_said(work, read);
	words->short_text = text(work, _("Quarter: you left the shift “%s”, %s."), role, time);
	add_link(work, read, words);
}

static void
confirmed(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role");
	const char *served = duration(work, told_int(read, "minutes"));
	const char *day = on_day(work, day_of(quarter_time(told_int(read, "start"))));

	words->title = text(work, _("Credited: %s for %s"), served, role);
	words->paragraphs[0] =
		text(work, _("For your service on %s, %s are credited."), day, served);
	words->paragraphs[1] = _("If that is not right, tell the coordinator of the centre.");
	words->paragraphs[2] = for_said(work, read);
	words->link = "/volunteer/hours";
	words->link_label = _("See my hours");
	words->short_text =
		text(work, _("Quarter: %s are credited for your service on %s."), served, day);
}

static void
unconfirmed(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const char *role = told_name(read, "role"), *time = time_said(work, read);

	words->title = text(work, _("Hours wait for you: %s, %s"), role, time);
	words->paragraphs[0] = text(work, _("Of “%s” at %s, %s, not all hours are confirmed yet."),
				    role, told_name(read, "place"), time);
	words->paragraphs[1] = _("Until you have confirmed them they do not count.");
	words->link = text(work, "/volunteer/shifts/%s/people", id_text(read->subject_id).chars);
	words->link_label = _("See who came");
	words->short_text = text(work, _("Quarter: hours of “%s”, %s, wait for you."), role, time);
}

const struct letter_kind shift_letters[] = {
	{ "shift_taken", taken, .by_mail = true, .inbox = true },
	{ "shift_moved", moved, .by_mail = true, .inbox = true },
	{ "shift_dropped", dropped, .by_mail = true, .inbox = true },
	{ "shift_cancelled", cancelled, .by_mail = true, .inbox = true },
	{ "shift_left", left, .by_mail = false, .inbox = true },
	{ "shift_confirmed", confirmed, .by_mail = true, .inbox = true },
	{ shift_unconfirmed, unconfirmed, .by_mail = true, .inbox = true },
	LETTERS_END,
};
