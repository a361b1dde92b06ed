#pragma once

#include <string_view>

namespace sallyport::audit {

/// Who says it, as every format wants to know.
inline constexpr std::string_view productVendor = "Sallyport";
inline constexpr std::string_view productName = "Sallyport";
std::string_view productVersion() noexcept;

} // namespace sallyport::audit
