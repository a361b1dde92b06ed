#pragma once

#include "tests/api/support/https_client.h"

#include <string>
#include <string_view>

namespace sallyport::test {

/// What is wrong with an answer, held against the OpenAPI document: a status, a media type or a body that the document doesn't
/// tell of. Empty if nothing is, or if no operation was meant (an unknown path or method). Members that no schema names are wrong
/// too, where the document doesn't say that others may be there. A body that is streamed counts as far as it was read.
std::string breachOf(std::string_view method, std::string_view target, const Reply& reply);

/// The same of a text of JSON and one schema of the document.
std::string breachOfSchema(std::string_view schema, std::string_view json);

} // namespace sallyport::test
