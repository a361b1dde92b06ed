#pragma once

#include "backend/audit/journal.h"

namespace sallyport::audit {

/// Events that another process has recorded reach the live feed only once publishForeignEvents() says so: what that process
/// changed may be that somebody no longer may see them. Until then events of this process that come behind them wait, too.
void holdForeignEvents(Journal& journal);
/// What has been held goes out, after all that is being written. Does not block.
void publishForeignEvents(Journal& journal);

} // namespace sallyport::audit
