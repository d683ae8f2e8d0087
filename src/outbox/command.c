/* command.c - a child of our own: its input, its time, its end. */

#include "outbox/command.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define STEP_MS 20
#define STEPS_MOST 1000 /* twenty seconds */

/* Nothing of ours goes with it: no connection, no key. */
static _Noreturn void
become(const char *program, const char *argument, int input, int output)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	if (dup2(input, STDIN_FILENO) == STDIN_FILENO &&
	    (output < 0 || dup2(output, STDOUT_FILENO) == STDOUT_FILENO) &&
	    close_range(3, ~0U, 0) == 0)
		execl(program, program, argument, (char *)NULL);
	_exit(127);
}

static bool
has_ended(pid_t child, int *status)
{
	for (int step = 0; step < STEPS_MOST; step++) {
		if (waitpid(child, status, WNOHANG) == child)
			return true;
		nanosleep(&(struct timespec){ .tv_nsec = STEP_MS * 1000000L }, NULL);
	}
	kill(child, SIGKILL);
	waitpid(child, status, 0);
	return false;
}

static const char *
run(const char *program, const char *argument, const char *input, size_t size, int output)
{
	int ends[2], status = 0;
	bool taken;
	pid_t child;

	/* A socket, since a pipe that nobody reads would kill us. */
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return "no socket for the command";
	child = fork();
	if (child == 0)
		become(program, argument, ends[1], output);
	close(ends[1]);
	taken = child > 0 &&
		send(ends[0], input, size, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)size;
	close(ends[0]);
	if (child < 0)
		return "no process for the command";
	if (!has_ended(child, &status))
		return "the command took too long";
	if (!taken || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return "the command failed";
	return NULL;
}

const char *
command_run(const char *program, const char *argument, const char *input, size_t size)
{
	return run(program, argument, input, size, -1);
}

const char *
command_filter(const char *program, const char *input, size_t size, int output)
{
	return run(program, NULL, input, size, output);
}
