/* decode.h - names and values as they come over the wire: one decoder for query, form and cookie.
 */
#ifndef DECODE_H
#define DECODE_H

#include "http/request.h"

extern const struct refusal malformed;

/* "a=1&b=2": '+' and %XX are decoded once; NUL, control characters and what is not UTF-8 are
 * refused, and more than PAIRS_MOST pairs.  The list ends with a name of NULL. */
MUST_USE const struct refusal *decode_pairs(struct work *work, const char *text, size_t size,
					    const struct pair **pairs);

/* "a=1; b=2"; what cannot be read is left out, as a browser sends what others have set. */
const struct pair *decode_cookies(struct work *work, const char *header);

/* Percent-encoded: all but letters, digits and -._~; of a path also not its slashes. */
const char *url_encoded(struct work *work, const char *value);
const char *url_path(struct work *work, const char *path);

/* A name that stands twice in a list, or NULL. */
const char *pairs_twice(const struct pair *pairs);

const char *pairs_find(const struct pair *pairs, const char *name);

/* The body of the request as pairs or as JSON, by its type, read once. */
MUST_USE const struct refusal *decode_body(struct request *req);

#endif
