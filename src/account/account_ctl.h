/* account_ctl.h - what quarterctl does with accounts, roles and tokens. */
#ifndef ACCOUNT_CTL_H
#define ACCOUNT_CTL_H

#include "base/ctl.h"

extern const struct ctl_command account_commands[];

#endif
