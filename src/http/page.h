/* page.h - what the frame of every page asks of its request.
 *
 * The frame is page.html; this answers the questions it may ask: in which language, size and
 * theme the reader sees it, where they are, whom they can ring. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>

#include "base/id.h"
#include "http/asset.h"
#include "http/request.h"

/* What is told of the reader by those who know: asked for once a request, when first needed. */
struct reader {
	const char *phone; /* of the centre that helps them, in E.164, or NULL */
	struct id managed; /* the centre whose day they see, or an id that names nothing */
};

/* Hands over the function that knows: http itself knows neither centres nor persons. */
void page_know_reader(void (*know)(struct request *req, struct reader *reader));

/* Whether the reader has the standard type size or appearance (""), or this one. */
bool page_care_is(const struct request *req, const char *size);
bool page_theme_is(const struct request *req, const char *theme);

/* As an attribute says it. */
const char *truth(bool yes);

/* Whether the page stands at this path or, but for "/", below it. */
bool page_here(const struct request *req, const char *path);

/* This page with a parameter of its query set to something else, or left out (NULL). */
const char *page_with(const struct request *req, const char *name, const char *value);

/* This page, to come back to, and the same in the other language. */
const char *page_address(const struct request *req);
const char *page_other_address(const struct request *req);
const char *page_other_language(void); /* its tag */
const char *page_other_name(void);     /* what it calls itself */

/* A number as people read it, "0371-5555 0101"; NULL for none. */
const char *phone_said(struct work *work, const char *phone);

/* The telephone of the reader's centre, as people read it, or NULL; and the address that rings
 * it or, where there is none, the hotline of the city. */
const char *page_phone(struct request *req);
const char *page_call(struct request *req);

bool signed_in(const struct request *req);

/* How many letters of a reader who is signed in are unread. */
int64_t page_unread(const struct request *req);

/* Whether the reader administers or audits any part of the network. */
bool page_administers(const struct request *req);

/* The centre that the reader manages, or an id that names nothing. */
struct id page_managed(struct request *req);

/* Whether people and records are made up. */
bool page_demonstration(void);

#endif
