/* account_letters.c - puts letters about accounts into words. */

#include "account/account_letters.h"

#include "account/reset.h"
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
	words->paragraphs[1] = _("If that was you, try again then. If not, choose a new password "
				 "now, and tell the front desk of a centre.");
	words->link = "/forgotten";
	words->link_label = _("Choose a new password");
	words->short_text = text(
		work,
		_("Quarter: the password was wrong five times. Signing in is limited until %s."),
		when(work, until));
}

/* ---- a new password ---- */

static int64_t
minutes_good(struct work *work)
{
	return setting_of_network(work, &reset_minutes);
}

static const char *
link_of(struct work *work, const struct letter_read *read)
{
	return text(work, "/forgotten/confirm?code=%s", read->secret);
}

static void
reset_link(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = _("Choose a new password");
	words->paragraphs[0] = text(work,
				    _("Somebody asked for a new password for your account, most "
				      "likely you. The link is good once, for %ld minutes."),
				    minutes_good(work));
	words->paragraphs[1] = _("If it was not you, there is nothing you need to do: without the "
				 "link nothing changes.");
	words->link = link_of(work, read);
	words->link_label = _("Choose a new password");
	words->short_text = text(work, _("Quarter: choose a new password within %ld minutes: %s"),
				 minutes_good(work), whole_url(work, words->link));
}

static void
reset_code(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	words->title = _("Your code for a new password");
	words->paragraphs[0] = text(work, _("Your code is %s. It is good once, for %ld minutes."),
				    read->secret, minutes_good(work));
	words->short_text =
		text(work,
		     _("Quarter: your code for a new password is %s, good for %ld minutes. "
		       "Tell it to nobody."),
		     read->secret, minutes_good(work));
}

static void
reset_unknown(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	(void)work;
	(void)read;
	words->title = _("Nobody signs in with this address");
	words->paragraphs[0] = _("Somebody asked for a new password with this address, but no "
				 "account signs in with it. Nothing has changed.");
	words->paragraphs[1] = _("If it was you, try the other number or address that you may have "
				 "signed up with.");
	words->link = "/forgotten";
	words->link_label = _("Try another");
	words->short_text = _("Quarter: nobody signs in with this number, so there is no password "
			      "to change.");
}

static void
password_changed(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	time_t at = json_integer_value(json_object_get(read->arguments, "at"));

	words->title = _("Your password was changed");
	words->paragraphs[0] =
		text(work, _("The password of your account was changed, %s."), when(work, at));
	words->paragraphs[1] = _("Wherever you were signed in, you are signed out. If it was not "
				 "you, choose a new password now, and tell the front desk of a "
				 "centre.");
	words->link = "/forgotten";
	words->link_label = _("Choose a new password");
	words->short_text =
		text(work,
		     _("Quarter: your password was changed, %s. If it was not you, choose a new "
		       "one now."),
		     when(work, at));
}

static void
invitation(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	int64_t days = setting_of_network(work, &invitation_days);

	words->title = _("Your account is ready");
	words->paragraphs[0] = _("An account was made for you. Choose a password, and you can sign "
				 "in with this address.");
	words->paragraphs[1] = text(work,
				    ngettext("The link is good once, for %ld day.",
					     "The link is good once, for %ld days.", days),
				    days);
	words->link = link_of(work, read);
	words->link_label = _("Choose a password");
	words->short_text =
		text(work, _("Quarter: an account was made for you. Choose a password: %s"),
		     whole_url(work, words->link));
}

/* ---- the second factor ---- */

static void
link_second_factor(struct letter_words *words)
{
	words->paragraphs[1] = _("If it was not you, choose a new password now, and tell the front "
				 "desk of a centre.");
	words->link = "/me/second-factor";
	words->link_label = _("An app for signing in");
}

static void
second_factor_on_letter(struct work *work, const struct letter_read *read,
			struct letter_words *words)
{
	(void)work;
	(void)read;
	words->title = _("An app is asked for when you sign in");
	words->paragraphs[0] = _("From now on the six digits of your app are asked for. Wherever "
				 "else you were signed in, you are signed out.");
	words->short_text = _("Quarter: an app is asked for now when you sign in.");
	link_second_factor(words);
}

static void
second_factor_off_letter(struct work *work, const struct letter_read *read,
			 struct letter_words *words)
{
	(void)work;
	(void)read;
	words->title = _("No app is asked for any more");
	words->paragraphs[0] = _("When you sign in, your password is enough again.");
	words->short_text = _("Quarter: no app is asked for any more when you sign in.");
	link_second_factor(words);
}

static void
recovery_used(struct work *work, const struct letter_read *read, struct letter_words *words)
{
	(void)work;
	(void)read;
	words->title = _("A recovery code was used");
	words->paragraphs[0] = _("Somebody signed in with one of your recovery codes in place of "
				 "the app. It is not good any more.");
	words->short_text = _("Quarter: one of your recovery codes was used to sign in.");
	link_second_factor(words);
}

const struct letter_kind account_letters[] = {
	{ "sign_up_code", sign_up_code, .by_mail = true, .inbox = false },
	{ "sign_up_known", sign_up_known, .by_mail = true, .inbox = true },
	{ "account_locked", sign_in_limited, .by_mail = true, .inbox = true },
	{ "reset_link", reset_link, .by_mail = true, .inbox = false },
	{ "reset_code", reset_code, .by_mail = true, .inbox = false },
	{ "reset_unknown", reset_unknown, .by_mail = true, .inbox = false },
	{ "password_changed", password_changed, .by_mail = true, .inbox = true },
	{ "invitation", invitation, .by_mail = true, .inbox = false },
	{ "second_factor_on", second_factor_on_letter, .by_mail = true, .inbox = true },
	{ "second_factor_off", second_factor_off_letter, .by_mail = true, .inbox = true },
	{ "recovery_used", recovery_used, .by_mail = true, .inbox = true },
	LETTERS_END,
};
