/* notice.c - reading the inbox. */

#include "notice/notice.h"

#include "notice/notice_sql.h"

struct letter *
notice_list(struct work *work, const struct cursor *cursor, size_t *count)
{
	if (cursor->backward)
		return sql_letters_before(work, work->actor, cursor, count);
	return sql_letters_from(work, work->actor, cursor, count);
}

const struct refusal *
notice_read(struct work *work, struct id letter)
{
	return sql_letter_read(work, letter, work->actor) ? NULL : &refused_missing;
}

void
notice_read_all(struct work *work)
{
	sql_letters_read(work, work->actor);
}
