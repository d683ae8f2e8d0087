/* account_web.c - one's own account, and how one likes to read. */

#include "account/account.h"
#include "account/account_html.h"
#include "account/account_routes.h"
#include "account/me.h"
#include "http/form.h"
#include "http/page.h"
#include "http/respond.h"

/* ---- how one reads: visitors' choices stand in cookies, those of accounts with them too ---- */

struct preferences {
	const struct word *care, *theme, *lang;
	const char *back;
};

static const struct field preference_fields[] = {
	FIELD_WORD(struct preferences, care, type_sizes),
	FIELD_WORD(struct preferences, theme, themes),
	FIELD_WORD(struct preferences, lang, languages),
	FIELD_TEXT(struct preferences, back, .max = 8192),
	FIELD_END,
};

/* What is "" is the usual, and needs no cookie. */
static void
keep_cookie(struct request *req, const char *cookie, const char *value)
{
	if (value)
		respond_cookie(req, cookie, *value ? value : NULL, COOKIE_SECONDS, true);
}

static void
keep_cookies(struct request *req, const struct word *care, const struct word *theme,
	     const struct word *language)
{
	keep_cookie(req, CARE_COOKIE, choice_kept(type_sizes, care));
	keep_cookie(req, THEME_COOKIE, choice_kept(themes, theme));
	keep_cookie(req, LANGUAGE_COOKIE, language ? language->word : NULL);
}

static const struct refusal *
prefer(struct request *req)
{
	struct preferences draft = { 0 };
	const struct refusal *refusal = form_refusal(form_read(req, &draft));

	if (refusal)
		return refusal;
	keep_cookies(req, draft.care, draft.theme, draft.lang);
	if (signed_in(req))
		account_prefer(req->work, draft.lang ? draft.lang->word : NULL,
			       choice_kept(type_sizes, draft.care),
			       choice_kept(themes, draft.theme));
	return redirect(req, NULL, "%s", local_path(draft.back));
}

/* ---- the page of one's account ---- */

static const struct refusal *
show(struct request *req, const struct form *form)
{
	size_t count;
	const struct login *logins = account_logins(req->work, req->work->actor, &count);

	me_page_html(respond_html(req, form_status(form)), req, form, logins, count);
	return NULL;
}

static const struct refusal *
show_me(struct request *req)
{
	struct account account;
	struct me_draft draft;
	const struct refusal *refusal = account_find(req->work, req->work->actor, &account);

	if (refusal)
		return refusal;
	draft = me_shown(&account);
	return show(req, form_show(req, me_page_fields, &draft));
}

static const struct refusal *
change_me(struct request *req)
{
	struct me_draft draft = { 0 };
	struct account account;
	struct form *form = form_read(req, &draft);

	if (!form_valid(form) || !form_accept(form, me_change(req->work, &draft, &account)))
		return show(req, form);
	keep_cookies(req, draft.care, draft.theme, draft.language);
	return redirect(req, N_("Your changes are saved."), "/me");
}

const struct route account_web_routes[] = {
	{ POST, "/preferences", prefer, ANYONE, .body = preference_fields },
	{ GET, "/me", show_me, SIGNED_IN, .flags = 0 },
	{ POST, "/me", change_me, SIGNED_IN, .body = me_page_fields },
	ROUTES_END,
};
