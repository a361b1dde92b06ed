#pragma once

#include "backend/access/cel/values/value.h"

#include <optional>
#include <string>

namespace sallyport::access::cel {

/// As string(x) writes it, for the kinds that it takes; nothing for others.
std::optional<std::string> textOf(const Value& value);
/// The shortest decimal that is this double: `1`, `0.1`, `1e+21`, `NaN`, `-Infinity`.
std::string doubleText(double value);
/// `192.0.2.1`, `192.0.2.1/24`.
std::string networkText(const Value& network);

} // namespace sallyport::access::cel
