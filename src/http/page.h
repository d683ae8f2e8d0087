/* page.h - what the frame of every page asks of its request.
 *
 * The frame is page.html; this answers the questions it may ask: in which language,
 * size and theme the reader sees it, where he is, whom he can ring.  Files of web/
 * are served under names that change with their content, so a browser keeps them
 * for good: asset() tells the name of the day. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/cursor.h"
#include "base/id.h"
#include "http/request.h"

/* Reads the list of names that the build of web/ made, once, when the process starts; false
 * if it cannot be read or one of its lines is not a name and the name it is served under. */
bool asset_load(const char *path);

/* "quarter.css" -> "/a/quarter.1a2b3c4d.css"; a fault if the build made no such file. */
const char *asset(const char *name);

/* What is told of the reader by those who know him: filled once a request, when first asked. */
struct reader {
	const char *phone;  /* of the centre that helps him, "0371-5555 0101" */
	struct id managed;  /* the centre whose day he may see, or the id that names nothing */
	bool demonstration; /* whether people and records are made up */
};

/* Hands over the function that knows; a bare http knows neither centres nor persons. */
void page_know_reader(void (*know)(struct request *req, struct reader *reader));

/* "zh-CN" or "en". */
const char *page_language(struct request *req);

/* Type size: "" for the standard, "big" or "max". */
const char *page_care(struct request *req);

/* Appearance: "" to follow the system, "light" or "dark". */
const char *page_theme(struct request *req);

bool page_care_is(struct request *req, const char *size);
bool page_theme_is(struct request *req, const char *theme);

/* As an attribute says it. */
const char *truth(bool yes);

/* Whether the page stands at this path or, but for "/", below it. */
bool page_here(struct request *req, const char *path);

/* Path and query of this page, to come back to; of what was posted, the path alone. */
const char *page_address(struct request *req);

/* This page in the other language, and what that language calls itself. */
const char *page_other_address(struct request *req);
const char *page_other_language(struct request *req);
const char *page_other_name(struct request *req);

/* What the page before had to say, in the reader's language, or NULL. */
const char *page_notice(struct request *req);

/* The telephone as people read it, and as a "tel:" address. */
const char *page_phone(struct request *req);
const char *page_call(struct request *req);

bool signed_in(struct request *req);
bool may_manage(struct request *req);
struct id page_managed(struct request *req);
bool page_demonstration(struct request *req);

/* The neighbouring pages of a list of which count rows are shown, or NULL where it ends. */
const char *page_before(struct request *req, const struct cursor *cursor, size_t count);
const char *page_after(struct request *req, const struct cursor *cursor, size_t count);

#endif
