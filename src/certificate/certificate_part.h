/* certificate_part.h - what the files of certificate share, and nobody else needs. */
#ifndef CERTIFICATE_PART_H
#define CERTIFICATE_PART_H

#include "certificate/certificate.h"

/* Kinds of the due rows by which a certificate is signed, and then printed. */
extern const char certificate_sign[], certificate_print[];

struct served_days {
	int64_t first_quarter, last_quarter; /* 0: none */
};
extern const struct column served_days_columns[];

struct guesses {
	int64_t count;
	time_t oldest;
};
extern const struct column guesses_columns[];

struct paper {
	struct bytes pdf;
};
extern const struct column paper_columns[];
extern const struct column certificate_key_columns[];

/* Sets what follows from what was read. */
void certificate_complete(struct work *work, struct certificate *certificate);

/* The words of the paper, a line each, as the program that prints it reads them. */
const char *certificate_words(struct work *work, const struct certificate *certificate);

#endif
