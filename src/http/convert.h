/* convert.h - one value of a form, a query or a JSON object, into its member of a struct. */
#ifndef CONVERT_H
#define CONVERT_H

#include <jansson.h>
#include <stdbool.h>

#include "base/field.h"
#include "base/work.h"

struct value {
	const char *typed;   /* of a form or a query; NULL: not there */
	json_t *json;        /* of a JSON object; NULL: not there */
	bool local;          /* a time without an offset is the city's */
	bool optional;       /* not missed, even where the field is required */
	const char *code;    /* what is wrong, or NULL */
	const char *message; /* in the reader's language */
};

/* Fills the member, or says what is wrong. */
void convert(struct work *work, const struct field *field, struct value *value, void *draft);

/* The member as a form shows it. */
const char *convert_back(struct work *work, const struct field *field, const void *draft);

#endif
