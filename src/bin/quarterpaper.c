/* quarterpaper.c - prints a page: lines on standard input, a PDF on standard output.
 *
 * A line is a style, a tab, and a text; the text is drawn in the middle of the page, or, with the
 * style "qr", as a QR code.  It is a program of its own so that fonts, and whatever they bring,
 * stay out of every process that knows a key or a person: this one knows the words alone. */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WORDS_MOST 65536
#define WIDTH 595.0 /* A4 in points */
#define HEIGHT 842.0
#define MARGIN 48.0
#define CODE 96.0 /* the side of a QR code: 34 mm, its quiet zone included */
#define QUIET 4
/* The first has all characters that names are written in; the others what it lacks. */
#define FONTS "BabelStone Han, Noto Sans CJK SC, DejaVu Sans"

struct style {
	const char *name;
	double size;  /* of the letters */
	double after; /* what is left free below */
	double grey;
};

static const struct style styles[] = {
	{ "title", 30, 18, 0 },  { "name", 26, 12, 0 },    { "hours", 24, 8, 0.05 },
	{ "text", 13, 10, 0.2 }, { "small", 11, 34, 0.3 }, { "number", 13, 4, 0 },
	{ "note", 9, 0, 0.3 },
};

struct sheet {
	cairo_t *cairo;
	double y;
};

static cairo_status_t
write_out(void *nothing, const unsigned char *data, unsigned size)
{
	(void)nothing;
	while (size > 0) {
		ssize_t done = write(STDOUT_FILENO, data, size);

		if (done <= 0)
			return CAIRO_STATUS_WRITE_ERROR;
		data += done;
		size -= (unsigned)done;
	}
	return CAIRO_STATUS_SUCCESS;
}

static const struct style *
style_named(const char *name)
{
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		if (strcmp(styles[i].name, name) == 0)
			return &styles[i];
	return NULL;
}

static PangoLayout *
lay_out(const struct sheet *sheet, const struct style *style, const char *text)
{
	PangoLayout *layout = pango_cairo_create_layout(sheet->cairo);
	PangoFontDescription *font = pango_font_description_from_string(FONTS);

	pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, (int)((WIDTH - 2 * MARGIN) * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
	pango_layout_set_text(layout, text, -1);
	return layout;
}

/* False if a character is drawn as an empty box: better no paper than one with a wrong name. */
static bool
draw_text(struct sheet *sheet, const struct style *style, const char *text)
{
	PangoLayout *layout = lay_out(sheet, style, text);
	bool known = pango_layout_get_unknown_glyphs_count(layout) == 0;
	int height;

	cairo_set_source_rgb(sheet->cairo, style->grey, style->grey, style->grey);
	cairo_move_to(sheet->cairo, MARGIN, sheet->y);
	pango_cairo_show_layout(sheet->cairo, layout);
	pango_layout_get_pixel_size(layout, NULL, &height);
	sheet->y += height + style->after;
	g_object_unref(layout);
	return known;
}

static void
draw_squares(const struct sheet *sheet, const QRcode *code)
{
	double side = CODE / (code->width + 2 * QUIET);
	double left = (WIDTH - CODE) / 2 + QUIET * side, top = sheet->y + QUIET * side;

	cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
	for (int i = 0; i < code->width * code->width; i++)
		if (code->data[i] & 1)
			cairo_rectangle(sheet->cairo, left + i % code->width * side,
					top + i / code->width * side, side, side);
	cairo_fill(sheet->cairo);
}

static bool
draw_code(struct sheet *sheet, const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);

	if (!code)
		return false;
	draw_squares(sheet, code);
	QRcode_free(code);
	sheet->y += CODE + 2;
	return true;
}

static void
draw_frame(const struct sheet *sheet)
{
	cairo_set_source_rgb(sheet->cairo, 0.05, 0.4, 0.3);
	cairo_set_line_width(sheet->cairo, 2);
	cairo_rectangle(sheet->cairo, MARGIN / 2, MARGIN / 2, WIDTH - MARGIN, HEIGHT - MARGIN);
	cairo_stroke(sheet->cairo);
	cairo_set_line_width(sheet->cairo, 0.5);
	cairo_rectangle(sheet->cairo, MARGIN / 2 + 5, MARGIN / 2 + 5, WIDTH - MARGIN - 10,
			HEIGHT - MARGIN - 10);
	cairo_stroke(sheet->cairo);
}

static bool
draw_line(struct sheet *sheet, char *line)
{
	char *tab = strchr(line, '\t');
	const struct style *style;

	if (!tab)
		return false;
	*tab = '\0';
	if (strcmp(line, "qr") == 0)
		return draw_code(sheet, tab + 1);
	style = style_named(line);
	return style && draw_text(sheet, style, tab + 1);
}

static bool
draw_all(struct sheet *sheet, char *words)
{
	while (*words) {
		char *end = strchr(words, '\n');

		if (!end)
			return false;
		*end = '\0';
		if (!draw_line(sheet, words))
			return false;
		words = end + 1;
	}
	return sheet->y <= HEIGHT - MARGIN / 2;
}

int
main(void)
{
	static char words[WORDS_MOST];
	size_t size = fread(words, 1, sizeof(words) - 1, stdin);
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(write_out, NULL, WIDTH, HEIGHT);
	struct sheet sheet = { cairo_create(surface), 2 * MARGIN };
	bool drawn;

	draw_frame(&sheet);
	drawn = size > 0 && strlen(words) == size && draw_all(&sheet, words);
	cairo_destroy(sheet.cairo);
	cairo_surface_finish(surface);
	drawn = drawn && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	if (!drawn)
		fprintf(stderr, "quarterpaper: these words cannot be printed\n");
	return drawn ? 0 : 1;
}
