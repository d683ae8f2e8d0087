/* qr.c - draws a QR code: each run of dark squares in a row is one stroke of a path. */

#include "http/qr.h"

#include <qrencode.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "http/qr_html.h"

#define QUIET 4 /* squares around it that must be light */
#define PICTURE_MOST 65536

static void
let_go(void *code)
{
	QRcode_free(code);
}

static int
run_from(const unsigned char *row, int width, int x)
{
	int end = x;

	while (end < width && row[end] & 1)
		end++;
	return end - x;
}

static void
draw_row(struct buf *path, const unsigned char *row, int width, int y)
{
	for (int x = 0; x < width; x++) {
		int run = run_from(row, width, x);

		if (run > 0)
			buf_format(path, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run, run);
		x += run;
	}
}

struct markup
qr(struct work *work, const char *content, const char *label)
{
	QRcode *code = QRcode_encodeString8bit(content, 0, QR_ECLEVEL_M);
	struct buf path, picture;

	if (!code)
		fault("too much for a QR code, or no memory for it");
	arena_defer(work->arena, let_go, code);
	buf_init(&path, work->arena, PICTURE_MOST);
	for (int y = 0; y < code->width; y++)
		draw_row(&path, code->data + y * code->width, code->width, y);
	buf_init(&picture, work->arena, 2 * PICTURE_MOST);
	qr_picture_html(&(struct html){ &picture, work }, code->width + 2 * QUIET, path.chars,
			label);
	return (struct markup){ picture.chars };
}
