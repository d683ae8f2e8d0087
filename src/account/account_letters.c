/* account_letters.c - puts letters about accounts into words. */

#include "account/account_letters.h"

#include "base/language.h"
#include "base/text.h"

static void
sign_up_code(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = _("Your code to sign up");
	words->paragraphs[0] =
		text(work, _("Your code is %s. It is good for ten minutes."), read->secret);
	words->paragraphs[1] = _("If you did not ask for it, there is nothing you need to do: "
				 "without the code no account is made.");
	words->short_text =
		text(work, _("Quarter: your code is %s, good for ten minutes."), read->secret);
}

static void
sign_up_known(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	(void)work;
	(void)read;
	words->title = _("You already have an account");
	words->paragraphs[0] = _("Somebody asked to sign up with this address, which has an "
				 "account already. Nothing has changed.");
	words->paragraphs[1] = _("If that was you, sign in with your password.");
	words->link = "/sign-in";
	words->link_label = _("Sign in");
	words->short_text =
		_("Quarter: this number already has an account. Sign in with your password.");
}

static void
sign_in_limited(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	time_t until = json_integer_value(json_object_get(read->arguments, "until"));

	words->title = _("Signing in is limited for a while");
	words->paragraphs[0] = text(work,
				    _("The password was wrong five times, so signing in from "
				      "there is limited until %s."),
				    when(work, until));
	words->paragraphs[1] = _("If that was you, try again then. If not, tell the front desk of "
				 "a centre.");
	words->short_text = text(
		work,
		_("Quarter: the password was wrong five times. Signing in is limited until %s."),
		when(work, until));
}

const struct letter_kind account_letters[] = {
	{ "sign_up_code", sign_up_code, .by_mail = true, .inbox = false },
	{ "sign_up_known", sign_up_known, .by_mail = true, .inbox = true },
	{ "account_locked", sign_in_limited, .by_mail = true, .inbox = true },
	LETTERS_END,
};
