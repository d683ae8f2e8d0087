/* proxy.c - passes packets on, and looks into them for COMMIT. */

#include "proxy.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIECE 65536

/* Shared by the test and its proxy. */
static volatile struct {
	int cut; /* what is wanted */
	int cuts;
} * shared;
static pid_t pid;

static struct sockaddr_un
address_of(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	return address;
}

static int
reach(const char *path)
{
	struct sockaddr_un address = address_of(path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (connect(fd, (const struct sockaddr *)&address, sizeof(address)) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static void
pass(int to, const char *bytes, ssize_t size)
{
	while (size > 0) {
		ssize_t written = send(to, bytes, (size_t)size, MSG_NOSIGNAL);

		if (written <= 0)
			return;
		bytes += written;
		size -= written;
	}
}

/* COM_QUERY is 3, after a head of four bytes. */
static int
is_commit(const char *bytes, ssize_t size)
{
	return size == 5 + (ssize_t)strlen("COMMIT") && bytes[4] == 3 &&
	       memcmp(bytes + 5, "COMMIT", strlen("COMMIT")) == 0;
}

/* True if the line is to be cut here. */
static int
cut_here(int server, const char *bytes, ssize_t size)
{
	char answer[PIECE];
	int cut = shared->cut;

	if (cut == CUT_NEVER || !is_commit(bytes, size))
		return 0;
	shared->cut = CUT_NEVER;
	shared->cuts++;
	if (cut != CUT_BEFORE)
		pass(server, bytes, size);
	if (cut == CUT_AFTER && recv(server, answer, sizeof(answer), 0) < 0)
		abort();
	return 1;
}

/* Passes one piece on; false at the end of the line. */
static int
pass_piece(int from, int to, int to_server)
{
	char bytes[PIECE];
	ssize_t size = recv(from, bytes, sizeof(bytes), 0);

	if (size <= 0 || (to_server && cut_here(to, bytes, size)))
		return 0;
	pass(to, bytes, size);
	return 1;
}

static void
serve_line(int client, const char *server_path)
{
	int server = reach(server_path);
	struct pollfd lines[] = { { client, POLLIN, 0 }, { server, POLLIN, 0 } };
	int open = server >= 0;

	while (open && poll(lines, 2, -1) > 0) {
		if (lines[0].revents)
			open = pass_piece(client, server, 1);
		if (open && lines[1].revents)
			open = pass_piece(server, client, 0);
	}
	close(client);
	close(server);
}

static void
serve_all(int listener, const char *server)
{
	int client;

	signal(SIGCHLD, SIG_IGN);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while ((client = accept(listener, NULL, NULL)) >= 0) {
		if (fork() == 0) {
			serve_line(client, server);
			_exit(0);
		}
		close(client);
	}
	_exit(1);
}

void
proxy_start(const char *path, const char *server)
{
	struct sockaddr_un address = address_of(path);
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);

	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
		      0);
	unlink(path);
	if (shared == MAP_FAILED ||
	    bind(listener, (const struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(listener, 16) != 0)
		abort();
	pid = fork();
	if (pid == 0)
		serve_all(listener, server);
	close(listener);
}

void
proxy_cut(enum cut cut)
{
	shared->cut = (int)cut;
}

int
proxy_cuts(void)
{
	return shared->cuts;
}

void
proxy_stop(void)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}
