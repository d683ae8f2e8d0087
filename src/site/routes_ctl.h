/* routes_ctl.h - quarterctl routes. */
#ifndef ROUTES_CTL_H
#define ROUTES_CTL_H

#include "base/ctl.h"

extern const struct ctl_command routes_commands[];

#endif
