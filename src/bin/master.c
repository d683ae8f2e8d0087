/* master.c - starts the children, restarts what dies, replaces what is old, kills what hangs. */

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/log.h"
#include "bin/process.h"

#define BACKLOG 511          /* nginx lets fewer in at a time */
#define DRAIN_SECONDS 30     /* for the requests at hand, when it ends */
#define RESTART_AFTER_MS 500 /* where a child did not live for a second */
#define START_MS 10000

struct child {
	enum kind kind;
	pid_t pid;                    /* 0: to be started */
	int64_t started, start_after; /* monotonic milliseconds */
	bool replace;                 /* was there before the reload */
	bool told;                    /* to end */
};

static struct child children[CHILDREN_MOST];
static size_t child_count;
static struct heartbeat *heartbeats;
static const char *config;
static char programs[KIND_COUNT][PATH_MAX];
static bool stopping;
static int exit_code;
static int64_t began;

static int64_t
now_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what the children inherit ---- */

static bool
place_at(int fd, int wanted)
{
	if (fd < 0)
		return false;
	if (fd == wanted)
		return fcntl(fd, F_SETFD, 0) == 0;
	if (dup2(fd, wanted) < 0)
		return false;
	close(fd);
	return true;
}

/* Only nginx, which is in the group, may speak to the pools. */
static void
give_to_group(const char *path)
{
	const struct group *group =
		conf.socket_group && *conf.socket_group ? getgrnam(conf.socket_group) : NULL;

	chmod(path, 0660);
	if (group && chown(path, (uid_t)-1, group->gr_gid) != 0)
		log_event(LOG_WARNING, "socket", "the group %s was not given: %s",
			  conf.socket_group, strerror(errno));
}

static int
listen_at(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (strlen(path) >= sizeof(address.sun_path)) {
		fprintf(stderr, "quarterd: the path of a socket is too long: %s\n", path);
		return -1;
	}
	memcpy(address.sun_path, path, strlen(path) + 1);
	unlink(path);
	if (fd < 0 || bind(fd, (const struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(fd, BACKLOG) != 0) {
		fprintf(stderr, "quarterd: cannot listen at %s: %s\n", path, strerror(errno));
		return -1;
	}
	give_to_group(path);
	return fd;
}

static bool
open_all(void)
{
	size_t size = CHILDREN_MOST * sizeof(*heartbeats);
	int memory = memfd_create("heartbeats", MFD_CLOEXEC);

	if (memory < 0 || ftruncate(memory, (off_t)size) != 0)
		return false;
	/* Beyond the places first, so that none is overwritten. */
	memory = fcntl(memory, F_DUPFD_CLOEXEC, 10);
	if (!place_at(fcntl(listen_at(conf.pool_socket), F_DUPFD_CLOEXEC, 10), FD_PAGES) ||
	    !place_at(fcntl(listen_at(conf.hash_socket), F_DUPFD_CLOEXEC, 10), FD_HASH) ||
	    !place_at(memory, FD_HEARTBEATS))
		return false;
	heartbeats = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, FD_HEARTBEATS, 0);
	return heartbeats != MAP_FAILED;
}

/* ---- children ---- */

static void
execute(const struct child *child, size_t slot, pid_t parent)
{
	char number[24];
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0);
	snprintf(number, sizeof(number), "%zu", slot);
	execl(programs[child->kind], "quarterd", "--config", config, "--child",
	      kind_names[child->kind], "--slot", number, (char *)NULL);
	_exit(127);
}

static void
start(struct child *child)
{
	pid_t parent = getpid();
	size_t slot = (size_t)(child - children);
	pid_t pid = fork();

	if (pid == 0)
		execute(child, slot, parent);
	child->started = now_milliseconds();
	child->start_after = child->started + RESTART_AFTER_MS;
	child->told = child->replace = false;
	child->pid = pid > 0 ? pid : 0;
	if (pid < 0)
		log_event(LOG_ERROR, "fork", "%s", strerror(errno));
}

static void
start_missing(void)
{
	for (size_t i = 0; i < child_count; i++)
		if (children[i].pid == 0 && now_milliseconds() >= children[i].start_after)
			start(&children[i]);
}

static void
tell(struct child *child, int number)
{
	if (child->pid == 0)
		return;
	child->told = true;
	kill(child->pid, number);
}

static void
note_end(struct child *child, int status)
{
	bool asked = child->told && WIFEXITED(status);
	int64_t lived = now_milliseconds() - child->started;

	log_begin(asked || status == 0 ? LOG_INFO : LOG_WARNING, "child_ended");
	log_text("kind", kind_names[child->kind]);
	log_int("pid", child->pid);
	log_int("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
	log_int("code", WIFEXITED(status) ? WEXITSTATUS(status) : 0);
	log_end();
	child->pid = 0;
	if (lived >= 1000)
		child->start_after = 0;
	heartbeats[child - children].busy_since = 0;
	/* At the start that is for whoever started us; later the others go on. */
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_UNFIT &&
	    now_milliseconds() - began < START_MS) {
		exit_code = 1;
		stopping = true;
	}
}

static void
reap(void)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (size_t i = 0; i < child_count; i++)
			if (children[i].pid == pid)
				note_end(&children[i], status);
}

/* One that is at one request for so long will not come back. */
static void
kill_hung(void)
{
	for (size_t i = 0; i < child_count; i++) {
		int64_t since = heartbeats[i].busy_since;

		if (children[i].pid == 0 || since == 0 ||
		    now_milliseconds() - since < conf.hang_seconds * 1000)
			continue;
		log_event(LOG_ERROR, "hung", "a worker was at one request for %ld seconds",
			  (long)conf.hang_seconds);
		kill(children[i].pid, SIGKILL);
		heartbeats[i].busy_since = 0;
	}
}

/* The next of those that were there before the reload, when no other is missing. */
static void
replace_next(void)
{
	struct child *next = NULL;

	for (size_t i = 0; i < child_count; i++) {
		if (children[i].pid == 0 || children[i].told)
			return;
		if (children[i].replace && !next)
			next = &children[i];
	}
	if (next)
		tell(next, SIGTERM);
}

static void
add_children(enum kind kind, int64_t count)
{
	while (count-- > 0 && child_count < CHILDREN_MOST)
		children[child_count++].kind = kind;
}

/* ---- the loop ---- */

static void
obey(int number)
{
	if (number == SIGTERM || number == SIGINT) {
		stopping = true;
	} else if (number == SIGHUP) {
		log_event(LOG_INFO, "reload", "the children are replaced one by one");
		for (size_t i = 0; i < child_count; i++)
			children[i].replace = true;
	}
}

static bool
any_left(void)
{
	for (size_t i = 0; i < child_count; i++)
		if (children[i].pid != 0)
			return true;
	return false;
}

static void
drain(const sigset_t *signals)
{
	const struct timespec tick = { .tv_nsec = 100000000 };
	int64_t until = now_milliseconds() + DRAIN_SECONDS * 1000;

	for (size_t i = 0; i < child_count; i++)
		tell(&children[i], SIGTERM);
	while (any_left() && now_milliseconds() < until) {
		sigtimedwait(signals, NULL, &tick);
		reap();
	}
	for (size_t i = 0; i < child_count; i++)
		tell(&children[i], SIGKILL);
	unlink(conf.pool_socket);
	unlink(conf.hash_socket);
}

/* Workers are this program; the one that does jobs stands beside it. */
static void
find_programs(const char *own)
{
	int folder = (int)(strrchr(own, '/') - own);

	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		snprintf(programs[kind], PATH_MAX, "%s", own);
	snprintf(programs[KIND_JOBS], PATH_MAX, "%.*s/quarterjobs", folder, own);
}

int
master(const char *program, const char *config_path)
{
	const struct timespec tick = { .tv_nsec = 200000000 };
	sigset_t signals;

	find_programs(program);
	config = config_path;
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGHUP);
	sigaddset(&signals, SIGCHLD);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	began = now_milliseconds();
	if (!open_all())
		return 1;
	add_children(KIND_PAGES, conf.workers);
	add_children(KIND_HASH, conf.hash_workers);
	add_children(KIND_JOBS, 1);
	log_event(LOG_INFO, "started", "%zu children", child_count);
	while (!stopping) {
		start_missing();
		obey(sigtimedwait(&signals, NULL, &tick));
		reap();
		kill_hung();
		replace_next();
	}
	drain(&signals);
	return exit_code;
}
