#pragma once

#include "app/daemon/command.h"

namespace sallyport::daemon {

/// `policy evaluate`: a line of JSON each, as they come; whoever writes one and waits is answered.
Result<void> evaluatePolicies(const Arguments& arguments, const Platform& platform, Output& output);

} // namespace sallyport::daemon
