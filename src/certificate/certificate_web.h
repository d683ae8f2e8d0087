/* certificate_web.h - what the pages of certificates show. */
#ifndef CERTIFICATE_WEB_H
#define CERTIFICATE_WEB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/cursor.h"
#include "certificate/certificate.h"
#include "http/form.h"
#include "http/html.h"
#include "http/request.h"

/* One's own, a page of them. */
struct certificate_page_list {
	const struct certificate *certificates;
	size_t count;
	const struct cursor *cursor;
};

/* The code of a certificate as a picture that leads to its page. */
struct markup certificate_code(struct request *req, const struct certificate *certificate);

/* What a stranger came for, in a sentence: whether it holds. */
const char *certificate_verdict(struct work *work, const struct certificate *certificate);
const char *certificate_badge(const struct certificate *certificate);

const char *hex_said(struct work *work, struct bytes bytes);

#endif
