/* audit_ctl.h - what quarterctl does with the audit log. */
#ifndef AUDIT_CTL_H
#define AUDIT_CTL_H

#include "base/ctl.h"

extern const struct ctl_command audit_commands[];

#endif
