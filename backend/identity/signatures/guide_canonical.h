#pragma once

#include "backend/identity/signatures/message.h"

#include <string>

namespace sallyport::identity {

/// What `X-Signature` is the HMAC-SHA256 of: METHOD, PATH with its query string as sent, TIMESTAMP, NONCE and the
/// hexadecimal SHA-256 of the body (empty without a body), joined by line feeds.
std::string guideCanonical(const SignedMessage& message, std::string_view timestamp, std::string_view nonce);

} // namespace sallyport::identity
