/* audit_log.c - reads pages of the audit log, within the reader's part of the network. */

#include "audit/audit_log.h"

#include "audit/audit_log_sql.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/quarter.h"
#include "base/tree.h"

#define SEQ_BITS 21 /* of a number within its stream that a position tells */

const struct column logged_columns[] = {
	COLUMN_INT(struct logged, position, .hidden = true),
	COLUMN_ID(struct logged, id, .as = "stream"),
	COLUMN_INT(struct logged, seq),
	COLUMN_TIME(struct logged, made_at, .as = "at"),
	COLUMN_ID(struct logged, actor),
	COLUMN_TEXT(struct logged, actor_name),
	COLUMN_TEXT(struct logged, act),
	COLUMN_ID(struct logged, subject_id, .as = "subject"),
	COLUMN_ID(struct logged, person_id, .as = "person"),
	COLUMN_TEXT(struct logged, person_name),
	COLUMN_ID(struct logged, node_id, .as = "place"),
	COLUMN_TEXT(struct logged, node_name, .as = "place_name"),
	COLUMN_TEXT(struct logged, detail, .hidden = true),
	COLUMN_BYTES(struct logged, digest),
	COLUMN_TEXT(struct logged, hash, .made = true),
	COLUMN_END,
};

const struct field audit_query_fields[] = {
	FIELD_DAY(struct audit_query, from),
	FIELD_DAY(struct audit_query, to),
	FIELD_ID(struct audit_query, actor),
	FIELD_ID(struct audit_query, subject),
	FIELD_ID(struct audit_query, person),
	FIELD_ID(struct audit_query, place_id, .as = "place"),
	FIELD_TEXT(struct audit_query, act, .max = 40, .key = true),
	FIELD_END,
};

static void
add_node(struct audit_page *page, struct buf *part, struct id node)
{
	buf_format(part, "%s%ld", part->size > 0 ? "," : "", node.value);
	page->whole |= !id_given(tree_parent(node));
}

/* Where the actor may read; or of that, what lies below one place. */
static const struct refusal *
choose_part(struct work *work, struct id place, struct audit_page *page)
{
	struct buf part;

	buf_init(&part, work->arena, 24 * (work->grant_count + 1));
	if (id_given(place) && !work_may(work, MAY_READ_AUDIT, place))
		return refuse_about(work, &refused_missing, "place");
	if (id_given(place))
		add_node(page, &part, place);
	for (size_t i = 0; i < work->grant_count && !id_given(place); i++) {
		if (work->grants[i].may >> MAY_READ_AUDIT & 1)
			add_node(page, &part, work->grants[i].node);
	}
	page->part = part.chars;
	return NULL;
}

static void
choose_rows(const struct audit_query *query, const struct cursor *cursor, struct audit_page *page)
{
	page->actor = query->actor;
	page->subject = query->subject;
	page->person = query->person;
	page->act = query->act && *query->act ? query->act : NULL;
	page->from = query->from == DAY_NONE ? 0 : day_time(query->from, 0);
	page->until = query->to == DAY_NONE ? INT64_MAX : day_time(query->to + 1, 0);
	page->at = -cursor->after >> SEQ_BITS;
	page->low_seq = -cursor->after & ((INT64_C(1) << SEQ_BITS) - 1);
	page->stream = cursor->after_id;
	page->rows = cursor->rows;
}

/* What a statement reads backward stands the nearest first. */
static void
turn_round(struct logged *list, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct logged first = list[i];

		list[i] = list[count - 1 - i];
		list[count - 1 - i] = first;
	}
}

static void
complete(struct work *work, struct logged *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		list[i].hash = hex_of(work, list[i].digest);
}

const struct refusal *
audit_list(struct work *work, const struct audit_query *query, const struct cursor *cursor,
	   struct logged **list, size_t *count)
{
	struct audit_page page = { .rows = 0 };
	const struct refusal *refusal = choose_part(work, query->place_id, &page);

	if (refusal)
		return refusal;
	choose_rows(query, cursor, &page);
	if (cursor->backward) {
		*list = sql_audit_log_before(work, &page, count);
		turn_round(*list, *count);
	} else {
		*list = sql_audit_log_from(work, &page, count);
	}
	complete(work, *list, *count);
	return NULL;
}

struct logged *
audit_of_account(struct work *work, struct id account, int64_t most, size_t *count)
{
	const struct audit_page page = {
		.part = "",
		.whole = true,
		.account = account,
		.until = INT64_MAX,
		.at = INT64_MAX,
		.rows = most,
	};
	struct logged *list = sql_audit_log_from(work, &page, count);

	complete(work, list, *count);
	return list;
}
