/* told.h - what happened, as JSON text: for letters, the diary and the audit log, which put it into
 * words when somebody reads it. */
#ifndef TOLD_H
#define TOLD_H

#include <jansson.h>
#include <stddef.h>

#include "base/work.h"

/* The JSON as text in the arena; lets go of the JSON.  A fault if it could not be made, or has so
 * many bytes or more. */
const char *json_told(struct work *work, json_t *json, size_t most);

#endif
