/* health.c - /healthz, /readyz, /metrics and the description of the API. */

#include "site/health.h"

#include <string.h>

#include "base/conf.h"
#include "base/text.h"
#include "db/migrate.h"
#include "http/openapi.h"
#include "http/problem.h"
#include "http/respond.h"
#include "site/site.h"

#define METRICS_MOST 65536

static const struct heartbeat *heartbeats;
static size_t heartbeat_count;

void
health_watch(const struct heartbeat *all, size_t count)
{
	heartbeats = all;
	heartbeat_count = count;
}

static const struct refusal *
plain(struct request *req, int status, const char *words)
{
	respond_begin(req, status, "text/plain; charset=utf-8");
	buf_text(&req->response.body, words);
	return NULL;
}

static const struct refusal *
get_healthz(struct request *req)
{
	return plain(req, 200, "alive\n");
}

/* Ready is: the database answers, and the schema is the one this program was made for. */
static const struct refusal *
get_readyz(struct request *req)
{
	if (migrate_current(req->work) != migrate_newest(conf.data_dir)) {
		plain(req, 503, "the schema is not current: quarterctl migrate\n");
		req->response.retry_after = 2;
		return NULL;
	}
	return plain(req, 200, "ready\n");
}

/* Sums one counter over the workers: `member` is where it stands in a heartbeat. */
static int64_t
sum(size_t member)
{
	int64_t total = 0;

	for (size_t i = 0; i < heartbeat_count; i++)
		total += *(const volatile int64_t *)((const char *)&heartbeats[i] + member);
	return total;
}

/* How many have been started, of any kind. */
static int64_t
children(void)
{
	int64_t count = 0;

	for (size_t i = 0; i < heartbeat_count; i++)
		count += heartbeats[i].pid != 0;
	return count;
}

static void
metric(struct buf *out, const char *name, const char *label, int64_t value)
{
	buf_format(out, "%s%s %ld\n", name, label, (long)value);
}

static const struct refusal *
get_metrics(struct request *req)
{
	struct buf *out;

	respond_begin(req, 200, "text/plain; version=0.0.4");
	out = &req->response.body;
	buf_text(out, "# TYPE quarter_http_answers_total counter\n");
	for (int kind = 1; kind <= 5; kind++)
		metric(out, "quarter_http_answers_total",
		       text(req->work, "{status=\"%dxx\"}", kind),
		       sum(offsetof(struct heartbeat, answers) + sizeof(int64_t) * (size_t)kind));
	buf_text(out, "# TYPE quarter_http_busy_milliseconds_total counter\n");
	metric(out, "quarter_http_busy_milliseconds_total", "",
	       sum(offsetof(struct heartbeat, busy_milliseconds)));
	buf_text(out, "# TYPE quarter_database_round_trips_total counter\n");
	metric(out, "quarter_database_round_trips_total", "",
	       sum(offsetof(struct heartbeat, round_trips)));
	buf_text(out, "# TYPE quarter_workers gauge\n");
	metric(out, "quarter_workers", "", children());
	return NULL;
}

static const struct refusal *
get_openapi(struct request *req)
{
	return respond_json(req, 200, openapi_describe(req->work, site_routes));
}

const struct route health_routes[] = {
	{ GET, "/healthz", get_healthz, ANYONE, .flags = ROUTE_BARE },
	{ GET, "/readyz", get_readyz, ANYONE, .flags = ROUTE_POLL },
	{ GET, "/metrics", get_metrics, ANYONE, .flags = ROUTE_BARE },
	{ GET, "/api/v1/openapi.json", get_openapi, ANYONE, .flags = ROUTE_BARE,
	  .about = "This description" },
	ROUTES_END,
};
