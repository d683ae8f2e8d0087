/* demonstration.h - whom one may sign in as where people and records are made up. */
#ifndef DEMONSTRATION_H
#define DEMONSTRATION_H

struct demonstrator {
	const char *login; /* NULL ends the list */
	const char *title; /* msgid */
	const char *about; /* msgid */
};
extern const struct demonstrator demonstrators[];

#endif
