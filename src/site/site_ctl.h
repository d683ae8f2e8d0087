/* site_ctl.h - what quarterctl does with the installation as a whole. */
#ifndef SITE_CTL_H
#define SITE_CTL_H

#include "base/ctl.h"

extern const struct ctl_command installation_commands[];
extern const struct ctl_command doctor_commands[];

#endif
