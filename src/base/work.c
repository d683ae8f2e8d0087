/* work.c - what an actor may do, and the one place that catches faults. */

#include "base/work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/tree.h"

static sigjmp_buf landing;
static bool catching;
static char message[256];

static bool
granted(const struct grant *grant, enum permission permission)
{
	return grant->may >> permission & 1;
}

bool
work_may(const struct work *work, enum permission permission, struct id place)
{
	if (permission == ANYONE || permission == SIGNED_IN)
		return work_may_somewhere(work, permission);
	for (size_t i = 0; i < work->grant_count; i++) {
		const struct grant *grant = &work->grants[i];

		if (granted(grant, permission) && tree_within(place, grant->node))
			return true;
	}
	return false;
}

bool
work_may_somewhere(const struct work *work, enum permission permission)
{
	if (permission == ANYONE)
		return true;
	if (permission == SIGNED_IN)
		return id_given(work->actor);
	for (size_t i = 0; i < work->grant_count; i++) {
		if (granted(&work->grants[i], permission))
			return true;
	}
	return false;
}

/* Where nothing catches there is no unit of work to end, only the process. */
static _Noreturn void
unwind(enum fault kind)
{
	if (catching)
		siglongjmp(landing, kind);
	log_event(LOG_ERROR, "fault", "%s", message);
	exit(EXIT_FAILURE);
}

void
fault(const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(message, sizeof(message), format, values);
	va_end(values);
	unwind(FAULT_BUG);
}

void
fault_as(enum fault kind, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(message, sizeof(message), format, values);
	va_end(values);
	unwind(kind);
}

enum fault
work_try(void (*run)(void *), void *argument)
{
	int caught;

	if (catching)
		fault("a unit of work within another");
	caught = sigsetjmp(landing, 0);
	catching = caught == FAULT_NONE;
	if (catching)
		run(argument);
	catching = false;
	return (enum fault)caught;
}

const char *
fault_message(void)
{
	return message;
}
