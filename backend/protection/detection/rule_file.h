#pragma once

#include <string_view>

namespace sallyport::protection::detection {

/// rules.txt as it was when the product was built.
extern const std::string_view ruleFile;

} // namespace sallyport::protection::detection
