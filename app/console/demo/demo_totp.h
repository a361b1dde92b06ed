#pragma once

#include "backend/base/clock.h"
#include "backend/base/secret_bytes.h"

#include <string>

namespace sallyport::app {

/// What the authenticator app of a sample user shows at `time`: RFC 6238, SHA-1, 6 digits, 30 s.
std::string demoCode(const SecretBytes& base32Secret, UtcTime time);

} // namespace sallyport::app
