#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport::audit {

inline constexpr std::size_t merkleLineLimit = std::size_t{64} << 20; ///< bytes

/// Answers one line of `sallyportd merkle`: `{"leaves": [base64, ...], "index"?: n, "from"?: size}` gives `{"root": hex,
/// "inclusion"?: [hex], "consistency"?: [hex]}`, anything else `{"error": text}`. No vault; any thread.
std::string merkleLine(std::string_view line);

} // namespace sallyport::audit
