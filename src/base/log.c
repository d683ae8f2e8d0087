/* log.c - builds a line in place and writes it at once, so that lines of two processes do not mix.
 */

#include "base/log.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

static const char *const levels[] = { "debug", "info", "warning", "error" };

static enum log_level threshold = LOG_INFO;
static bool writing;
static char line[2048];
static size_t size;

void
log_level_use(const char *name)
{
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++) {
		if (strcasecmp(name, levels[i]) == 0)
			threshold = (enum log_level)i;
	}
}

/* What does not fit is left out; there is always room for the end of the line. */
static void
add(const char *chars, size_t count)
{
	size_t room = sizeof(line) - 1 - size;

	if (count > room)
		count = room;
	memcpy(line + size, chars, count);
	size += count;
}

static void
add_escaped(unsigned char c)
{
	char escaped[8];

	if (c == '\n')
		snprintf(escaped, sizeof(escaped), "\\n");
	else if (c == '"' || c == '\\')
		snprintf(escaped, sizeof(escaped), "\\%c", c);
	else if (iscntrl(c))
		snprintf(escaped, sizeof(escaped), "\\x%02x", c);
	else
		snprintf(escaped, sizeof(escaped), "%c", c);
	add(escaped, strlen(escaped));
}

static bool
is_plain(const char *value)
{
	if (!*value)
		return false;
	for (; *value; value++) {
		unsigned char c = (unsigned char)*value;

		if (c <= ' ' || c == '"' || c == '=' || c == '\\' || c == 0x7f)
			return false;
	}
	return true;
}

void
log_text(const char *name, const char *value)
{
	if (!writing || !value)
		return;
	if (size > 0)
		add(" ", 1);
	add(name, strlen(name));
	add("=", 1);
	if (is_plain(value)) {
		add(value, strlen(value));
		return;
	}
	add("\"", 1);
	for (; *value; value++)
		add_escaped((unsigned char)*value);
	add("\"", 1);
}

void
log_int(const char *name, int64_t value)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%ld", value);
	log_text(name, digits);
}

void
log_begin(enum log_level level, const char *event)
{
	char stamp[32] = "";
	struct timespec now;
	struct tm tm;

	writing = level >= threshold;
	size = 0;
	if (!writing)
		return;
	clock_gettime(CLOCK_REALTIME, &now);
	if (gmtime_r(&now.tv_sec, &tm))
		strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%SZ", &tm);
	log_text("time", stamp);
	log_text("level", levels[level]);
	log_text("event", event);
}

void
log_end(void)
{
	if (!writing)
		return;
	line[size] = '\n';
	/* There is nowhere to tell that standard error is gone. */
	if (write(STDERR_FILENO, line, size + 1) < 0)
		size = 0;
	writing = false;
}

void
log_event(enum log_level level, const char *event, const char *format, ...)
{
	char message[1024];
	va_list values;

	va_start(values, format);
	vsnprintf(message, sizeof(message), format, values);
	va_end(values);
	log_begin(level, event);
	log_text("message", message);
	log_end();
}
