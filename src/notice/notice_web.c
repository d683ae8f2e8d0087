/* notice_web.c - the page of the inbox. */

#include "notice/notice_web.h"

#include "http/respond.h"
#include "notice/notice.h"
#include "notice/notice_html.h"
#include "notice/notice_routes.h"

static struct inbox
inbox_of(struct work *work, const struct letter *letters, size_t count)
{
	struct inbox_line *lines = arena_array(work->arena, count, sizeof(*lines));
	struct inbox inbox = { .lines = lines, .count = count };

	for (size_t i = 0; i < count; i++) {
		lines[i].letter = &letters[i];
		lines[i].words = letter_in_words(work, &letters[i], NULL, letters[i].person_name);
		lines[i].others = !id_same(letters[i].person_id, work->person);
		inbox.unread |= letters[i].read_at == 0;
	}
	return inbox;
}

static const struct refusal *
show(struct request *req)
{
	struct cursor cursor;
	struct letter *letters;
	struct inbox inbox;
	size_t count;
	const struct refusal *refusal = cursor_read(req, INT64_MAX, &cursor);

	if (refusal)
		return refusal;
	letters = notice_list(req->work, &cursor, &count);
	CURSOR_CLOSE(req, &cursor, letters, struct letter, made_at, &count);
	inbox = inbox_of(req->work, letters, count);
	inbox_page_html(respond_html(req, 200), req, &inbox, &cursor);
	return NULL;
}

static const struct refusal *
read_one(struct request *req)
{
	const struct refusal *refusal = notice_read(req->work, path_id(req, "letter"));

	if (refusal)
		return refusal;
	return redirect(req, N_("The message is marked as read."), "/inbox");
}

static const struct refusal *
read_all(struct request *req)
{
	notice_read_all(req->work);
	return redirect(req, N_("All messages are marked as read."), "/inbox");
}

const struct route notice_web_routes[] = {
	{ GET, "/inbox", show, SIGNED_IN, .flags = 0 },
	{ POST, "/inbox/read", read_all, SIGNED_IN, .flags = 0 },
	{ POST, "/inbox/:letter/read", read_one, SIGNED_IN, .flags = 0 },
	ROUTES_END,
};
