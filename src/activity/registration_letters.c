/* registration_letters.c - puts letters about registrations into words.
 *
 * A letter tells of a registration as it was when the letter was written: the facts are its
 * arguments, and only the names of places are looked up, in the language of who reads. */

#include "activity/registration_letters.h"

#include "activity/registration.h"
#include "activity/waiting.h"
#include "base/arena.h"
#include "base/quarter.h"
#include "base/reference.h"
#include "base/text.h"
#include "centre/centre.h"
#include "venue/venue.h"

/* What every letter of these says. */
struct told_facts {
	const char *title, *time, *place, *names, *reference;
};

static const char *
told_text(const json_t *arguments, const char *name)
{
	const char *chars = json_string_value(json_object_get(arguments, name));

	return chars ? chars : "";
}

static int64_t
told_int(const struct letter_read *read, const char *name)
{
	return json_integer_value(json_object_get(read->arguments, name));
}

/* Names that cannot be found any more are left out, so that an old letter can still be read. */
static const char *
place_of(struct work *work, const struct letter_read *read)
{
	struct id id;
	struct venue venue;
	struct centre centre;

	if (id_parse(told_text(read->arguments, "venue"), &id) && !venue_find(work, id, &venue))
		return text(work, pgettext("a place", "%s, %s"), venue.name, venue.centre_name);
	if (id_parse(told_text(read->arguments, "centre"), &id) && !centre_find(work, id, &centre))
		return centre.name;
	return "";
}

static const char *
names_of(struct work *work, const struct letter_read *read)
{
	const json_t *list = json_object_get(read->arguments, "names");
	const char *names = "";

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *name = json_string_value(json_array_get(list, i));

		names = i == 0 ? name : text(work, pgettext("a list", "%s, %s"), names, name);
	}
	return names;
}

static struct told_facts
facts_of(struct work *work, const struct letter_read *read)
{
	const json_t *titles = json_object_get(read->arguments, "title");

	return (struct told_facts){
		.title = told_text(titles, language_tag()),
		.time = between_times(work, quarter_time(told_int(read, "start")),
				      quarter_time(told_int(read, "end"))),
		.place = place_of(work, read),
		.names = names_of(work, read),
		.reference = reference_shown(work, told_text(read->arguments, "reference")),
	};
}

static void
add_link(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->link = text(work, "/registrations/%s", id_text(read->subject_id).chars);
	words->link_label = _("See the registration");
}

static const char *
who_and_where(struct work *work, const struct told_facts *facts)
{
	return text(work, _("For %s. Reference %s, %s."), facts->names, facts->reference,
		    facts->place);
}

static const char *
give_up_said(void)
{
	return _("If you cannot come, give the place up, so that others can.");
}

static void
made(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);

	words->title = text(work, _("Signed up: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] =
		text(work, _("You are signed up for “%s”, %s."), facts.title, facts.time);
	words->paragraphs[1] = who_and_where(work, &facts);
	words->paragraphs[2] = give_up_said();
	words->short_text = text(work, _("Quarter: signed up for “%s”, %s. Reference %s."),
				 facts.title, facts.time, facts.reference);
	add_link(work, read, words);
}

static void
waiting(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);
	int64_t position = told_int(read, "position");

	words->title = text(work, _("On the waiting list: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] =
		text(work, _("You are on the waiting list for “%s”, %s, number %ld for now."),
		     facts.title, facts.time, position);
	words->paragraphs[1] = _("If a place becomes free, our message says by what time to "
				 "accept it. You can leave the list at any time.");
	words->paragraphs[2] = who_and_where(work, &facts);
	words->short_text =
		text(work, _("Quarter: on the waiting list for “%s”, %s, number %ld for now."),
		     facts.title, facts.time, position);
	add_link(work, read, words);
}

static void
offered(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);
	int64_t seats = told_int(read, "offered");
	const char *until = when(work, told_int(read, "until"));

	words->title = text(work, _("A place is free: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] = text(work,
				    ngettext("%ld place is kept for you until %s. Accept it by "
					     "then, or it goes to the next person.",
					     "%ld places are kept for you until %s. Accept them by "
					     "then, or they go to the next person.",
					     seats),
				    seats, until);
	words->paragraphs[1] = who_and_where(work, &facts);
	words->paragraphs[2] = _("The link below works without signing in.");
	words->short_text =
		text(work, _("Quarter: a place for “%s” is kept for you until %s. Accept: %s"),
		     facts.title, until,
		     whole_url(work, offer_way(work, read->subject_id, told_int(read, "until"))));
	words->link = offer_way(work, read->subject_id, told_int(read, "until"));
	words->link_label = _("Accept or decline");
}

static void
accepted(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);

	words->title = text(work, _("You are in: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] = text(work, _("You have taken what was offered: “%s”, %s."),
				    facts.title, facts.time);
	words->paragraphs[1] = who_and_where(work, &facts);
	words->paragraphs[2] = give_up_said();
	words->short_text = text(work, _("Quarter: signed up for “%s”, %s. Reference %s."),
				 facts.title, facts.time, facts.reference);
	add_link(work, read, words);
}

static void
declined(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);

	words->title = text(work, _("Declined: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] = text(work, _("You left the place for “%s”, %s, to the next person."),
				    facts.title, facts.time);
	words->paragraphs[1] = _("You are not on the waiting list any more.");
	words->short_text = text(work, _("Quarter: you declined the place for “%s”, %s."),
				 facts.title, facts.time);
	add_link(work, read, words);
}

static void
lapsed(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);
	const char *until = when(work, told_int(read, "until"));

	words->title = text(work, _("No longer kept: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] = text(work,
				    _("The place for “%s” was kept until %s and has gone to the "
				      "next person."),
				    facts.title, until);
	words->paragraphs[1] = _("You can join the waiting list again, or choose another date.");
	words->short_text =
		text(work, _("Quarter: the place for “%s” was kept until %s."), facts.title, until);
	add_link(work, read, words);
}

static void
cancelled(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);
	const char *reason = told_text(read->arguments, "reason");

	words->title = text(work, _("Given up: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] =
		text(work, _("You take no part in “%s”, %s, any more."), facts.title, facts.time);
	words->paragraphs[1] =
		*reason ? text(work, _("The reason: %s"), reason) : who_and_where(work, &facts);
	words->short_text = text(work, _("Quarter: you take no part in “%s”, %s, any more."),
				 facts.title, facts.time);
	add_link(work, read, words);
}

static void
undone(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);

	words->title = text(work, _("Taken back: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] = text(work, _("You took back that you sign up for “%s”, %s."),
				    facts.title, facts.time);
	words->paragraphs[1] = _("It counts as never made.");
	words->short_text = text(work, _("Quarter: you took back that you sign up for “%s”, %s."),
				 facts.title, facts.time);
}

static void
over(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	const struct told_facts facts = facts_of(work, read);

	words->title = text(work, _("No place became free: %s, %s"), facts.title, facts.time);
	words->paragraphs[0] =
		text(work, _("The waiting list for “%s”, %s, is closed."), facts.title, facts.time);
	words->paragraphs[1] = _("If a place becomes free until the start, it goes to whoever "
				 "signs up first.");
	words->short_text = text(work, _("Quarter: the waiting list for “%s”, %s, is closed."),
				 facts.title, facts.time);
	add_link(work, read, words);
}

const struct letter_kind registration_letters[] = {
	{ "registration_made", made, .by_mail = true, .inbox = true },
	{ "registration_waiting", waiting, .by_mail = true, .inbox = true },
	{ "registration_offered", offered, .by_mail = true, .inbox = true },
	{ "registration_accepted", accepted, .by_mail = true, .inbox = true },
	{ "registration_declined", declined, .by_mail = true, .inbox = true },
	{ "offer_lapsed", lapsed, .by_mail = true, .inbox = true },
	{ "registration_cancelled", cancelled, .by_mail = true, .inbox = true },
	{ "registration_undone", undone, .by_mail = true, .inbox = true },
	{ "waiting_over", over, .by_mail = true, .inbox = true },
	LETTERS_END,
};
