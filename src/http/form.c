/* form.c - reads a body or a query by a table of fields, and keeps what was typed. */

#include "http/form.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rule.h"
#include "base/text.h"
#include "http/convert.h"
#include "http/decode.h"

#define PROBLEMS_MOST 40

struct form {
	struct request *req;
	const struct field *fields;
	struct input *inputs; /* one for each field */
	struct problem *problems;
	size_t problem_count;
	int status;
	const struct refusal *refusal; /* noted by form_accept() */
};

static REFUSAL(invalid, REFUSED_MALFORMED, NULL,
	       N_("Some of what was sent is not right. Correct it and send it again."));

const struct field no_fields[] = { FIELD_END };
const struct field reason_fields[] = {
	FIELD_TEXT(struct reason_draft, reason, .max = 200, .label = N_("Reason")),
	FIELD_END,
};

static const char no_name[] = "body";

static struct form *
new_form(struct request *req, const struct field *fields)
{
	struct arena *arena = req->work->arena;
	struct form *form = arena_one(arena, struct form);
	size_t count = 0;

	while (fields && fields[count].member)
		count++;
	form->req = req;
	form->fields = fields;
	form->status = 200;
	form->inputs = arena_array(arena, count + 1, sizeof(*form->inputs));
	form->problems = arena_array(arena, PROBLEMS_MOST + 1, sizeof(*form->problems));
	for (size_t i = 0; i < count; i++) {
		form->inputs[i].field = &fields[i];
		form->inputs[i].name = field_name(&fields[i]);
		form->inputs[i].value = "";
	}
	req->form = form;
	return form;
}

static struct input *
find_input(const struct form *form, const char *name)
{
	struct input *input = form->inputs;

	while (input->name && strcmp(input->name, name) != 0)
		input++;
	return input->name ? input : NULL;
}

static void
note(struct form *form, const char *name, const char *code, const char *message)
{
	struct input *input = find_input(form, name);

	if (input && !input->problem)
		input->problem = message;
	if (form->problem_count < PROBLEMS_MOST)
		form->problems[form->problem_count++] = (struct problem){ name, code, message };
	form->status = 422;
}

/* ---- from pairs ---- */

static bool
is_known(const struct form *form, const char *name)
{
	return find_input(form, name) || strcmp(name, "guard") == 0;
}

/* A list is given by its name once for each of its things. */
static bool
is_list(const struct form *form, const char *name)
{
	const struct input *input = find_input(form, name);

	return input && field_is_list(input->field);
}

static const char *
given_twice(const struct form *form, const struct pair *pairs)
{
	for (const struct pair *one = pairs; one && one->name; one++)
		if (!is_list(form, one->name) && pairs_find(one + 1, one->name))
			return one->name;
	return NULL;
}

static void
refuse_unknown(struct form *form, const struct pair *pairs)
{
	const char *twice = given_twice(form, pairs);

	if (twice)
		note(form, twice, "twice", _("This is given twice."));
	for (const struct pair *pair = pairs; pair && pair->name; pair++)
		if (!is_known(form, pair->name))
			note(form, pair->name, "unknown", _("This name is not known here."));
}

/* What was typed under a name; of a list all of it, with commas between. */
static const char *
typed_as(const struct form *form, const struct pair *pairs, const struct field *field)
{
	const char *name = field_name(field), *typed = pairs_find(pairs, name);

	if (!field_is_list(field))
		return typed;
	for (const struct pair *pair = pairs; typed && pair->name; pair++)
		if (pair->value != typed && strcmp(pair->name, name) == 0)
			typed = text(form->req->work, "%s,%s", typed, pair->value);
	return typed;
}

static void
read_pairs(struct form *form, const struct pair *pairs, void *draft)
{
	for (struct input *input = form->inputs; input->name; input++) {
		const char *typed = typed_as(form, pairs, input->field);
		struct value value = { .typed = typed, .local = true };

		if (typed && !input->field->secret)
			input->value = typed;
		convert(form->req->work, input->field, &value, draft);
		if (value.code)
			note(form, input->name, value.code, value.message);
	}
}

/* ---- from JSON ---- */

/* Whether JSON may have a member of this name: of the object itself, or of a text in several
 * languages that is one of its members. */
static bool
is_member(const struct form *form, const char *of, const char *name)
{
	for (const struct field *field = form->fields; field && field->member; field++) {
		if (of && field->of && strcmp(field->of, of) == 0 &&
		    strcmp(field->language, name) == 0)
			return true;
		if (!of && strcmp(field->of ? field->of : field_name(field), name) == 0)
			return true;
	}
	return false;
}

static bool
is_text_of(const struct form *form, const char *name)
{
	const struct field *field = form->fields;

	while (field && field->member && (!field->of || strcmp(field->of, name) != 0))
		field++;
	return field && field->member;
}

static void
refuse_unknown_members(struct form *form, const char *of, json_t *json)
{
	struct arena *arena = form->req->work->arena;
	const char *name;
	json_t *member;

	json_object_foreach(json, name, member)
	{
		if (!is_member(form, of, name))
			note(form, arena_text(arena, of ? of : name), "unknown",
			     _("This name is not known here."));
		else if (!of && is_text_of(form, name) && json_is_object(member))
			refuse_unknown_members(form, name, member);
		else if (!of && is_text_of(form, name) && !json_is_null(member))
			note(form, arena_text(arena, name), "malformed",
			     _("This must be a text in each language."));
	}
}

static json_t *
member_of(json_t *json, const struct field *field)
{
	if (!field->of)
		return json_object_get(json, field_name(field));
	return json_object_get(json_object_get(json, field->of), field->language);
}

static void
read_json(struct form *form, json_t *json, void *draft)
{
	refuse_unknown_members(form, NULL, json);
	for (struct input *input = form->inputs; input->name; input++) {
		struct value value = { .json = member_of(json, input->field) };

		/* A PATCH leaves out what stays as it is. */
		value.optional = form->req->method == PATCH && !value.json;
		convert(form->req->work, input->field, &value, draft);
		if (value.code)
			note(form, input->field->of ? input->field->of : input->name, value.code,
			     value.message);
	}
}

struct form *
form_read(struct request *req, void *draft)
{
	struct form *form = new_form(req, req->route->body);
	const struct refusal *refusal = decode_body(req);

	form->refusal = NULL;
	if (refusal) {
		note(form, no_name, refusal->code, refusal_message(refusal));
	} else if (req->json) {
		read_json(form, req->json, draft);
	} else {
		if (!request_is_api(req))
			refuse_unknown(form, req->pairs);
		read_pairs(form, req->pairs, draft);
	}
	return form;
}

struct form *
query_read(struct request *req, void *draft)
{
	struct form *form = new_form(req, req->route->query);

	for (struct input *input = form->inputs; input->name; input++) {
		const char *typed = pairs_find(req->query, input->name);
		struct value value = { .typed = typed, .local = !request_is_api(req) };

		/* A field of a filter that was left empty was not filled in. */
		if (typed && !*typed && !request_is_api(req))
			value.typed = NULL;
		value.optional = !request_is_api(req);
		if (typed)
			input->value = typed;
		convert(req->work, input->field, &value, draft);
		if (value.code)
			note(form, input->name, value.code, value.message);
	}
	return form;
}

struct form *
form_show(struct request *req, const struct field *fields, const void *draft)
{
	struct form *form = new_form(req, fields);

	for (struct input *input = form->inputs; input->name; input++)
		if (!input->field->secret)
			input->value = convert_back(req->work, input->field, draft);
	return form;
}

/* ---- what is wrong ---- */

bool
form_valid(const struct form *form)
{
	return form->problem_count == 0;
}

const struct refusal *
form_refusal(const struct form *form)
{
	struct refusal *refusal;

	if (form_valid(form))
		return NULL;
	refusal = arena_one(form->req->work->arena, struct refusal);
	*refusal = invalid;
	refusal->problems = form->problems;
	if (!request_is_api(form->req))
		refusal->kind = REFUSED_BY_RULE;
	return refusal;
}

bool
form_accept(struct form *form, const struct refusal *refusal)
{
	const struct field *first = form->fields;

	if (!refusal)
		return true;
	form->refusal = refusal;
	if (refusal->findings && refusal->findings->rule) {
		for (const struct finding *finding = refusal->findings; finding->rule; finding++)
			if (!finding->passed)
				note(form,
				     finding->rule->field ? finding->rule->field
							  : field_name(first),
				     finding->rule->code, refusal_message(finding->rule));
	} else {
		note(form, refusal->field ? refusal->field : field_name(first), refusal->code,
		     refusal_message(refusal));
	}
	form->status = refusal->kind == REFUSED_CONFLICT ? 409 : 422;
	return false;
}

const struct refusal *
form_refused(const struct form *form)
{
	return form->refusal;
}

int
form_status(const struct form *form)
{
	return form->status;
}

const struct input *
form_inputs(const struct form *form)
{
	return form->inputs;
}

const struct input *
form_input(const struct form *form, const char *name)
{
	const struct input *input = find_input(form, name);

	if (!input)
		fault("a page shows a field that its form does not have: %s", name);
	return input;
}

const struct problem *
form_problems(const struct form *form)
{
	return form->problems;
}

const char *
form_title(const struct form *form, const char *title)
{
	return form_valid(form) ? title : text(form->req->work, _("Error: %s"), title);
}

bool
input_chose(const struct input *input, struct id id)
{
	return strcasecmp(input->value, id_text(id).chars) == 0;
}

bool
input_is(const struct input *input, const char *value)
{
	return strcmp(input->value, value) == 0;
}

bool
input_names(const struct input *input, struct id id)
{
	struct id_text wanted = id_text(id);

	for (const char *name = input->value; *name; name += strcspn(name, ",")) {
		name += *name == ',';
		if (strncasecmp(name, wanted.chars, strlen(wanted.chars)) == 0)
			return true;
	}
	return false;
}

bool
input_has(const struct input *input, const char *key)
{
	size_t length = strlen(key);

	for (const char *one = input->value, *end; *one; one = *end ? end + 1 : end) {
		end = strchrnul(one, ',');
		if ((size_t)(end - one) == length && strncmp(one, key, length) == 0)
			return true;
	}
	return false;
}
