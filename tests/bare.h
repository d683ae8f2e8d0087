/* bare.h - for what needs memory and nothing else: a unit of work without a database. */
#ifndef BARE_H
#define BARE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/work.h"

int begin_bare_work(void **state);
int end_bare_work(void **state);
#define in_bare_work(test) cmocka_unit_test_setup_teardown(test, begin_bare_work, end_bare_work)

/* A file of the test's own, in a folder that goes when the test ends; returns its path. */
const char *a_file(struct work *work, const char *name, const char *content);
const char *a_folder(void);

/* What a function writes to standard error. */
const char *said(struct work *work, void (*speak)(void *), void *with);

/* The catalogue of the build; "zh-CN" or "en". */
void read_in(const char *language);

#endif
