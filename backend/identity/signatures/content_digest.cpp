#include "backend/identity/signatures/content_digest.h"

#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"
#include "backend/identity/signatures/structured_fields.h"

namespace sallyport::identity {

Result<void> checkContentDigest(std::string_view field, std::string_view body)
{
    SALLYPORT_ASSIGN(const sf::Dictionary digests, sf::parseDictionary(field));
    bool checked = false;
    for (const sf::Member& member : digests) {
        const auto* item = std::get_if<sf::Item>(&member.value);
        const auto* bytes = item == nullptr ? nullptr : std::get_if<Bytes>(&item->value);
        if (bytes == nullptr)
            return makeError(ErrorCode::BadRequest, "a digest is a byte sequence");
        bool fits = true;
        if (member.key == "sha-256")
            fits = equalConstantTime(crypto::sha256(asBytes(body)), *bytes);
        else if (member.key == "sha-512")
            fits = equalConstantTime(crypto::sha512(asBytes(body)), *bytes);
        else
            continue;
        if (!fits)
            return makeError(ErrorCode::InvalidArgument, "the " + member.key + " digest does not fit the body");
        checked = true;
    }
    if (!checked)
        return makeError(ErrorCode::InvalidArgument, "no sha-256 or sha-512 digest");
    return {};
}

} // namespace sallyport::identity
