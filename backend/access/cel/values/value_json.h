#pragma once

#include "backend/access/cel/values/scratch.h"
#include "backend/base/result.h"

#include <boost/json/value.hpp>

#include <optional>

namespace sallyport::access::cel {

/// The encoding of values in lines of JSON, an object with one member that names the kind: `{"int": "-5"}`, `{"uint": "5"}`,
/// `{"double": "1.5"}` (`"NaN"`, `"-Infinity"`), `{"bool": true}`, `{"string": "..."}`, `{"bytes": "base64"}`, `{"null": true}`,
/// `{"list": [...]}`, `{"map": [[key, value], ...]}`, `{"timestamp": {"seconds": n, "nanos": n}}`, `{"duration": ...}`,
/// `{"ip": "192.0.2.1"}`, `{"cidr": "192.0.2.0/24"}`, `{"type": "int"}`. Not of errors and Absent.
/// Nothing if it takes more than about `mostBytes`: a list that holds another twice may be larger written than all memory.
std::optional<boost::json::value> toJson(const Value& value, std::size_t mostBytes = std::size_t{8} << 20);

/// The value, of which everything belongs to the scratch. InvalidArgument says what is wrong.
Result<Value> fromJson(Scratch& scratch, const boost::json::value& json);

} // namespace sallyport::access::cel
