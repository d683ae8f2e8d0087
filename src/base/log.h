/* log.h - one line an event on standard error, logfmt: name=value, quoted where it must be.
 *
 * The lines hold no names, addresses or form values.  The audit log is another thing. */
#ifndef LOG_H
#define LOG_H

#include <stdint.h>

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARNING, LOG_ERROR };

void log_level_use(const char *name);

/* Begins a line, adds to it, and writes it in one go. */
void log_begin(enum log_level level, const char *event);
void log_text(const char *name, const char *value);
void log_int(const char *name, int64_t value);
void log_end(void);

/* A line of one event and one text. */
void log_event(enum log_level level, const char *event, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
