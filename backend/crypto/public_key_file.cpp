#include "backend/crypto/public_key_file.h"

#include "backend/crypto/digest.h"

#include <algorithm>
#include <array>

namespace sallyport::crypto {
namespace {

constexpr std::size_t fileLimit = 4096; // bytes; ours have less than 200
constexpr std::string_view firstLine = "-----BEGIN PUBLIC KEY-----";
constexpr std::string_view lastLine = "-----END PUBLIC KEY-----";
constexpr std::size_t rawEd25519 = 32;
constexpr std::size_t coordinate = 32;

// What stands before the key in DER: it is the same for each key of a kind (RFC 8410 §4, RFC 5480 §2.1.1).
constexpr std::array<unsigned char, 12> ed25519Head{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr std::array<unsigned char, 27> p256Head{0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48,
                                                 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
                                                 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};

Error notAPublicKey()
{
    return makeError(ErrorCode::CryptoFailure, "not a PEM public key of Ed25519 or P-256");
}

template <std::size_t Size>
bool startsWith(std::span<const std::byte> der, const std::array<unsigned char, Size>& head, std::size_t rest)
{
    return der.size() == Size + rest &&
           std::equal(head.begin(), head.end(), der.begin(), [](unsigned char a, std::byte b) { return std::byte{a} == b; });
}

template <std::size_t Size>
Bytes joined(const std::array<unsigned char, Size>& head, std::span<const std::byte> rest)
{
    Bytes der;
    for (const unsigned char byte : head)
        der.push_back(std::byte{byte});
    der.insert(der.end(), rest.begin(), rest.end());
    return der;
}

Bytes derOf(const PublicKey& key)
{
    if (const auto* edwards = std::get_if<Ed25519PublicKey>(&key))
        return joined(ed25519Head, edwards->raw());
    const auto& curve = std::get<VerifyingKey>(key);
    Bytes point = *fromBase64Url(curve.x());
    const Bytes y = *fromBase64Url(curve.y());
    point.insert(point.end(), y.begin(), y.end());
    return joined(p256Head, point);
}

} // namespace

Result<PublicKey> readPublicKey(std::string_view pem)
{
    const std::size_t begin = pem.find(firstLine);
    const std::size_t end = pem.find(lastLine);
    if (pem.size() > fileLimit || begin == pem.npos || end == pem.npos || end < begin + firstLine.size() ||
        pem.find(firstLine, begin + 1) != pem.npos)
        return notAPublicKey();
    std::string digits;
    for (const char c : pem.substr(begin + firstLine.size(), end - begin - firstLine.size())) {
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t')
            digits += c;
    }
    const auto der = fromBase64(digits);
    if (!der)
        return notAPublicKey();
    const std::span<const std::byte> bytes = *der;
    if (startsWith(bytes, ed25519Head, rawEd25519)) {
        SALLYPORT_ASSIGN(const Ed25519PublicKey key, Ed25519PublicKey::fromRaw(bytes.last(rawEd25519)));
        return PublicKey(key);
    }
    if (startsWith(bytes, p256Head, 2 * coordinate)) {
        const auto point = bytes.last(2 * coordinate);
        SALLYPORT_ASSIGN(const VerifyingKey key, VerifyingKey::fromCoordinates(point.first(coordinate), point.last(coordinate)));
        return PublicKey(key);
    }
    return notAPublicKey();
}

std::string publicKeyPem(const PublicKey& key)
{
    constexpr std::size_t lineLength = 64; // RFC 7468 §2
    const std::string digits = toBase64(derOf(key));
    std::string pem = std::string(firstLine) + "\n";
    for (std::size_t i = 0; i < digits.size(); i += lineLength)
        pem.append(digits, i, lineLength).append("\n");
    return pem.append(lastLine).append("\n");
}

std::string publicKeyFingerprint(const PublicKey& key)
{
    return toHex(sha256(derOf(key)));
}

} // namespace sallyport::crypto
