/* reference.h - what bears a reference that somebody read aloud, or scanned. */
#ifndef SITE_REFERENCE_H
#define SITE_REFERENCE_H

#include <stddef.h>

/* A thing: where it is shown, what it is called, and when it is. */
struct referred {
	const char *path;
	const char *name, *when;
};

#endif
