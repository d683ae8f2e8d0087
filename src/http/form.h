/* form.h - a form, a query or a JSON object, read by a table of fields.
 *
 * One reader for all: it refuses a name that the table does not have and a name given twice,
 * trims, checks UTF-8, converts, checks limits, and fills the struct.  The form keeps what was
 * typed and one problem for each field, so that the page can show both again. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/field.h"
#include "http/request.h"

struct form;

/* A field as it was typed; its name is NULL after the last. */
struct input {
	const struct field *field;
	const char *name;
	const char *value;   /* never NULL; a secret is "" */
	const char *problem; /* in the reader's language, or NULL */
};

/* Of an act that asks for nothing but that it is to be, or for a reason that may be left out. */
struct reason_draft {
	const char *reason;
};
extern const struct field no_fields[], reason_fields[];

/* Reads the body of the request (a POST or PATCH) by the route's table, req->route->body. */
struct form *form_read(struct request *req, void *draft);

/* Reads the query by req->route->query; where the API is asked, what the table does not have is
 * refused.  What is required is not asked for in a query of a page. */
struct form *query_read(struct request *req, void *draft);

/* A form that shows a draft as it is, for the first page of a flow: nothing was typed yet. */
struct form *form_show(struct request *req, const struct field *fields, const void *draft);

/* NULL if every field is right; else 400 with what was malformed, or 422 with what a person
 * would call a mistake (too long, missing, out of bounds). */
const struct refusal *form_refusal(const struct form *form);
bool form_valid(const struct form *form);

/* Notes a refusal of the rules in the form, at its field; true if there was none. */
bool form_accept(struct form *form, const struct refusal *refusal);

/* The refusal that form_accept() noted last, or NULL: for its findings and alternatives. */
const struct refusal *form_refused(const struct form *form);

/* The status of the page that shows the form: 200 as it is first shown, 422 or 409 after. */
int form_status(const struct form *form);

/* For templates: the fields, one of them, and what is wrong, in the order of the table. */
const struct input *form_inputs(const struct form *form);
const struct input *form_input(const struct form *form, const char *name);
const struct problem *form_problems(const struct form *form);

/* The title, with "Error: " before it if something is wrong. */
const char *form_title(const struct form *form, const char *title);

/* Whether the input names this. */
bool input_chose(const struct input *input, struct id id);
bool input_is(const struct input *input, const char *value);
/* Whether the list names this among others. */
bool input_names(const struct input *input, struct id id);
bool input_has(const struct input *input, const char *key);

#endif
