/* permission.h - what a role may do; a grant gives a role at a place and below it. */
#ifndef PERMISSION_H
#define PERMISSION_H

enum permission {
	ANYONE,             /* a visitor too */
	SIGNED_IN,          /* whoever has an account */
	MAY_RUN_VENUES,     /* see who holds what, decide, cancel with a reason */
	MAY_RUN_ACTIVITIES, /* make, change, publish and cancel what is held */
	MAY_RUN_SHIFTS,     /* make and change shifts, confirm and correct hours */
	MAY_BOOK_FOR,       /* act for a resident who stands at the desk */
	MAY_SEE_REPORTS,
	MAY_READ_AUDIT,
	MAY_ADMINISTER, /* accounts and their roles */
	PERMISSION_COUNT
};

#endif
