/* key.h - the bytes of the keys, for those files of base that use them. */
#ifndef KEY_H
#define KEY_H

#include "base/hash.h"

#define KEY_SIZE 32

/* A key that was loaded; faults if it was not. */
const unsigned char *key_bytes(enum key key);

#endif
