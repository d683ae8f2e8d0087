/* demo_ctl.h - quarterctl demo. */
#ifndef DEMO_CTL_H
#define DEMO_CTL_H

#include "base/ctl.h"

extern const struct ctl_command demo_commands[];

#endif
