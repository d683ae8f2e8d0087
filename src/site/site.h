/* site.h - the table of contents of the whole program: what every feature exports. */
#ifndef SITE_H
#define SITE_H

#include "activity/activity_follow.h"
#include "base/ctl.h"
#include "db/sql.h"
#include "http/site.h"

/* Tables, each list ended by NULL. */
extern const struct route *const site_routes[];
extern const struct follower *const site_followers[];
extern const struct ctl_command *const site_commands[];

/* What each kind of process prepares, by what its user of the database may touch. */
extern struct sql_statement *const *const site_page_statements[];
extern struct sql_statement *const *const site_hash_statements[];
extern struct sql_statement *const *const site_job_statements[];
extern struct sql_statement *const *const site_command_statements[];

extern const struct site site;

/* Hands each part what it must be told of the others; once, at the start of a process. */
void site_begin(void);

/* The same where jobs are done. */
void site_begin_jobs(void);

#endif
