/* proxy.h - stands between a process and its database, and cuts the line around COMMIT.
 *
 * A process of its own, so that the one under test blocks as it would in life. */
#ifndef PROXY_H
#define PROXY_H

/* When the next COMMIT is to be cut: before the server hears it, when it has been sent and nobody
 * waits for its answer, when the answer has come and is not passed on. */
enum cut { CUT_NEVER, CUT_BEFORE, CUT_DURING, CUT_AFTER };

/* Listens at a path and passes everything on to another socket; cuts once after proxy_cut(). */
void proxy_start(const char *path, const char *server);
void proxy_cut(enum cut cut);
void proxy_stop(void);

/* How often the line has been cut. */
int proxy_cuts(void);

#endif
