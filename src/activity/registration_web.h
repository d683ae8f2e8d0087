/* registration_web.h - what the pages of signing up, of tickets and of offers show. */
#ifndef REGISTRATION_WEB_H
#define REGISTRATION_WEB_H

#include "activity/registration.h"
#include "activity/waiting.h"
#include "base/choice.h"
#include "http/form.h"
#include "http/html.h"
#include "http/request.h"

/* The form by which a household signs up. */
struct sign_up_page {
	struct form *form;
	struct activity activity;
	struct registration_draft draft;
	const struct candidate *people;
	size_t count;
	const struct clash *clashes; /* those that were refused, or none */
	int64_t most;                /* people in one form */
	int64_t undo_minutes;
	int64_t offer_minutes;
};

/* One registration, with its party. */
struct registration_page {
	struct form *form; /* of accepting, or of cancelling for others */
	struct registration registration;
	const struct seat *seats;
	size_t count;
	const char *answer_way; /* where an offer is answered */
	bool by_link;           /* whoever reads has not signed in */
};

/* What a form of the party asks: who takes the places that are offered. */
struct answer_draft {
	struct ids party;
	const struct word *answer; /* accept, decline */
};

bool is_full(const struct sign_up_page *page);

/* The badge that goes with a status. */
const char *registration_badge(const struct word *status);

/* A ticket as a picture to scan. */
struct markup ticket_code(struct work *work, const struct seat *seat);

/* Names of a party, one after the other. */
const char *party_said(struct work *work, const struct registration_page *page);

/* Whether an offer is for fewer than asked for it, so that the household has to say who comes. */
bool must_choose(const struct registration_page *page);

/* Whether a person is chosen already, as a page is first shown. */
bool starts_chosen(const struct registration_page *page, size_t index);

/* From when the link of what is online is shown. */
const char *link_shown_from(struct work *work, const struct registration *registration);

#endif
