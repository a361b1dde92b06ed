#pragma once

#include <string>
#include <string_view>

namespace sallyport::storage {

/// `%text%` for a column of textKey() or for search_key() of one: its searchKey(), with LIKE's own characters made literal for
/// `ESCAPE '\'` (ASVS 1.2.4).
std::string searchPattern(std::string_view text);

} // namespace sallyport::storage
