#pragma once

#include "backend/base/clock.h"
#include "backend/base/encoding.h"
#include "backend/identity/signatures/message.h"
#include "backend/identity/signatures/signature_failure.h"
#include "backend/identity/signatures/structured_fields.h"

#include <optional>
#include <string>
#include <variant>

namespace sallyport::identity {

enum class SignatureScheme {
    Guide,   ///< X-API-Key, X-Timestamp, X-Nonce, X-Signature
    Rfc9421, ///< Signature-Input, Signature, Content-Digest
};

inline constexpr std::size_t nonceLimit = 128; ///< characters

/// What a request says about its signature. Nothing of it is believed yet.
struct ClaimedSignature {
    SignatureScheme scheme = SignatureScheme::Guide;
    std::string key; ///< X-API-Key or keyid: a whole API key or its public part
    std::string nonce;
    std::string timestamp;    ///< as sent; of the guide's headers only
    std::int64_t created = 0; ///< Unix seconds
    std::optional<std::int64_t> expires;
    Bytes signature;
    std::string algorithm; ///< `alg` if it was sent
    sf::InnerList covered; ///< RFC 9421 only
};

/// The first of the checks: can it be read at all, and is it one signature only? RFC 9421: with several signatures (a
/// proxy may add its own) ours is the one with `tag="sallyport"`.
[[nodiscard]] std::variant<ClaimedSignature, SignatureFailure> readSignature(const SignedMessage& message);

} // namespace sallyport::identity
