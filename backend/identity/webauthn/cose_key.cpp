#include "backend/identity/webauthn/cose_key.h"

#include "backend/crypto/ecdsa_der.h"

namespace sallyport::identity::webauthn {

namespace {

// Labels of a COSE_Key (RFC 9052 §7.1) and of its kinds (RFC 9053 §7, RFC 8230 §4).
constexpr std::int64_t keyType = 1, keyAlgorithm = 3, firstParameter = -1, secondParameter = -2, thirdParameter = -3;
constexpr std::int64_t typeOkp = 1, typeEc2 = 2, typeRsa = 3;
constexpr std::int64_t curveP256 = 1, curveEd25519 = 6;

Error notAKey(std::string_view why)
{
    return Error(ErrorCode::BadRequest, "The credential's public key: " + std::string(why) + ".");
}

std::optional<std::int64_t> integerAt(const CborValue& map, std::int64_t label)
{
    const CborValue* value = map.find(label);
    return value ? value->integer() : std::nullopt;
}

std::span<const std::byte> bytesAt(const CborValue& map, std::int64_t label)
{
    const CborValue* value = map.find(label);
    return value ? value->bytes().value_or(std::span<const std::byte>()) : std::span<const std::byte>();
}

} // namespace

Result<CoseKey> CoseKey::read(const CborValue& map)
{
    const auto type = integerAt(map, keyType), algorithm = integerAt(map, keyAlgorithm), curve = integerAt(map, firstParameter);
    if (type == typeEc2 && algorithm == es256 && curve == curveP256) {
        SALLYPORT_ASSIGN(crypto::VerifyingKey key,
                         crypto::VerifyingKey::fromCoordinates(bytesAt(map, secondParameter), bytesAt(map, thirdParameter)));
        return CoseKey(es256, std::move(key));
    }
    if (type == typeOkp && algorithm == edDsa && curve == curveEd25519) {
        SALLYPORT_ASSIGN(crypto::Ed25519PublicKey key, crypto::Ed25519PublicKey::fromRaw(bytesAt(map, secondParameter)));
        return CoseKey(edDsa, std::move(key));
    }
    if (type == typeRsa && algorithm == rs256) {
        SALLYPORT_ASSIGN(crypto::RsaPublicKey key,
                         crypto::RsaPublicKey::fromNumbers(bytesAt(map, firstParameter), bytesAt(map, secondParameter)));
        return CoseKey(rs256, std::move(key));
    }
    return notAKey("not ES256, EdDSA or RS256");
}

Result<CoseKey> CoseKey::read(std::span<const std::byte> bytes)
{
    SALLYPORT_ASSIGN(const CborValue map, readWholeCbor(bytes));
    return read(map);
}

bool CoseKey::verify(std::span<const std::byte> data, std::span<const std::byte> signature) const
{
    if (const auto* key = std::get_if<crypto::VerifyingKey>(&m_key)) {
        const auto raw = crypto::es256FromDer(signature);
        return raw && key->verify(data, *raw);
    }
    if (const auto* key = std::get_if<crypto::Ed25519PublicKey>(&m_key))
        return key->verify(data, signature);
    return std::get<crypto::RsaPublicKey>(m_key).verify(data, signature);
}

} // namespace sallyport::identity::webauthn
