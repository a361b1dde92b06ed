#include "backend/audit/tree/head_key.h"

#include "backend/base/encoding.h"
#include "backend/base/time_format.h"
#include "backend/crypto/digest.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

constexpr std::string_view headLabel = "sallyport tree head 1\n";
/// What stands before the seed in PKCS #8 (RFC 8410 §7).
constexpr unsigned char pkcs8Head[] = {0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                       0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};

} // namespace

std::string headText(const SignedHead& head)
{
    return std::string(headLabel) + std::to_string(head.size) + '\n' + toHex(head.root) + '\n' + toRfc3339(head.time) + '\n';
}

std::string fingerprintOf(const crypto::Ed25519PublicKey& key)
{
    return toHex(crypto::sha256(key.raw()));
}

Result<HeadKey> HeadKey::make(const SecretBytes& seed)
{
    if (seed.size() != 32)
        return makeError(ErrorCode::CryptoFailure, "The seed of an Ed25519 key has 32 bytes.");
    SecretBytes der = SecretBytes(Bytes(sizeof pkcs8Head + seed.size()));
    std::ranges::copy(std::as_bytes(std::span(pkcs8Head)), der.data());
    std::ranges::copy(seed.bytes(), der.data() + sizeof pkcs8Head);
    SALLYPORT_ASSIGN(auto key, crypto::Ed25519SigningKey::fromPkcs8(der.bytes()));
    return HeadKey(std::move(key));
}

Result<crypto::Ed25519Signature> HeadKey::sign(std::string_view text) const
{
    return m_key.sign(asBytes(text));
}

bool HeadKey::fits(const SignedHead& head) const
{
    return m_public.verify(asBytes(headText(head)), head.signature);
}

} // namespace sallyport::audit
