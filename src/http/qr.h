/* qr.h - a QR code as a picture within the page. */
#ifndef QR_H
#define QR_H

#include "base/work.h"
#include "http/html.h"

/* An svg that leads to a text, such as an address of ours; label says what it is to those who do
 * not see it.  Corrects what a crease or a thumb takes away (level M). */
struct markup qr(struct work *work, const char *content, const char *label);

#endif
