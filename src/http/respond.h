/* respond.h - the answers. */
#ifndef RESPOND_H
#define RESPOND_H

#include <jansson.h>
#include <stddef.h>

#include "base/cursor.h"
#include "base/rule.h"
#include "db/column.h"
#include "http/request.h"

struct html;

/* Begins an answer anew, with nothing of one before. */
void respond_begin(struct request *req, int status, const char *type);

/* Takes back all of an answer, its cookies too. */
void respond_reset(struct request *req);

/* A page to write into. */
struct html *respond_html(struct request *req, int status);

/* 303 to a page that shows a notice once; the notice is a msgid without arguments, or NULL. */
const struct refusal *redirect(struct request *req, const char *notice, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A row as its columns say, or rows as {"items":[...],"next":...}. */
const struct refusal *respond_row(struct request *req, int status, const struct column *columns,
				  const void *row);
const struct refusal *respond_list(struct request *req, const struct cursor *cursor,
				   const struct column *columns, const void *rows, size_t count,
				   size_t size);

/* {"allowed":...,"rules":[{"code","passed","why"}]} */
const struct refusal *respond_findings(struct request *req, const struct finding *findings);

/* JSON made by hand, where a row does not say it all; the value is let go with the request. */
const struct refusal *respond_json(struct request *req, int status, json_t *value);
json_t *json_of_row(struct request *req, const struct column *columns, const void *row);
json_t *json_of_rows(struct request *req, const struct column *columns, const void *rows,
		     size_t count, size_t size);

json_t *json_of_finding(const struct finding *finding);

/* 204. */
const struct refusal *respond_nothing(struct request *req);

/* A file of another kind, such as text/calendar; name is what it is saved as, or NULL. */
const struct refusal *respond_file(struct request *req, const char *type, const char *name,
				   const char *content, size_t size);

/* A cookie of ours; NULL takes it back.  seconds 0: until the browser is closed. */
void respond_cookie(struct request *req, const char *name, const char *value, int64_t seconds,
		    bool http_only);

/* The answer to a refusal: a page or problem+json by what was asked. */
void respond_refusal(struct request *req, const struct refusal *refusal);

#endif
