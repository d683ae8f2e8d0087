/* health.h - whether the program lives, is ready, and what it does. */
#ifndef HEALTH_H
#define HEALTH_H

#include <stddef.h>

#include "http/request.h"
#include "http/serve.h"

extern const struct route health_routes[];

/* The heartbeats of all workers, in memory that is shared. */
void health_watch(const struct heartbeat *heartbeats, size_t count);

#endif
