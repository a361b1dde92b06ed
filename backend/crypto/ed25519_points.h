#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace sallyport::crypto {

/// The word of the error for a public key of small order.
inline constexpr std::string_view smallOrderWord = "key_small_order";

/// True for the 32 bytes of a point of order 1, 2, 4 or 8, in each of its encodings: everybody can sign with such a "key", in
/// any protocol, so that no reader of public keys takes one.
bool isSmallOrderEd25519(std::span<const std::byte> raw);

} // namespace sallyport::crypto
