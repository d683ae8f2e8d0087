/* writer.c - the C of a page, and the blocks that are open in it. */

#include "writer.h"

#include <stdlib.h>
#include <string.h>

#include "place.h"

struct block {
	const char *end;    /* what closes it in C */
	char frame[512];    /* the call of a frame, or empty */
	struct place place; /* where it began */
};

struct source source = { "htmlc", 1 };

static FILE *code, *heads;
static struct place place;
static struct block blocks[32];
static size_t depth;

void
fail(const char *why, const char *what)
{
	fprintf(stderr, "%s:%d: %s%s\n", source.file, source.line, why, what);
	exit(1);
}

static bool
starts_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

/* What the page says itself is gathered, and written before anything else is. */
static char literal[1 << 16];
static size_t length;

static void
flush(void)
{
	if (length == 0)
		return;
	fputs("\thtml_raw(out, \"", code);
	for (size_t i = 0; i < length; i++) {
		if (literal[i] == '\n')
			fputs("\\n", code);
		else
			fprintf(code, strchr("\"\\?", literal[i]) ? "\\%c" : "%c", literal[i]);
	}
	fprintf(code, "\", %zu);\n", length);
	length = 0;
}

void
write_literal(char c)
{
	if (depth == 0)
		fail("this stands outside any template", "");
	if (length == sizeof(literal))
		fail("too much text without a directive", "");
	place_follow(&place, c);
	literal[length++] = c;
}

bool
write_folds(void)
{
	return place_folds(&place);
}

void
write_blank(bool newline)
{
	if (depth > 0)
		write_literal(newline ? '\n' : ' ');
}

static void
mark_line(FILE *out)
{
	fprintf(out, "#line %d \"%s\"\n", source.line, source.file);
}

/* The end of what is quoted from here on. */
static const char *
end_of_quote(const char *from)
{
	const char *p = from + 1;

	while (*p != *from) {
		if (*p == '\\')
			p++;
		if (!*p++)
			fail("a quote is not closed: ", from);
	}
	return p;
}

/* Whether an expression is several, which are a format and what it formats. */
static bool
is_format(const char *expression)
{
	int nested = 0;

	for (const char *p = expression; *p; p++) {
		if (*p == ',' && nested == 0)
			return true;
		if (strchr("\"'", *p))
			p = end_of_quote(p);
		else if (strchr("([{", *p))
			nested++;
		else if (strchr(")]}", *p))
			nested--;
	}
	return false;
}

void
write_expression(const char *expression)
{
	const char *writer;

	if (depth == 0)
		fail("this stands outside any template: ", expression);
	writer = place_writer(&place);
	flush();
	mark_line(code);
	if (!is_format(expression))
		fprintf(code, "\t%s(out, %s);\n", writer, expression);
	else if (starts_with(writer, "HTML_URL"))
		fail("a format may not stand in a URL: ", expression);
	else
		fprintf(code, "\thtml_format(out, %s);\n", expression);
}

/* Writes "name(arguments)" as a call of name, suffix and _html. */
static void
write_call(const char *call, const char *suffix)
{
	size_t name = strcspn(call, "(");

	place_call(&place);
	if (call[name] != '(' || call[strlen(call) - 1] != ')')
		fail("not a call: ", call);
	fprintf(code, "\t%.*s%s_html(out%s%s;\n", (int)name, call, suffix,
		call[name + 1] == ')' ? "" : ", ", call + name + 1);
}

static struct block *
open_block(const char *end)
{
	if (depth == sizeof(blocks) / sizeof(*blocks))
		fail("too many blocks within each other", "");
	blocks[depth] = (struct block){ .end = end, .place = place };
	return &blocks[depth++];
}

/* The innermost block, which must be where it began: a branch or the end of it stands here. */
static struct block *
innermost(void)
{
	struct block *block = &blocks[depth - 1];

	if (!place_same(&block->place, &place))
		fail("a block must end where it began; this one ends inside ", place.tag);
	return block;
}

static void
open_template(const char *prototype)
{
	size_t name = strcspn(prototype, "(");
	const char *comma = prototype[name] && prototype[name + 1] != ')' ? ", " : "";

	if (prototype[name] != '(' || prototype[strlen(prototype) - 1] != ')')
		fail("a template has a name and parameters: ", prototype);
	place = (struct place){ .where = IN_TEXT };
	open_block("}\n");
	mark_line(heads);
	mark_line(code);
	fprintf(heads, "void %.*s_html(struct html *out%s%s;\n", (int)name, prototype, comma,
		prototype + name + 1);
	fprintf(code, "void %.*s_html(struct html *out%s%s\n{\n", (int)name, prototype, comma,
		prototype + name + 1);
}

static void
include(const char *name)
{
	fprintf(heads, "#include %s\n", name);
}

static void
open_frame(const char *call)
{
	struct block *block = open_block("");

	if (strlen(call) >= sizeof(block->frame))
		fail("too long: ", call);
	memcpy(block->frame, call, strlen(call) + 1);
	write_call(call, "_top");
}

static void
call_template(const char *call)
{
	write_call(call, "");
}

static void
open_if(const char *condition)
{
	open_block("\t}\n");
	fprintf(code, "\tif (%s) {\n", condition);
}

static void
open_for(const char *steps)
{
	open_block("\t}\n");
	fprintf(code, "\tfor (%s) {\n", steps);
}

static void
open_branch(const char *condition)
{
	place = innermost()->place;
	fprintf(code, *condition ? "\t} else if (%s) {\n" : "\t} else {%s\n", condition);
}

static void
close_block(const char *nothing)
{
	struct block *block = innermost();

	(void)nothing;
	if (block->frame[0])
		write_call(block->frame, "_bottom");
	fputs(block->end, code);
	depth--;
}

/* A word that ends with a blank wants something after it; any other stands alone. */
#define DIRECTIVES_END                                                                             \
	{                                                                                          \
		.word = NULL                                                                       \
	}
static const struct directive {
	const char *word;
	void (*obey)(const char *rest);
	bool outside; /* of any template */
} directives[] = {
	{ "include ", include, true },      { "template ", open_template, true },
	{ "in ", open_frame, false },       { "call ", call_template, false },
	{ "if ", open_if, false },          { "for ", open_for, false },
	{ "else if ", open_branch, false }, { "else", open_branch, false },
	{ "end", close_block, false },      DIRECTIVES_END,
};

static bool
names(const struct directive *directive, const char *text)
{
	const char *word = directive->word;

	if (word[strlen(word) - 1] == ' ')
		return starts_with(text, word);
	return strcmp(text, word) == 0;
}

void
write_directive(const char *text)
{
	const struct directive *directive = directives;

	while (directive->word && !names(directive, text))
		directive++;
	if (!directive->word)
		fail("unknown directive: ", text);
	if (directive->outside != (depth == 0))
		fail(depth ? "not within a template: " : "only within a template: ", text);
	place_directive(&place);
	flush();
	if (depth > 0)
		mark_line(code);
	directive->obey(text + strlen(directive->word));
}

/* The two files name each other by the folder and the name of the page. */
void
write_begin(FILE *out, bool header, FILE *nowhere)
{
	const char *name = strrchr(source.file, '/');
	int size;

	code = header ? nowhere : out;
	heads = header ? out : nowhere;
	while (name && name > source.file && name[-1] != '/')
		name--;
	name = name ? name : source.file;
	size = (int)strcspn(name, ".");
	fprintf(heads, "/* Generated from %s: do not edit. */\n#pragma once\n", name);
	fputs("#include \"http/html.h\"\n", heads);
	fprintf(code, "/* Generated from %s: do not edit. */\n", name);
	fprintf(code, "#include \"%.*s_html.h\"\n\n", size, name);
	fputs("/* Both halves of a frame are given what either needs. */\n"
	      "#pragma GCC diagnostic ignored \"-Wunused-parameter\"\n",
	      code);
}

void
write_end(void)
{
	if (depth > 0)
		fail("not ended: ", "a template");
}
