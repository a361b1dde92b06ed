#pragma once

#include "backend/access/cel/values/scratch.h"

#include <optional>

namespace sallyport::access::cel {

/// A value of which nothing belongs to anybody else but the scratch; nothing without memory for it.
std::optional<Value> copyValue(Scratch& scratch, const Value& value);

} // namespace sallyport::access::cel
