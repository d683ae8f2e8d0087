/* report_web.c - the page of the report of a centre. */

#include "report/report_routes.h"

#include "base/quarter.h"
#include "http/form.h"
#include "http/respond.h"
#include "report/report.h"
#include "report/report_html.h"

static const struct refusal *
show_centre_report(struct request *req)
{
	struct report_query query = { DAY_NONE, DAY_NONE, NULL };
	const struct form *form = query_read(req, &query);
	const struct refusal *refusal = form_refusal(form);
	struct report report;

	if (!refusal)
		refusal = report_of_centre(req->work, path_id(req, "centre"), &query, &report);
	if (refusal)
		return refusal;
	query.from = report.from;
	query.to = report.to;
	report_page_html(respond_html(req, 200), req, form_show(req, report_query_fields, &query),
			 &report);
	return NULL;
}

const struct route report_web_routes[] = {
	{
		.method = GET,
		.path = "/reports/centres/:centre",
		.handle = show_centre_report,
		.permission = MAY_SEE_REPORTS,
		.query = report_query_fields,
	},
	ROUTES_END,
};
