#include "backend/identity/signatures/guide_canonical.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"

namespace sallyport::identity {

std::string guideCanonical(const SignedMessage& message, std::string_view timestamp, std::string_view nonce)
{
    const std::string_view target = message.pathAndQuery();
    std::string text;
    text.reserve(message.method.size() + target.size() + timestamp.size() + nonce.size() + 4 + 64);
    text.append(message.method).append("\n").append(target).append("\n");
    text.append(timestamp).append("\n").append(nonce).append("\n");
    if (!message.body.empty())
        text.append(toHex(crypto::sha256(asBytes(message.body))));
    return text;
}

} // namespace sallyport::identity
