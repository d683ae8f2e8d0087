/* coming.h - what is coming up at a centre, for its page. */
#ifndef COMING_H
#define COMING_H

#include "centre/sheet.h"

struct coming *coming_at(struct work *work, struct id centre, size_t *count);

#endif
