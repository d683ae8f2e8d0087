/* place.c - the rules of place.h. */

#include "place.h"

#include <ctype.h>
#include <string.h>

/* An expression may stand in these; any other attribute may run, load or hide something. */
static const char plain[] =
	" id class name value for title alt lang dir min max step minlength maxlength rows cols "
	"colspan rowspan headers scope datetime label content width height role placeholder "
	"tabindex hreflang accept size inputmode enterkeyhint autocomplete low high optimum "
	"pattern list form span start open download kind media sizes "
	"x y x1 y1 x2 y2 cx cy dx dy r rx ry d points viewbox transform offset pathlength "
	"stroke-width stroke-dasharray stroke-dashoffset text-anchor ";
static const char urls[] = " href src action formaction cite poster ";
static const char bare[] = " title textarea ";               /* no tag is read in these */
static const char exact[] = " pre textarea ";                /* blanks count in these */
static const char forbidden[] = " style srcdoc http-equiv "; /* by our policy they do nothing */
static const char *const starts[] = {
	"/", "?", "#", "https://", "http://", "mailto:", "tel:", NULL
};

static bool
listed(const char *list, const char *word)
{
	size_t length = strlen(word);

	if (length == 0)
		return false;
	while ((list = strstr(list, word)) && (list[-1] != ' ' || list[length] != ' '))
		list++;
	return list != NULL;
}

static bool
starts_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

static bool
blank(char c)
{
	return strchr(" \t\r\n\f", c) != NULL;
}

static void
push(char *word, size_t size, char c)
{
	size_t length = strlen(word);

	if (length + 1 < size) {
		word[length] = (char)tolower((unsigned char)c);
		word[length + 1] = '\0';
	}
}

static void
next_name(struct place *place)
{
	place->where = IN_NAME;
	place->name[0] = '\0';
}

static void
end_tag(struct place *place)
{
	place->where = IN_TEXT;
	place->end = NULL;
	if (strcmp(place->tag, "script") == 0)
		place->end = "</script>";
	if (strcmp(place->tag, "style") == 0)
		place->end = "</style>";
	if (place->end)
		place->where = IN_RAW;
}

static void
judge_name(const struct place *place)
{
	if (listed(forbidden, place->name) || starts_with(place->name, "on"))
		fail("send a header, or keep in a file of its own, what stands in ", place->name);
}

/* Refuses a URL that is begun with anything but a path of ours or a known scheme. */
static void
judge_url(const struct place *place)
{
	const char *const *start = starts;

	while (*start && !starts_with(place->value, *start))
		start++;
	if (!*start || starts_with(place->value, "//") || starts_with(place->value, "/\\"))
		fail("a URL may not begin so: ", place->value);
}

/* The macro for an expression in a URL; one that is begun must have got past its host. */
static const char *
url_writer(const struct place *place)
{
	if (place->written)
		return "HTML_URL_PART";
	if (!place->value[0])
		return "HTML_URL";
	judge_url(place);
	if (starts_with(place->value, "http") && !strchr(strstr(place->value, "//") + 2, '/'))
		fail("the host of a URL must be complete: ", place->value);
	return "HTML_URL_PART";
}

static void
follow_tag(struct place *place, char c)
{
	if (c == '>' && place->tag[0])
		end_tag(place);
	else if ((blank(c) || c == '/') && place->tag[0])
		next_name(place);
	else if (isalnum((unsigned char)c) || (strchr("/!", c) && !place->tag[0]))
		push(place->tag, sizeof(place->tag), c);
	else
		fail("no tag: write &lt; for the sign, and {# #} for a comment; after ",
		     place->tag);
}

static void
follow_name(struct place *place, char c)
{
	if (c == '>')
		end_tag(place);
	else if (c == '=' && place->name[0])
		place->where = IN_EQUALS;
	else if (blank(c) || (c == '/' && !place->name[0]))
		place->name[0] = '\0';
	else if (isalnum((unsigned char)c) || strchr("-:_", c))
		push(place->name, sizeof(place->name), c);
	else
		fail("not understood in the tag ", place->tag);
}

static void
follow_equals(struct place *place, char c)
{
	judge_name(place);
	if (!strchr("\"'", c))
		fail("quote the value of ", place->name);
	place->where = IN_VALUE;
	place->quote = c;
	place->written = false;
	place->value[0] = '\0';
}

static void
follow_value(struct place *place, char c)
{
	if (c != place->quote) {
		push(place->value, sizeof(place->value), c);
		return;
	}
	if (listed(urls, place->name) && !place->written)
		judge_url(place);
	next_name(place);
}

static void
follow_raw(struct place *place, char c)
{
	if (c != *place->end++)
		fail("keep in a file of its own what stands in the tag ", place->tag);
	if (!*place->end)
		place->where = IN_TEXT;
}

void
place_follow(struct place *place, char c)
{
	switch (place->where) {
	case IN_TEXT:
		if (c == '<') {
			place->where = IN_TAG;
			place->tag[0] = '\0';
		}
		break;
	case IN_TAG:
		follow_tag(place, c);
		break;
	case IN_NAME:
		follow_name(place, c);
		break;
	case IN_EQUALS:
		follow_equals(place, c);
		break;
	case IN_VALUE:
		follow_value(place, c);
		break;
	case IN_RAW:
		follow_raw(place, c);
		break;
	}
}

const char *
place_writer(struct place *place)
{
	const char *writer = "HTML_QUOTED";

	if (place->where == IN_TEXT)
		return listed(bare, place->tag) ? "HTML_QUOTED" : "HTML_TEXT";
	if (place->where != IN_VALUE)
		fail("nothing may be written here, inside ", place->tag);
	if (listed(urls, place->name))
		writer = url_writer(place);
	else if (!listed(plain, place->name) && !starts_with(place->name, "aria-") &&
		 !starts_with(place->name, "data-"))
		fail("nothing may be written in the attribute ", place->name);
	place->written = true;
	return writer;
}

void
place_directive(const struct place *place)
{
	if (place->where == IN_TEXT)
		return;
	if (place->where == IN_NAME && !place->name[0])
		return;
	if (place->where == IN_VALUE &&
	    (!listed(urls, place->name) || place->value[0] || place->written))
		return;
	fail("no directive may stand here, inside ", place->tag);
}

void
place_call(const struct place *place)
{
	if (place->where != IN_TEXT || listed(bare, place->tag))
		fail("no template may stand here, inside ", place->tag);
}

bool
place_folds(const struct place *place)
{
	return place->where == IN_TEXT && !listed(exact, place->tag);
}

/* Two places in text are alike if what follows is read alike. */
static bool
text_same(const struct place *a, const struct place *b)
{
	return listed(bare, a->tag) == listed(bare, b->tag) && place_folds(a) == place_folds(b);
}

bool
place_same(const struct place *a, const struct place *b)
{
	if (a->where == IN_TEXT && b->where == IN_TEXT)
		return text_same(a, b);
	return a->where == b->where && strcmp(a->tag, b->tag) == 0 &&
	       strcmp(a->name, b->name) == 0 && (a->where != IN_VALUE || a->quote == b->quote);
}
