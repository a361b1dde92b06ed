#pragma once

#include "backend/base/error.h"
#include "backend/base/secret_bytes.h"
#include "backend/outputs/destination.h"

#include <optional>
#include <vector>

namespace sallyport::outputs {

inline constexpr std::size_t certificateLimit = 32'768; ///< characters, with its issuers and, as it comes in, the key

/// Makes of a certificate that somebody brings what is kept: `fields.certificate` without any key, `secret` the key that belongs
/// to it, which may be among the certificates, in `secret`, or the one that is kept already (`kept`; empty: none). Without a
/// certificate nothing is kept of the key. Mistakes are told by `certificate` and `secret`.
void takeClientPair(DestinationFields& fields, std::optional<SecretBytes>& secret, const SecretBytes& kept,
                    std::vector<FieldError>& mistakes);

/// Its subject and fingerprint, for records; empty without one.
std::string certificateText(const std::string& certificate);

} // namespace sallyport::outputs
