#pragma once

#include <string_view>

namespace sallyport::test {

/// What the keywords of our schemas mean, in the shape of the official JSON-Schema-Test-Suite: an array of groups, each with a
/// schema and documents that it takes or doesn't.
std::string_view jsonSchemaCases() noexcept;

} // namespace sallyport::test
