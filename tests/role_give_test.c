/* role_give_test.c - roles are given and taken within one's reach, and the log tells of it. */

#include "account/role.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "account/administer.h"
#include "account/administer_sql.h"
#include "audit/audit_log.h"
#include "base/quarter.h"
#include "base/text.h"
#include "database.h"
#include "db/unit.h"
#include "fixture.h"
#include "site/site.h"

#define ROOT "410100"

/* The administrator of the district, who is none in the demonstration. */
static void
administer(struct work *work, const char *name, struct id node)
{
	struct grant *grant = arena_one(work->arena, struct grant);

	sign_in(work, name);
	*grant = (struct grant){ node, role_may("admin") };
	work->grants = grant;
	work->grant_count = 1;
}

static struct managed
found(struct work *work, const char *name)
{
	struct managed managed;

	assert_allowed(managed_find(work, account(work, name), &managed));
	return managed;
}

/* ---- roles ---- */

static struct role_draft
role_at_place(const char *role, const char *place)
{
	return (struct role_draft){
		.role = role, .place = place, .from = DAY_NONE, .until = DAY_NONE
	};
}

static void
a_role_holds_from_a_node_between_two_days(void **state)
{
	struct work *work = *state;
	struct role_draft draft = role_at_place("manager", "fenghuangtai");
	struct managed volunteer;

	sign_in(work, "admin");
	volunteer = found(work, "volunteer");
	draft.from = day_at("2027-03-10");
	draft.until = day_at("2027-03-20");
	assert_allowed(managed_give(work, &volunteer, &draft));
	assert_string_equal(account_standing(work, volunteer.id).roles,
			    text(work, "volunteer:%ld", area_at(work, ROOT).value));
	work->now = quarter_time(at("2027-03-10 00:00"));
	assert_non_null(strstr(account_standing(work, volunteer.id).roles, "manager:"));
	work->now = quarter_time(at("2027-03-20 23:45"));
	assert_non_null(strstr(account_standing(work, volunteer.id).roles, "manager:"));
	work->now = quarter_time(at("2027-03-21 00:00"));
	assert_null(strstr(account_standing(work, volunteer.id).roles, "manager:"));
}

static void
a_role_that_is_over_before_it_begins_is_refused(void **state)
{
	struct role_draft draft = role_at_place("desk", "sports-park");
	struct managed volunteer;

	sign_in(*state, "admin");
	volunteer = found(*state, "volunteer");
	draft.until = day_at("2027-02-27");
	assert_refused(managed_give(*state, &volunteer, &draft), role_ends_early);
	draft.from = day_at("2027-04-02");
	draft.until = day_at("2027-04-01");
	assert_refused(managed_give(*state, &volunteer, &draft), role_ends_early);
}

static void
nobody_gives_themselves_a_role(void **state)
{
	struct role_draft draft = role_at_place("desk", "sports-park");
	struct managed admin;

	sign_in(*state, "admin");
	admin = found(*state, "admin");
	assert_refused(managed_give(*state, &admin, &draft), own_role);
}

static void
nobody_gives_what_they_may_not_do_there(void **state)
{
	struct work *work = *state;
	struct role_draft elsewhere = role_at_place("desk", "fengchan-road");
	struct role_draft more = role_at_place("auditor", "sports-park");
	struct role_draft whole = role_at_place("admin", "root");
	struct grant *grant;
	struct managed desk;

	administer(work, "admin", centre_at(work, "sports-park"));
	desk = found(work, "desk");
	assert_refused(managed_give(work, &desk, &elsewhere), unknown_place);
	assert_refused(managed_give(work, &desk, &whole), unknown_place);
	assert_allowed(managed_give(work, &desk, &more));
	grant = arena_one(work->arena, struct grant);
	*grant = (struct grant){ centre_at(work, "sports-park"), UINT64_C(1) << MAY_ADMINISTER };
	work->grants = grant;
	assert_refused(managed_give(work, &desk, &more), beyond_reach);
}

static void
a_place_is_known_by_its_names(void **state)
{
	static const char *const names[] = { "sports-park", "Sports Park Service Centre",
					     "运动公园党群服务中心", "410104570" };
	struct managed volunteer;

	sign_in(*state, "admin");
	volunteer = found(*state, "volunteer");
	for (size_t i = 0; i < COUNT(names); i++) {
		struct role_draft draft = role_at_place("desk", names[i]);

		assert_allowed(managed_give(*state, &volunteer, &draft));
		assert_allowed(managed_take(*state, &volunteer, &draft));
		assert_refused(managed_take(*state, &volunteer, &draft), refused_missing);
	}
}

static void
the_last_administrator_of_the_network_stays(void **state)
{
	struct work *work = *state;
	struct id root = area_at(work, ROOT), desk = account(work, "desk");
	struct id admin = account(work, "admin");

	assert_refused(role_take(work, admin, "admin", root), last_administrator);
	assert_refused(account_lock(work, admin, "To see"), last_administrator);
	assert_allowed(role_give(work, desk, "admin", root, work->now, work->now + 3600));
	assert_refused(account_close(work, admin, "To see"), last_administrator);
	assert_allowed(role_give(work, desk, "admin", root, work->now, 0));
	assert_allowed(role_take(work, admin, "admin", root));
	assert_refused(account_lock(work, desk, "To see"), last_administrator);
}

/* ---- the audit log ---- */

static const struct audit_query whole_log = { .from = DAY_NONE, .to = DAY_NONE };

static size_t
entries_of(struct work *work, const struct audit_query *query, struct logged **list)
{
	const struct cursor newest = { .after = AUDIT_NEWEST, .rows = 21 };
	size_t count;

	assert_allowed(audit_list(work, query, &newest, list, &count));
	return count;
}

static void
the_log_tells_who_did_what_to_whom_and_where(void **state)
{
	struct work *work = *state;
	struct role_draft draft = role_at_place("desk", "fenghuangtai");
	struct audit_query query = whole_log;
	struct managed volunteer;
	struct logged *list;

	sign_in(work, "admin");
	volunteer = found(work, "volunteer");
	assert_allowed(managed_give(work, &volunteer, &draft));
	sign_in(work, "auditor");
	query.subject = volunteer.id;
	assert_int_equal(entries_of(work, &query, &list), 1);
	assert_string_equal(list->act, "role_given");
	assert_string_equal(list->actor_name, "周敏");
	assert_string_equal(list->person_name, "周卫国");
	assert_true(id_same(list->node_id, centre_at(work, "fenghuangtai")));
	assert_int_equal(strlen(list->hash), 64);
	query.place_id = centre_at(work, "sports-park");
	assert_int_equal(entries_of(work, &query, &list), 0);
	query.place_id = area_at(work, "410105");
	assert_int_equal(entries_of(work, &query, &list), 1);
}

static void
an_auditor_of_a_part_reads_that_part(void **state)
{
	struct work *work = *state;
	struct audit_query query = whole_log;
	struct role_draft draft = role_at_place("desk", "fenghuangtai");
	struct managed volunteer;
	struct logged *list;

	sign_in(work, "admin");
	volunteer = found(work, "volunteer");
	assert_allowed(managed_give(work, &volunteer, &draft));
	query.subject = volunteer.id;
	administer(work, "auditor", area_at(work, "410105"));
	assert_int_equal(entries_of(work, &query, &list), 1);
	administer(work, "auditor", area_at(work, "ZDXQ"));
	assert_int_equal(entries_of(work, &query, &list), 0);
}

/* ---- two at once ---- */

struct removal {
	struct id actor, other;
};

/* How many have come so far, in memory that the processes share. */
static volatile int *arrived;

static void
wait_for_the_other(void)
{
	__atomic_add_fetch(arrived, 1, __ATOMIC_SEQ_CST);
	for (int tries = 0; *arrived < 2 && tries < 5000; tries++)
		usleep(1000);
}

/* As role_take(), but for the log: these processes are copies of one, and would write its stream.
 */
static const struct refusal *
remove_other(struct work *work, void *with)
{
	const struct removal *removal = with;
	const struct refusal *refusal;

	work->actor = removal->actor;
	wait_for_the_other();
	refusal = role_spare_last(work, removal->other);
	if (!refusal && !sql_role_take(work, removal->other, "admin", area_at(work, ROOT)))
		refusal = &refused_missing;
	usleep(100000); /* neither is done before the other has begun */
	return refusal;
}

static const struct refusal *
make_two(struct work *work, void *with)
{
	const struct removal *two = with;
	const struct refusal *refusal =
		role_give(work, two->actor, "admin", area_at(work, ROOT), work->now, 0);

	if (!refusal)
		refusal = role_give(work, two->other, "admin", area_at(work, ROOT), work->now, 0);
	if (!refusal)
		refusal = role_take(work, account(work, "admin"), "admin", area_at(work, ROOT));
	return refusal;
}

/* A unit of work of its own, on a connection of its own. */
static enum unit_end
run_apart(const struct refusal *(*run)(struct work *work, void *with), struct removal *removal)
{
	const struct unit unit = { .run = run, .with = removal };
	const struct refusal *refusal;
	struct work work = {
		.arena = arena_new((size_t)8 << 20),
		.db = database_connection(site_command_statements),
		.now = quarter_time(at("2027-02-28 12:00")),
		.name = "test",
		.may_write = true,
		.command.route = "test",
	};

	enum unit_end end = unit_run(&work, &unit, &refusal);

	db_free(work.db);
	arena_free(work.arena);
	return end;
}

static void
two_who_remove_one_another_leave_one(void **state)
{
	struct work *work = *state;
	struct removal one = { account(work, "desk"), account(work, "manager") };
	struct removal two = { account(work, "manager"), account(work, "desk") };
	int done = 0, status;

	arrived = mmap(NULL, sizeof(*arrived), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
		       -1, 0);
	assert_ptr_not_equal(arrived, MAP_FAILED);
	assert_int_equal(run_apart(make_two, &one), UNIT_DONE);
	for (int i = 0; i < 2; i++) {
		if (fork() == 0)
			_exit(run_apart(remove_other, i == 0 ? &one : &two) == UNIT_DONE ? 0 : 1);
	}
	for (int i = 0; i < 2; i++) {
		if (wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
			done++;
	}
	assert_int_equal(done, 1);
	assert_int_equal(number_of(work, "SELECT COUNT(*) FROM role_grant WHERE role = 'admin' AND "
					 "until = 9223372036854775807"),
			 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_work(a_role_holds_from_a_node_between_two_days),
		in_work(a_role_that_is_over_before_it_begins_is_refused),
		in_work(nobody_gives_themselves_a_role),
		in_work(nobody_gives_what_they_may_not_do_there),
		in_work(a_place_is_known_by_its_names),
		in_work(the_last_administrator_of_the_network_stays),
		in_work(the_log_tells_who_did_what_to_whom_and_where),
		in_work(an_auditor_of_a_part_reads_that_part),
		in_work(two_who_remove_one_another_leave_one), /* commits: the last */
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
