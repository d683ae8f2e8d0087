/* certificate_jobs.c - signs a certificate, and has its PDF made by a program of its own.
 *
 * That program knows fonts and nothing else: it is given the words and hands back the file. */

#include "certificate/certificate_jobs.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/sign.h"
#include "certificate/certificate_jobs_sql.h"
#include "certificate/certificate_part.h"
#include "outbox/command.h"
#include "outbox/due.h"

#define PDF_MOST (4 << 20)
#define ROWS_AT_ONCE 150
#define GUESSES_KEPT 3600
#define CLEAN_EVERY 300

static void
sign(struct work *work, struct id code)
{
	struct certificate certificate;

	if (certificate_find(work, code, &certificate))
		return;
	sql_certificate_key_note(work, sign_public_key(work));
	if (!sql_certificate_signed(work, code, sign_public_key(work),
				    sign_text(work, certificate.signed_text)))
		return;
	due_at(work, certificate_print, code, work->now + 1);
}

/* What was written to a file in memory, copied. */
static struct bytes
read_back(struct work *work, int file)
{
	struct stat about;
	char *chars;

	if (fstat(file, &about) != 0 || about.st_size < 5 || about.st_size > PDF_MOST)
		fault("the program that prints made a file of no use");
	chars = arena_array(work->arena, (size_t)about.st_size, 1);
	if (pread(file, chars, (size_t)about.st_size, 0) != about.st_size ||
	    memcmp(chars, "%PDF-", 5) != 0)
		fault("the program that prints made no PDF");
	return (struct bytes){ chars, (size_t)about.st_size };
}

static void
close_file(void *file)
{
	close(*(int *)file);
}

static int
file_in_memory(struct work *work)
{
	int *file = arena_one(work->arena, int);

	*file = memfd_create("paper", MFD_CLOEXEC);
	if (*file < 0)
		fault("no memory for a file");
	arena_defer(work->arena, close_file, file);
	return *file;
}

static void
print(struct work *work, struct id code)
{
	struct certificate certificate;
	const char *words, *why;
	int file;

	if (certificate_find(work, code, &certificate) || certificate.has_paper)
		return;
	words = certificate_words(work, &certificate);
	file = file_in_memory(work);
	why = command_filter(conf.paper_program, words, strlen(words), file);
	if (why)
		fault("a certificate was not printed: %s", why);
	if (!sql_certificate_printed(work, code, read_back(work, file)))
		fault_as(FAULT_AGAIN, "a certificate was printed twice");
}

static void
clean(struct work *work, struct id nothing)
{
	(void)nothing;
	sql_guesses_clean(work, work->now - GUESSES_KEPT, ROWS_AT_ONCE);
}

const struct job certificate_jobs[] = {
	{ .name = certificate_sign, .run = sign },
	{ .name = certificate_print, .run = print },
	{ "certificate.clean", .every = CLEAN_EVERY, .run = clean },
	JOBS_END,
};
