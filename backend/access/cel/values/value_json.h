#pragma once

#include "backend/access/cel/values/scratch.h"
#include "backend/base/result.h"

#include <boost/json/value.hpp>

namespace sallyport::access::cel {

/// The encoding of values in lines of JSON: `{"int": "-5"}`, `{"uint": "5"}`, `{"double": "1.5"}` (`"NaN"`, `"-Infinity"`),
/// `{"bool": true}`, `{"string": "..."}`, `{"bytes": "base64"}`, `{"null": true}`, `{"list": [...]}`, `{"map": [[key, value],
/// ...]}`,
/// `{"timestamp": {"seconds": n, "nanos": n}}`, `{"duration": ...}`, `{"ip": "192.0.2.1"}`, `{"cidr": "192.0.2.0/24"}`, `{"type":
/// "int"}`. Not of errors and Absent.
boost::json::value toJson(const Value& value);

/// The value, of which everything belongs to the scratch. InvalidArgument says what is wrong.
Result<Value> fromJson(Scratch& scratch, const boost::json::value& json);

} // namespace sallyport::access::cel
