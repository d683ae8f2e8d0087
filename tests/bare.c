/* bare.c - memory, a folder, and an ear for standard error. */

#include "bare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/language.h"
#include "base/text.h"

static struct work work;
static char folder[64];

int
begin_bare_work(void **state)
{
	work = (struct work){ .arena = arena_new((size_t)8 * 1024 * 1024), .now = 1000000000 };
	snprintf(folder, sizeof(folder), "/tmp/quarter-test-XXXXXX");
	*state = &work;
	return mkdtemp(folder) ? 0 : -1;
}

/* The folder holds only what a_file() wrote. */
int
end_bare_work(void **state)
{
	(void)state;
	arena_free(work.arena);
	rmdir(folder);
	return 0;
}

static void
remove_file(void *path)
{
	unlink(path);
}

const char *
a_file(struct work *in, const char *name, const char *content)
{
	char *path = arena_text(in->arena, text(in, "%s/%s", folder, name));
	FILE *out = fopen(path, "we");

	assert_non_null(out);
	assert_true(fputs(content, out) >= 0);
	assert_int_equal(fclose(out), 0);
	arena_defer(in->arena, remove_file, path);
	return path;
}

const char *
a_folder(void)
{
	return folder;
}

const char *
said(struct work *in, void (*speak)(void *), void *with)
{
	const char *path = a_file(in, "said", "");
	int kept = dup(STDERR_FILENO);
	char *words = arena_array(in->arena, 65536, 1);
	FILE *ear = fopen(path, "r+e");

	assert_non_null(ear);
	fflush(stderr);
	assert_true(dup2(fileno(ear), STDERR_FILENO) >= 0);
	speak(with);
	fflush(stderr);
	assert_true(dup2(kept, STDERR_FILENO) >= 0);
	close(kept);
	rewind(ear);
	words[fread(words, 1, 65535, ear)] = '\0';
	fclose(ear);
	return words;
}

void
read_in(const char *language)
{
	const char *build = getenv("QUARTER_BUILD");
	char path[4096];

	snprintf(path, sizeof(path), "%s/src/po", build ? build : ".");
	assert_true(language_load(path));
	language_use(language);
}
