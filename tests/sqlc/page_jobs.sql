-- include "thing/thing.h"
-- include "thing/other_thing.h"

-- statement things_clear(): run
DELETE FROM thing;
