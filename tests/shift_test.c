/* shift_test.c - making, moving, cancelling and listing shifts, and the skills they ask for. */

#include "base/quarter.h"
#include "base/text.h"
#include "demo/draw.h"
#include "fixture.h"
#include "shift/signup_sql.h"
#include "shift/skill.h"
#include "shifts.h"

/* ---- making ---- */

static const struct refusal *
make_between(struct work *work, const char *start, const char *end)
{
	struct shift_draft draft = asked(work, start, end);
	struct shift shift;

	sign_in(work, "manager");
	return shift_make(work, &draft, &shift);
}

static void
a_shift_lasts_a_quarter_of_an_hour_to_ten_hours(void **state)
{
	assert_refused(make_between(*state, "2027-03-01 09:00", "2027-03-01 09:00"),
		       shift_bad_length);
	assert_refused(make_between(*state, "2027-03-01 09:00", "2027-03-01 08:00"),
		       shift_bad_length);
	assert_refused(make_between(*state, "2027-03-01 09:00", "2027-03-03 01:00"),
		       shift_bad_length);
	assert_refused(make_between(*state, "2027-03-01 09:00", "2027-03-01 19:15"),
		       shift_bad_length);
	assert_allowed(make_between(*state, "2027-03-01 09:00", "2027-03-01 19:00"));
}

static void
the_longest_shift_is_a_setting(void **state)
{
	set(*state, &shift_longest_minutes, centre_at(*state, "sports-park"), 60);
	assert_refused(make_between(*state, "2027-03-01 09:00", "2027-03-01 10:15"),
		       shift_bad_length);
	assert_allowed(make_between(*state, "2027-03-01 09:00", "2027-03-01 10:00"));
}

static void
a_shift_is_still_to_come(void **state)
{
	assert_refused(make_between(*state, "2027-02-28 12:00", "2027-02-28 13:00"), shift_past);
}

static void
only_who_runs_the_shifts_of_a_centre_makes_them(void **state)
{
	struct shift_draft draft = asked(*state, "2027-03-01 09:00", "2027-03-01 11:00");
	struct shift shift;

	for (const char *const *name =
		     (const char *const[]){ "resident", "volunteer", "desk", "manager elsewhere",
					    "auditor", NULL };
	     *name; name++) {
		sign_in(*state, *name);
		assert_refused(shift_make(*state, &draft, &shift), refused_forbidden);
	}
	for (const char *const *name =
		     (const char *const[]){ "manager", "district", "admin", NULL };
	     *name; name++) {
		sign_in(*state, *name);
		assert_allowed(shift_make(*state, &draft, &shift));
	}
}

static void
what_a_shift_names_must_be_there(void **state)
{
	struct shift_draft draft = asked(*state, "2027-03-01 09:00", "2027-03-01 11:00");
	struct shift shift;

	sign_in(*state, "manager");
	draft.venue_id = venue_at(*state, "fenghuangtai-hall").id;
	assert_string_equal(shift_make(*state, &draft, &shift)->field, "venue");
	draft.venue_id = (struct id){ 0 };
	draft.skills = "first-aid,juggling";
	assert_string_equal(shift_make(*state, &draft, &shift)->field, "skills");
	draft.skills = NULL;
	draft.activity_id = draft.centre_id;
	assert_string_equal(shift_make(*state, &draft, &shift)->field, "activity");
	draft.activity_id = (struct id){ 0 };
	draft.role_en = NULL;
	assert_refused(shift_make(*state, &draft, &shift), shift_no_role);
}

static void
an_opportunity_says_what_the_draft_does_not(void **state)
{
	struct shift_draft draft = asked(*state, "2027-03-01 09:00", "2027-03-01 11:00");
	struct shift shift;

	draft.role_zh = draft.role_en = NULL;
	draft.opportunity_id = demo_id(*state, "opportunity", "reading-to-children");
	shift = made(*state, draft);
	assert_string_equal(shift.role, "Reader");
	assert_string_equal(shift.skills, "reading-aloud,child-protection");
	assert_int_equal(shift.min_age, 18);
}

/* ---- skills ---- */

static void
know_first_aid(struct work *work, const char *from)
{
	const struct skill_draft draft = {
		.login = "resident@quarter.example",
		.skill = "first-aid",
		.from = day_at(from),
	};
	struct person_skill skill;

	sign_in(work, "manager");
	assert_allowed(skill_confirm(work, &draft, &skill));
	sign_in(work, "resident");
}

static struct shift
of_first_aid(struct work *work, const char *start, const char *end)
{
	struct shift_draft draft = asked(work, start, end);

	draft.skills = "first-aid";
	return made(work, draft);
}

static void
a_skill_must_be_good_on_the_day_of_the_shift(void **state)
{
	struct work *work = *state;
	struct shift before = of_first_aid(work, "2027-03-01 22:00", "2027-03-01 23:00");
	struct shift after = of_first_aid(work, "2027-03-02 00:00", "2027-03-02 01:00");
	struct signup signup;

	assert_refused(take(work, &after, &signup), signup_skill_missing);
	know_first_aid(work, "2027-03-02");
	assert_refused(take(work, &before, &signup), signup_skill_missing);
	assert_allowed(take(work, &after, &signup));
}

static void
a_skill_runs_out_with_its_last_day(void **state)
{
	struct work *work = *state;
	struct shift last = of_first_aid(work, "2027-03-02 22:00", "2027-03-02 23:00");
	struct shift after = of_first_aid(work, "2027-03-03 00:00", "2027-03-03 01:00");
	struct signup signup;

	know_first_aid(work, "2025-03-03"); /* for 24 months */
	assert_allowed(take(work, &last, &signup));
	assert_refused(take(work, &after, &signup), signup_skill_missing);
}

static void
nobody_confirms_their_own_skill(void **state)
{
	const struct skill_draft own = {
		.login = "manager@quarter.example",
		.skill = "guide",
		.from = DAY_NONE,
	};
	struct person_skill skill;

	sign_in(*state, "manager");
	assert_refused(skill_confirm(*state, &own, &skill), own_skill);
	sign_in(*state, "resident");
	assert_refused(skill_confirm(*state, &own, &skill), refused_forbidden);
}

/* ---- moving and cancelling ---- */

static const struct refusal *
move_to(struct work *work, struct shift *shift, const char *start, const char *end)
{
	const struct shift_change change = {
		.start_quarter = at(start),
		.end_quarter = at(end),
		.version = shift->version,
	};

	sign_in(work, "manager");
	return shift_move(work, shift, &change);
}

static int64_t
letters(struct work *work, const char *letter)
{
	return number_of(work,
			 text(work, "SELECT COUNT(*) FROM letter WHERE letter = '%s'", letter));
}

static void
a_shift_moves_with_all_who_signed_up(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	assert_allowed(move_to(work, &shift, "2027-03-01 14:00", "2027-03-01 16:00"));
	assert_allowed(signup_find(work, signup.id, &signup));
	assert_int_equal(signup.start_quarter, at("2027-03-01 14:00"));
	assert_int_equal(letters(work, "shift_moved"), 1);
	sign_in(work, "resident");
	assert_false(sql_person_claim(work, work->person, &shift));
	shift.start_quarter = at("2027-03-01 09:00");
	shift.end_quarter = at("2027-03-01 11:00");
	assert_true(sql_person_claim(work, work->person, &shift));
}

static void
who_has_another_shift_then_is_let_go_and_told(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct shift other = made(work, asked(work, "2027-03-01 14:00", "2027-03-01 16:00"));
	struct signup signup = taken(work, &shift);

	taken(work, &other);
	assert_allowed(move_to(work, &shift, "2027-03-01 15:00", "2027-03-01 17:00"));
	assert_allowed(signup_find(work, signup.id, &signup));
	assert_ptr_equal(signup.status, &signup_cancelled);
	assert_int_equal(shift_taken(work, &shift), 0);
	assert_int_equal(shift_taken(work, &other), 1);
	assert_int_equal(letters(work, "shift_dropped"), 1);
}

static void
a_move_of_an_old_version_is_stale(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work), as_read_before = shift;

	assert_allowed(move_to(work, &shift, "2027-03-01 14:00", "2027-03-01 16:00"));
	assert_refused(move_to(work, &as_read_before, "2027-03-01 15:00", "2027-03-01 17:00"),
		       refused_stale);
}

static void
nobody_is_left_out_by_fewer_places(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct shift_change change = { .needed = 1, .version = shift.version };

	taken(work, &shift);
	sign_in(work, "neighbour");
	taken(work, &shift);
	sign_in(work, "manager");
	assert_allowed(shift_find(work, shift.id, &shift));
	assert_refused(shift_move(work, &shift, &change), shift_too_few);
}

static void
cancelling_tells_all_why_and_frees_their_time(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);
	struct signup signup = taken(work, &shift);

	assert_refused(shift_cancel(work, &shift, "Rain"), refused_forbidden);
	sign_in(work, "manager");
	assert_refused(shift_cancel(work, &shift, NULL), shift_reason_needed);
	assert_allowed(shift_cancel(work, &shift, "Rain"));
	assert_allowed(shift_cancel(work, &shift, "Rain"));
	assert_int_equal(letters(work, "shift_cancelled"), 1);
	sign_in(work, "resident");
	assert_allowed(signup_find(work, signup.id, &signup));
	assert_ptr_equal(signup.status, &signup_cancelled);
	assert_refused(take(work, &shift, &signup), signup_off);
	assert_true(sql_person_claim(work, work->person, &shift));
}

static void
what_has_begun_is_neither_moved_nor_cancelled(void **state)
{
	struct work *work = *state;
	struct shift shift = monday_shift(work);

	work->now = quarter_time(shift.start_quarter);
	assert_refused(move_to(work, &shift, "2027-03-01 14:00", "2027-03-01 16:00"), shift_begun);
	assert_refused(shift_cancel(work, &shift, "Rain"), shift_begun);
}

/* ---- the list ---- */

static size_t
listed(struct work *work, struct shift_query query)
{
	const struct cursor cursor = { .rows = 100 };
	struct shift *shifts;
	size_t count;

	assert_allowed(shift_list(work, &query, &cursor, &shifts, &count));
	return count;
}

static void
the_board_shows_what_fits_the_reader(void **state)
{
	struct work *work = *state;
	struct shift_query query = { .from = day_at("2027-03-01"), .to = day_at("2027-03-01") };

	of_first_aid(work, "2027-03-01 09:00", "2027-03-01 10:00");
	monday_shift(work);
	assert_int_equal(listed(work, query), 2);
	query.fitting = true;
	assert_int_equal(listed(work, query), 1);
	know_first_aid(work, "2027-02-28");
	assert_int_equal(listed(work, query), 2);
	query.fitting = false;
	query.skill = "first-aid";
	assert_int_equal(listed(work, query), 1);
}

static void
the_board_shows_what_is_near(void **state)
{
	struct work *work = *state;
	struct shift_query query = { .from = day_at("2027-03-01"), .to = day_at("2027-03-01") };

	monday_shift(work);
	query.near = (struct point){ 34.7522, 113.7476, true };
	assert_int_equal(listed(work, query), 1);
	query.near = (struct point){ 34.85, 113.5, true };
	assert_int_equal(listed(work, query), 0);
}

static void
the_board_shows_where_there_is_a_place(void **state)
{
	struct work *work = *state;
	struct shift_query query = {
		.from = day_at("2027-03-01"),
		.to = day_at("2027-03-01"),
		.open = true,
	};
	struct shift shift = monday_shift(work);

	taken(work, &shift);
	assert_int_equal(listed(work, query), 1);
	sign_in(work, "neighbour");
	taken(work, &shift);
	assert_int_equal(listed(work, query), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_shift_lasts_a_quarter_of_an_hour_to_ten_hours),
		in_work(the_longest_shift_is_a_setting),
		in_work(a_shift_is_still_to_come),
		in_work(only_who_runs_the_shifts_of_a_centre_makes_them),
		in_work(what_a_shift_names_must_be_there),
		in_work(an_opportunity_says_what_the_draft_does_not),
		in_work(a_skill_must_be_good_on_the_day_of_the_shift),
		in_work(a_skill_runs_out_with_its_last_day),
		in_work(nobody_confirms_their_own_skill),
		in_work(a_shift_moves_with_all_who_signed_up),
		in_work(who_has_another_shift_then_is_let_go_and_told),
		in_work(a_move_of_an_old_version_is_stale),
		in_work(nobody_is_left_out_by_fewer_places),
		in_work(cancelling_tells_all_why_and_frees_their_time),
		in_work(what_has_begun_is_neither_moved_nor_cancelled),
		in_work(the_board_shows_what_fits_the_reader),
		in_work(the_board_shows_what_is_near),
		in_work(the_board_shows_where_there_is_a_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
