/* language.h - the language of whoever reads, and texts in it.
 *
 * The source is written in English and translated by gettext's catalogues, which are read here:
 * libintl's own reader follows the system's locale, and Debian installs none.  A process serves
 * one reader at a time, so the language is the process's, set for each unit of work. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include <stdbool.h>
#include <stdint.h>

#define _(msgid) language_text(msgid)
#define N_(msgid) (msgid)

/* Reads zh_CN.mo from a folder; false, with nothing read, if it is missing or damaged. */
bool language_load(const char *folder);

/* "zh-CN" or "en"; anything else is read as the network's own, zh-CN. */
void language_use(const char *tag);
const char *language_tag(void);

/* Which of a row's names to show: 1 Chinese, 2 English, the order of ELT(:language, name_zh,
 * name_en). */
int64_t language_number(void);

/* Whether a tag is one of ours. */
bool language_known(const char *tag);

/* The best of ours for an Accept-Language header, or NULL; there may be no header. */
const char *language_accepted(const char *header);

const char *language_text(const char *msgid) __attribute__((format_arg(1)));
const char *language_plural(const char *one, const char *many, int64_t count)
	__attribute__((format_arg(1))) __attribute__((format_arg(2)));
#define ngettext(one, many, count) language_plural((one), (many), (count))
/* A text that means two things is told apart by its context. */
const char *language_context(const char *context, const char *msgid) __attribute__((format_arg(2)));
#define pgettext(context, msgid) language_context((context), (msgid))

#endif
