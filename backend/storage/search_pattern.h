#pragma once

#include <string>
#include <string_view>

namespace sallyport::storage {

/// `%text%`, folded, with LIKE's own characters made literal for `ESCAPE '\'` (ASVS 1.2.4).
std::string searchPattern(std::string_view text);

} // namespace sallyport::storage
