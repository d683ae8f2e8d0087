/* outbox.h - what a person is told: written with its cause, sent by the jobs process.
 *
 * A letter is a code and arguments.  It stands in the person's inbox at once, and goes out by
 * mail or text message where the person has an address; it is put into words, by the feature that
 * writes it, when it is shown or sent, in the reader's language.  What is for a person without any
 * address goes to those who act for that person. */
#ifndef OUTBOX_H
#define OUTBOX_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/buf.h"
#include "base/id.h"
#include "base/work.h"
#include "db/column.h"

/* Arguments are JSON, or NULL. */
void outbox_write(struct work *work, struct id person, const char *letter, struct id subject,
		  const char *arguments);

/* To an address that may belong to nobody here; the secret (a code) is sealed, and is shown in
 * no inbox.  kind is "phone" or "email". */
void outbox_write_to(struct work *work, const char *kind, const char *address, const char *letter,
		     const char *secret);

/* The bare address that mail comes from, "noreply@quarter.example". */
const char *outbox_address(struct work *work);

/* A letter in words, in the reader's language; paragraphs end with NULL. */
struct letter_words {
	const char *title;
	const char *paragraphs[8];
	const char *link; /* a path of ours, or NULL */
	const char *link_label;
	const char *calendar;        /* an iCalendar object to attach, or NULL */
	const char *calendar_method; /* REQUEST or CANCEL */
	const char *short_text;      /* for a text message */
};

/* What a letter says of its subject, as it was when the letter was written: the arguments. */
struct letter_read {
	struct id subject_id;
	struct id person_id;
	json_t *arguments;          /* an object, never NULL */
	const char *secret;         /* or NULL */
	const char *recipient_name; /* or NULL */
};

/* What each feature exports of its letters; site/letters.c lists the tables. */
struct letter_kind {
	const char *letter; /* NULL ends the table */
	void (*write)(struct work *work, const struct letter_read *read,
		      struct letter_words *words);
	bool by_mail; /* false: in the inbox alone */
	bool inbox;   /* false: by mail alone */
};
#define LETTERS_END                                                                                \
	{                                                                                          \
		.letter = NULL                                                                     \
	}

/* The tables of all features, set once by site/. */
void letters_use(const struct letter_kind *const *tables);
const struct letter_kind *letter_kind_of(const char *letter);

/* A letter as it stands in an inbox, or goes out. */
struct letter {
	struct id id;
	struct id person_id;
	const char *person_name; /* NULL where it stands in no inbox */
	const char *letter;
	struct id subject_id;
	const char *arguments;
	time_t made_at;
	time_t read_at; /* 0: not yet */
};
extern const struct column letter_columns[];

/* Puts it into words in the language of the unit of work; secret and recipient may be NULL. */
struct letter_words letter_in_words(struct work *work, const struct letter *letter,
				    const char *secret, const char *recipient_name);

#endif
