/* report_api.c - the report of a centre over JSON. */

#include "report/report_routes.h"

#include "base/quarter.h"
#include "base/text.h"
#include "http/form.h"
#include "http/respond.h"
#include "report/report.h"

static const struct refusal *
get_centre_report(struct request *req)
{
	struct report_query query = { DAY_NONE, DAY_NONE, NULL };
	struct report report;
	const struct refusal *refusal = form_refusal(query_read(req, &query));

	if (!refusal)
		refusal = report_of_centre(req->work, path_id(req, "centre"), &query, &report);
	if (refusal)
		return refusal;
	return respond_json(req, 200,
			    json_pack("{s:s, s:s, s:s, s:s, s:I, s:I, s:o}", "centre",
				      id_text(report.centre.id).chars, "from",
				      iso_day(req->work, report.from), "to",
				      iso_day(req->work, report.to), "by", report.by->word,
				      "activities", (json_int_t)report.activities, "people",
				      (json_int_t)report.people, "parts",
				      json_of_rows(req, report_part_columns, report.parts,
						   report.count, sizeof(*report.parts))));
}

const struct route report_api_routes[] = {
	{
		.method = GET,
		.path = "/api/v1/reports/centres/:centre",
		.handle = get_centre_report,
		.permission = MAY_SEE_REPORTS,
		.query = report_query_fields,
		.about = "Activities held at a centre and people who came, as rows of attendance "
			 "say, with parts by month or field.",
	},
	ROUTES_END,
};
