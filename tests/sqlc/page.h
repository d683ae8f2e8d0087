/* page.h - the structs of page.sql and of wrong.txt, as far as sqlc.awk reads them. */
#ifndef PAGE_H
#define PAGE_H

struct thing {
	struct id id;
	/* not as it is now, but as
	 * it was by then, in which language; */
	const char *name; /* or now; */
};

struct thing_draft {
	const char *name;
};

struct letter {
	const char *text, *language;
};

struct visit {
	struct id id;
	int64_t now;
};

#endif
