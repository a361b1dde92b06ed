#pragma once

#include <cstddef>

namespace sallyport::identity::outside {

inline constexpr std::size_t subjectLimit = 255; ///< OpenID Connect Core §2

} // namespace sallyport::identity::outside
