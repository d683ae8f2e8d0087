/* doctor.c - quarterctl doctor: looks at the installation and says what to mend. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/quarter.h"
#include "base/text.h"
#include "db/connection.h"
#include "db/migrate.h"
#include "site/site.h"
#include "site/site_ctl.h"

#define FREE_LEAST_MIB 1024
#define CLOCK_APART_MOST 5 /* seconds */

/* NULL if all is well, else what to mend. */
typedef const char *look(struct work *work);

static const char *
look_at_database(struct work *work)
{
	return db_connected(work->db) ? NULL
				      : text(work, _("MariaDB does not answer at %s: %s"),
					     conf.database_socket, fault_message());
}

/* What is answered 2xx is to be on disk, and what was changed meanwhile is to be noticed. */
static const char *
look_at_durability(struct work *work)
{
	static const char *const on[] = {
		"innodb_flush_log_at_trx_commit",
		"innodb_doublewrite",
	};
	int64_t value;

	for (size_t i = 0; i < COUNT(on); i++) {
		const char *query = text(work, "SELECT @@%s", on[i]);

		if (!db_query_int(work->db, query, &value) || value != 1)
			return text(work, _("Set %s to 1 in MariaDB's configuration."), on[i]);
	}
	return NULL;
}

static const char *
look_at_schema(struct work *work)
{
	int64_t current = migrate_current(work), newest = migrate_newest(conf.data_dir);

	if (current == newest)
		return NULL;
	return text(work, _("The schema is at version %ld and not at %ld: run quarterctl migrate."),
		    current, newest);
}

/* A user of the database: what its processes prepare, and what it must not see. */
struct user {
	const char *name, *password;
	struct sql_statement *const *const *statements;
	const char *forbidden;
};

struct visit {
	struct db *db;
	const char *forbidden;
	bool trespassed;
};

static void
visit(void *with)
{
	struct visit *visit = with;
	int64_t seen;

	db_connect(visit->db);
	visit->trespassed = visit->forbidden && db_query_int(visit->db, visit->forbidden, &seen);
}

/* NULL if the user may do what is needed, and no more. */
static const char *
look_at_user(struct work *work, const struct user *user)
{
	struct visit seen = { .forbidden = user->forbidden };
	enum fault ended;

	seen.db = db_new(user->name, user->password, user->statements);
	ended = work_try(visit, &seen);
	db_free(seen.db);
	if (ended != FAULT_NONE)
		return text(work, _("The database's user %s cannot work: %s"), user->name,
			    fault_message());
	if (seen.trespassed)
		return text(work, _("The database's user %s may read too much: %s"), user->name,
			    user->forbidden);
	return NULL;
}

static const char *
look_at_users(struct work *work)
{
	const struct user users[] = {
		{ conf.web_user, conf.web_password, site_page_statements,
		  "SELECT COUNT(*) FROM credential" },
		{ conf.auth_user, conf.auth_password, site_hash_statements,
		  "SELECT COUNT(*) FROM delivery" },
		{ conf.jobs_user, conf.jobs_password, site_job_statements,
		  "SELECT COUNT(*) FROM credential" },
		{ conf.audit_user, conf.audit_password, NULL, "SELECT COUNT(*) FROM person" },
		{ conf.backup_user, conf.backup_password, NULL, NULL },
	};

	for (size_t i = 0; i < COUNT(users); i++) {
		const char *mend = look_at_user(work, &users[i]);

		if (mend)
			return mend;
	}
	return NULL;
}

static const char *
look_at_keys(struct work *work)
{
	const char *const files[KEY_COUNT] = {
		[KEY_FIELD] = conf.field_key_file,
		[KEY_INDEX] = conf.index_key_file,
		[KEY_COOKIE] = conf.cookie_key_file,
		[KEY_SIGN] = conf.sign_key_file,
	};

	for (int key = 0; key < KEY_COUNT; key++) {
		struct stat about;

		if (!key_load((enum key)key, files[key]))
			return text(work, _("%s is to hold 64 hexadecimal digits."), files[key]);
		if (stat(files[key], &about) != 0 || (about.st_mode & 0037) != 0)
			return text(work, _("%s is open to others: chmod 0640."), files[key]);
	}
	return NULL;
}

static bool
is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode) && access(path, W_OK) == 0;
}

static const char *
look_at_messages(struct work *work)
{
	if (!*conf.smtp_url && !is_folder(conf.mail_dir))
		return text(work,
			    _("Name a relay in smtp_url; without one, mail is kept as files "
			      "in mail_dir, which is no folder to write to: %s"),
			    conf.mail_dir);
	if (!*conf.sms_command && !is_folder(conf.sms_dir))
		return text(work,
			    _("Name a command for text messages; without one, they are kept "
			      "as files in sms_dir, which is no folder to write to: %s"),
			    conf.sms_dir);
	if (*conf.sms_command && access(conf.sms_command, X_OK) != 0)
		return text(work, _("%s cannot be run."), conf.sms_command);
	return NULL;
}

static const char *
look_at_clock(struct work *work)
{
	int64_t theirs, ours = time(NULL);

	if (!zone_set(conf.time_zone))
		return text(work, _("The zone %s is unknown here: install tzdata."),
			    conf.time_zone);
	if (db_connected(work->db) && db_query_int(work->db, "SELECT UNIX_TIMESTAMP()", &theirs) &&
	    (theirs - ours > CLOCK_APART_MOST || ours - theirs > CLOCK_APART_MOST))
		return text(work,
			    _("The clocks of this machine and of MariaDB's are %ld seconds "
			      "apart."),
			    theirs - ours);
	return NULL;
}

static const char *
look_at_language(struct work *work)
{
	if (language_load(conf.locale_dir))
		return NULL;
	return text(work, _("%s/zh_CN.mo is missing or damaged: build it, or mend locale_dir."),
		    conf.locale_dir);
}

static const char *
look_at_disk(struct work *work)
{
	struct statvfs about;
	int64_t mebibytes;

	if (statvfs(conf.state_dir, &about) != 0)
		return text(work, "%s: %s", conf.state_dir, strerror(errno));
	mebibytes = (int64_t)(about.f_bavail * (about.f_frsize / 1024) / 1024);
	if (mebibytes >= FREE_LEAST_MIB)
		return NULL;
	return text(work, _("Only %ld MiB are free where %s lies."), mebibytes, conf.state_dir);
}

static const struct {
	const char *name;
	look *look;
	bool needs_database;
} looks[] = {
	{ "database", look_at_database, false }, { "durability", look_at_durability, true },
	{ "schema", look_at_schema, true },      { "users", look_at_users, true },
	{ "keys", look_at_keys, false },         { "messages", look_at_messages, false },
	{ "clock", look_at_clock, false },       { "language", look_at_language, false },
	{ "disk", look_at_disk, false },
};

static void
connect(void *db)
{
	db_connect(db);
}

/* How a look ended; what could not be looked at is neither well nor to mend. */
static void
say(const struct ctl *ctl, const char *name, bool looked, const char *mend)
{
	if (ctl->json)
		printf("{\"look\":\"%s\",\"well\":%s}", name,
		       !looked ? "null"
		       : mend  ? "false"
			       : "true");
	else if (!ctl->quiet)
		printf("%-12s %s\n", name,
		       !looked ? _("not seen")
		       : mend  ? _("to mend")
			       : _("well"));
	if (mend)
		fprintf(stderr, "%s: %s\n", name, mend);
}

static bool
look_at_all(struct work *work, const struct ctl *ctl)
{
	bool well = true;

	for (size_t i = 0; i < COUNT(looks); i++) {
		bool looked = db_connected(work->db) || !looks[i].needs_database;
		const char *mend = looked ? looks[i].look(work) : NULL;

		if (ctl->json && i > 0)
			putchar(',');
		say(ctl, looks[i].name, looked, mend);
		well = well && looked && !mend;
	}
	return well;
}

static int
doctor(struct work *work, const struct ctl *ctl)
{
	bool well;

	(void)work_try(connect, work->db); /* the first look tells how it ended */
	if (ctl->json)
		putchar('[');
	well = look_at_all(work, ctl);
	if (ctl->json)
		puts("]");
	return well ? 0 : 1;
}

const struct ctl_command doctor_commands[] = {
	{
		.name = "doctor",
		.run = doctor,
		.arguments = "",
		.about = N_("Looks at the installation and says what to mend."),
		.unmigrated = true,
	},
	CTL_END,
};
