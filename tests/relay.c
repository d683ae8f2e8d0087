/* relay.c - starts the mail server, and reads what it got. */

#include "relay.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"

static char folder[] = "/tmp/quarter-relay-XXXXXX";
static char url[32];
static pid_t relay;
static uint16_t port;

static struct sockaddr_in
address(uint16_t of_port)
{
	return (struct sockaddr_in){
		.sin_family = AF_INET,
		.sin_port = htons(of_port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
}

static uint16_t
free_port(void)
{
	struct sockaddr_in any = address(0);
	socklen_t size = sizeof(any);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_int_equal(bind(listener, (struct sockaddr *)&any, sizeof(any)), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&any, &size), 0);
	close(listener);
	return ntohs(any.sin_port);
}

static bool
answers(void)
{
	struct sockaddr_in there = address(port);
	int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool connected = connect(client, (struct sockaddr *)&there, sizeof(there)) == 0;

	close(client);
	return connected;
}

void
relay_start(void)
{
	char where[32], mails[64];

	snprintf(where, sizeof(where), "127.0.0.1:%d", port);
	snprintf(mails, sizeof(mails), "%s/mails", folder);
	relay = fork();
	if (relay == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		execl("/usr/bin/aiosmtpd", "aiosmtpd", "-n", "-l", where, "-c",
		      "aiosmtpd.handlers.Mailbox", mails, (char *)NULL);
		_exit(127);
	}
	for (int tries = 0; !answers(); tries++) {
		assert_in_range(tries, 0, 300);
		assert_int_equal(waitpid(relay, NULL, WNOHANG), 0);
		usleep(100000);
	}
}

void
relay_stop(void)
{
	kill(relay, SIGKILL);
	waitpid(relay, NULL, 0);
}

int
relay_begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	port = free_port();
	snprintf(url, sizeof(url), "smtp://127.0.0.1:%d", port);
	relay_start();
	return 0;
}

static void
empty(const char *path)
{
	DIR *all = opendir(path);
	struct dirent *entry;
	char name[512];

	while (all && (entry = readdir(all))) {
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		if (entry->d_name[0] != '.' && unlink(name) != 0)
			empty(name);
	}
	if (all)
		closedir(all);
	rmdir(path);
}

int
relay_end(void **state)
{
	(void)state;
	relay_stop();
	empty(folder);
	return 0;
}

const char *
relay_url(void)
{
	return url;
}

const char *
relay_folder(void)
{
	return folder;
}

static void
take_mail(struct mails *mails, const char *path)
{
	FILE *file = fopen(path, "re");

	assert_non_null(file);
	assert_in_range(mails->count, 0, COUNT(mails->text) - 1);
	assert_true(fread(mails->text[mails->count++], 1, sizeof(mails->text[0]) - 1, file) > 0);
	fclose(file);
	unlink(path);
}

const struct mails *
relay_mails(struct work *work)
{
	struct mails *mails = arena_one(work->arena, struct mails);
	const char *path = text(work, "%s/mails/new", folder);
	DIR *all = opendir(path);
	struct dirent *entry;

	while (all && (entry = readdir(all)))
		if (entry->d_name[0] != '.')
			take_mail(mails, text(work, "%s/%s", path, entry->d_name));
	if (all)
		closedir(all);
	return mails;
}
