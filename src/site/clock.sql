-- clock.sql - how far the network's clock is from that of the machine, in tests.

-- include "base/work.h"

-- statement clock_set(seconds int): run
UPDATE network_state SET clock_offset = :seconds;
