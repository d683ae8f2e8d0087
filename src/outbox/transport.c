/* transport.c - the ways out: the relay, the command for text messages, or a file for each. */

#include <curl/curl.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/text.h"
#include "outbox/command.h"
#include "outbox/delivery.h"

#define CONNECT_SECONDS 5L
#define SEND_SECONDS 20L /* less than a lease */

/* ---- a file for each message ---- */

static bool
write_whole(int file, const struct message *message)
{
	size_t done = 0;

	while (done < message->size) {
		ssize_t size = write(file, message->content + done, message->size - done);

		if (size <= 0)
			return false;
		done += (size_t)size;
	}
	return fsync(file) == 0;
}

/* The name of a file is on the disk when the folder is. */
static bool
sync_folder(const char *folder)
{
	int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool done = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return done;
}

/* Under the name of the message: what is sent again lies there once. */
static const char *
write_file(struct work *work, const char *folder, const char *ending, const struct message *message)
{
	const char *name = text(work, "%s/%s.%s", folder, message->name, ending);
	const char *part = text(work, "%s/.%s.part", folder, message->name);
	bool written;
	int file;

	/* What a sender that died has left may belong to another user. */
	unlink(part);
	file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	if (file < 0)
		return "the folder cannot be written";
	written = write_whole(file, message);
	if (close(file) != 0 || !written || rename(part, name) != 0 || !sync_folder(folder))
		return "the file could not be written";
	return NULL;
}

/* ---- the relay ---- */

struct reader {
	const char *next;
	size_t left;
};

static size_t
read_on(char *out, size_t size, size_t count, void *with)
{
	struct reader *reader = with;
	size_t part = size * count < reader->left ? size * count : reader->left;

	memcpy(out, reader->next, part);
	reader->next += part;
	reader->left -= part;
	return part;
}

/* Whether what is sent stays on this machine: anywhere else it is sent by TLS or not at all. */
static bool
relay_is_here(void)
{
	const char *host = strstr(conf.smtp_url, "://");

	return host &&
	       (strncmp(host, "://127.", 7) == 0 || strncmp(host, "://localhost", 12) == 0 ||
		strncmp(host, "://[::1]", 8) == 0);
}

/* To the relay that is configured and to nothing else, whatever the environment says. */
static void
set_relay(CURL *curl)
{
	curl_easy_setopt(curl, CURLOPT_URL, conf.smtp_url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_USE_SSL,
			 (long)(relay_is_here() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, SEND_SECONDS);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

static CURLcode
perform(CURL *curl, struct work *work, const struct message *message)
{
	struct reader reader = { message->content, message->size };
	struct curl_slist *to = curl_slist_append(NULL, text(work, "<%s>", message->to));
	CURLcode code;

	if (!to)
		return CURLE_OUT_OF_MEMORY;
	set_relay(curl);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, text(work, "<%s>", outbox_address(work)));
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_on);
	curl_easy_setopt(curl, CURLOPT_READDATA, (void *)&reader);
	code = curl_easy_perform(curl);
	curl_slist_free_all(to);
	return code;
}

static const char *
hand_to_relay(struct work *work, const struct message *message)
{
	CURL *curl = curl_easy_init();
	long answer = 0;
	CURLcode code;

	if (!curl)
		return "no memory for the relay";
	code = perform(curl, work, message);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
	curl_easy_cleanup(curl);
	if (code == CURLE_OK)
		return NULL;
	return text(work, "relay: %s, answer %ld", curl_easy_strerror(code), answer);
}

const char *
mail_deliver(struct work *work, const struct message *message)
{
	if (*conf.smtp_url)
		return hand_to_relay(work, message);
	return write_file(work, conf.mail_dir, "eml", message);
}

/* ---- text messages ---- */

static const char *
write_text(struct work *work, const struct message *message)
{
	const char *content = text(work, "To: %s\n\n%s\n", message->to, message->content);
	const struct message file = {
		.name = message->name,
		.content = content,
		.size = strlen(content),
	};

	return write_file(work, conf.sms_dir, "txt", &file);
}

const char *
sms_deliver(struct work *work, const struct message *message)
{
	if (!*conf.sms_command)
		return write_text(work, message);
	return command_run(conf.sms_command, message->to, message->content, message->size);
}
