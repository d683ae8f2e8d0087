/* utf8.c - reads and writes characters. */

#include "base/utf8.h"

/* How many bytes follow the first; -1 if it can be no first. */
static int
following(unsigned char first)
{
	if (first < 0x80)
		return 0;
	if (first >= 0xc2 && first < 0xe0)
		return 1;
	if (first >= 0xe0 && first < 0xf0)
		return 2;
	return first >= 0xf0 && first < 0xf5 ? 3 : -1;
}

bool
utf8_read(const char **chars, const char *end, uint32_t *c)
{
	static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	const char *next = *chars;
	unsigned char first = (unsigned char)*next++;
	int more = following(first);

	if (more < 0 || end - next < more)
		return false;
	*c = more == 0 ? first : first & (0x3fU >> more);
	for (int i = 0; i < more; i++, next++) {
		if (((unsigned char)*next & 0xc0) != 0x80)
			return false;
		*c = *c << 6 | ((unsigned char)*next & 0x3f);
	}
	if (*c < least[more] || *c > 0x10ffff || (*c >= 0xd800 && *c < 0xe000))
		return false;
	*chars = next;
	return true;
}

void
utf8_add(struct buf *buf, uint32_t c)
{
	if (c < 0x80) {
		buf_char(buf, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_char(buf, (char)(0xc0 | c >> 6));
	} else if (c < 0x10000) {
		buf_char(buf, (char)(0xe0 | c >> 12));
		buf_char(buf, (char)(0x80 | (c >> 6 & 0x3f)));
	} else {
		buf_char(buf, (char)(0xf0 | c >> 18));
		buf_char(buf, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_char(buf, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_char(buf, (char)(0x80 | (c & 0x3f)));
}
