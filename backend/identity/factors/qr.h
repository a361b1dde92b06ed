#pragma once

#include "backend/base/result.h"
#include "backend/identity/factors/mfa.h"

#include <string_view>

namespace sallyport::identity {

/// The text as a QR code of error correction M. InvalidArgument if it is too long for one (about 2,300 bytes).
Result<QrMatrix> encodeQr(std::string_view text);

} // namespace sallyport::identity
