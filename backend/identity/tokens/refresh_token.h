#pragma once

#include "backend/base/id.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::identity {

/// A refresh token: session ‖ generation ‖ 256-bit secret ‖ tag, base64url; opaque to clients. The tag proves that we
/// issued it, so that *any* earlier generation that comes back is recognised as reuse, and a made-up token is refused
/// before the database is asked. The secret of generation n+1 follows from that of n under a key outside the database:
/// two requests of one client that race with the same token get the same answer, and the database holds hashes only.
struct RefreshToken {
    SessionId session;
    std::uint32_t generation = 0;
    SecretBytes secret;

    /// The text that a client gets.
    Result<SecretBytes> encode(std::span<const std::byte> key) const;
    /// The token that this one is exchanged for.
    Result<RefreshToken> next(std::span<const std::byte> key) const;
    /// Nothing unless the tag is right and the text is canonical.
    static std::optional<RefreshToken> decode(std::string_view text, std::span<const std::byte> key);
};

} // namespace sallyport::identity
