/* mime.h - text as mail carries it: ASCII, in short lines that end with CR LF. */
#ifndef MIME_H
#define MIME_H

#include "base/buf.h"

/* A header of plain ASCII: nothing in the value begins a line of its own. */
void mime_header(struct buf *out, const char *name, const char *value);

/* The subject; what is not plain ASCII is written in encoded words (RFC 2047). */
void mime_subject(struct buf *out, const char *value);

/* A body in quoted-printable (RFC 2045); line ends may be LF or CR LF. */
void mime_quoted(struct buf *out, const char *text);

#endif
