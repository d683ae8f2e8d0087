/* conf.h - the one file that configures quarterd and quarterctl.
 *
 * An ini file; an unknown name or a value that does not fit stops the start and names the line. */
#ifndef CONF_H
#define CONF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct conf {
	const char *base_url, *state_dir, *data_dir, *locale_dir, *asset_manifest, *time_zone;
	const char *paper_program; /* prints certificates */
	int64_t test_clock, demo;
	const char *log_level;

	const char *database_socket, *database_name;
	const char *web_user, *web_password, *auth_user, *auth_password, *jobs_user, *jobs_password;
	const char *audit_user, *audit_password, *backup_user, *backup_password;
	const char *migrate_user, *migrate_password;

	const char *pool_socket, *hash_socket, *socket_group;
	int64_t workers, hash_workers, hang_seconds;
	int64_t worker_requests; /* then a worker makes room for a new one: it cannot grow for ever
				  */

	const char *field_key_file, *index_key_file, *cookie_key_file;
	const char *sign_key_file; /* for the jobs process alone */
	const char *smtp_url, *mail_from, *mail_dir;
	const char *sms_command, *sms_dir;
};

/* The configuration of this process. */
extern struct conf conf;

/* Reads the file; false with a sentence on standard error that says what to mend and where. */
bool conf_load(const char *path);

/* Each name with what holds, secrets left out. */
void conf_show(FILE *out);

#endif
