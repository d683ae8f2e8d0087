/* answer.h - one request, from what was asked to what is answered. */
#ifndef ANSWER_H
#define ANSWER_H

#include <stdbool.h>

#include "http/request.h"
#include "http/site.h"

/* Fills req->response, whatever happens; hashes: this process may answer routes that hash. */
void answer(struct request *req, const struct site *site, bool hashes);

/* The same for a request that could not even be read. */
void answer_unread(struct request *req, const struct refusal *refusal);

#endif
