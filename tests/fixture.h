/* fixture.h - what every test starts from: a unit of work at noon of 2027-02-28, a Sunday of a
 * year whose holidays are not published; the demonstration's people and places; the resident
 * signed in.  What a test writes is rolled back when it ends. */
#ifndef FIXTURE_H
#define FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/refusal.h"
#include "base/setting.h"
#include "base/work.h"
#include "venue/venue.h"

int begin_work(void **state);
int undo_work(void **state);
#define in_work(test) cmocka_unit_test_setup_teardown(test, begin_work, undo_work)

/* The quarter that begins at a local time, "2027-03-01 09:00"; the day "2027-03-01". */
int64_t at(const char *local);
int64_t day_at(const char *date);

/* The demonstration's "resident", "neighbour", "mother", "child", "manager", ... */
struct id person(struct work *work, const char *name);
struct id account(struct work *work, const char *name);

/* Those who have a sign-in, with the roles that they have; or "manager elsewhere", who manages
 * Fenghuangtai. */
void sign_in(struct work *work, const char *name);
void sign_out(struct work *work);

/* A centre by its key, "sports-park"; an area by its code, "ZDXQ"; a room by its key. */
struct id centre_at(struct work *work, const char *key);
struct id area_at(struct work *work, const char *code);
struct venue venue_at(struct work *work, const char *key);

/* A room of Sports Park that anybody may book: for 12 people, by the quarter of an hour, from one
 * hour to four, without a gap; open from 8:30 to 20:30, at weekends from 9 to 18. */
struct venue a_venue(struct work *work);

void set(struct work *work, const struct setting *setting, struct id place, int64_t value);

/* Writes what no function writes yet, in the transaction of the test. */
void execute(struct work *work, const char *sql);
/* The number that a query gives. */
int64_t number_of(struct work *work, const char *sql);

/* Compares codes, so that a failure names the refusal that came instead. */
const char *code_of(const struct refusal *refusal);
#define assert_allowed(refusal) assert_string_equal(code_of(refusal), "allowed")
#define assert_refused(refusal, expected) assert_string_equal(code_of(refusal), (expected).code)

#endif
