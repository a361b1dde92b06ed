#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>

namespace sallyport::identity {

/// Checks a Content-Digest field (RFC 9530 §2) against the raw bytes of the body. Every digest of an algorithm that is
/// still secure (sha-256, sha-512) must fit, and there must be one; others are passed over. BadRequest if the field
/// cannot be read, InvalidArgument if a digest does not fit or none of a known algorithm is there.
[[nodiscard]] Result<void> checkContentDigest(std::string_view field, std::string_view body);

} // namespace sallyport::identity
