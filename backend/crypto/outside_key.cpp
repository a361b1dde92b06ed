#include "backend/crypto/outside_key.h"

#include "backend/crypto/ed25519_points.h"
#include "backend/crypto/openssl_handle.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <string>

namespace sallyport::crypto {
namespace {

using OutsidePkey = Handle<EVP_PKEY, EVP_PKEY_free>;
using OutsidePkeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using OutsideMdContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using OutsideNumber = Handle<BIGNUM, BN_free>;
using OutsideBuilder = Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using OutsideParams = Handle<OSSL_PARAM, OSSL_PARAM_free>;
using OutsideEcdsa = Handle<ECDSA_SIG, ECDSA_SIG_free>;

constexpr int leastRsaBits = 2048, mostRsaBits = 8192;
constexpr std::size_t mostExponentBytes = 4;

enum class KeyKind : std::uint8_t { Rsa, P256, P384, P521, Ed25519 };

struct AlgorithmInfo {
    std::string_view word;
    OutsideAlgorithm algorithm;
    const char* digest; // null: the algorithm has its own
    bool pss;
};

constexpr auto algorithmTable = std::to_array<AlgorithmInfo>({
    {"RS256", OutsideAlgorithm::Rs256, "SHA2-256", false},
    {"RS384", OutsideAlgorithm::Rs384, "SHA2-384", false},
    {"RS512", OutsideAlgorithm::Rs512, "SHA2-512", false},
    {"PS256", OutsideAlgorithm::Ps256, "SHA2-256", true},
    {"PS384", OutsideAlgorithm::Ps384, "SHA2-384", true},
    {"PS512", OutsideAlgorithm::Ps512, "SHA2-512", true},
    {"ES256", OutsideAlgorithm::Es256, "SHA2-256", false},
    {"ES384", OutsideAlgorithm::Es384, "SHA2-384", false},
    {"ES512", OutsideAlgorithm::Es512, "SHA2-512", false},
    {"EdDSA", OutsideAlgorithm::EdDsa, nullptr, false},
});

const AlgorithmInfo& infoOf(OutsideAlgorithm algorithm) noexcept
{
    return algorithmTable[static_cast<std::size_t>(algorithm)];
}

KeyKind kindOf(OutsideAlgorithm algorithm) noexcept
{
    switch (algorithm) {
    case OutsideAlgorithm::Es256: return KeyKind::P256;
    case OutsideAlgorithm::Es384: return KeyKind::P384;
    case OutsideAlgorithm::Es512: return KeyKind::P521;
    case OutsideAlgorithm::EdDsa: return KeyKind::Ed25519;
    case OutsideAlgorithm::Rs256:
    case OutsideAlgorithm::Rs384:
    case OutsideAlgorithm::Rs512:
    case OutsideAlgorithm::Ps256:
    case OutsideAlgorithm::Ps384:
    case OutsideAlgorithm::Ps512: break;
    }
    return KeyKind::Rsa;
}

/// Bytes of a coordinate.
std::size_t fieldSize(KeyKind kind) noexcept
{
    return kind == KeyKind::P256 ? 32 : kind == KeyKind::P384 ? 48 : 66;
}

OutsideNumber outsideNumberOf(std::span<const std::byte> bytes)
{
    return OutsideNumber(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
}

Result<OutsidePkey> publicKeyOf(const char* type, const OutsideParams& params)
{
    const OutsidePkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* made = nullptr;
    if (context == nullptr || params == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return opensslFailure("not a public key");
    OutsidePkey key(made);
    const OutsidePkeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (check == nullptr || EVP_PKEY_public_check(check.get()) != 1)
        return opensslFailure("not a sound public key");
    return key;
}

/// R ‖ S as DER; empty if the length is wrong.
Bytes ecdsaDer(std::span<const std::byte> signature, std::size_t half)
{
    if (signature.size() != 2 * half)
        return {};
    const OutsideEcdsa parts(ECDSA_SIG_new());
    OutsideNumber r = outsideNumberOf(signature.first(half)), s = outsideNumberOf(signature.last(half));
    if (parts == nullptr || r == nullptr || s == nullptr || ECDSA_SIG_set0(parts.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    if (size <= 0)
        return {};
    const auto bytes = std::as_bytes(std::span(der, static_cast<std::size_t>(size)));
    Bytes copy(bytes.begin(), bytes.end());
    OPENSSL_free(der);
    return copy;
}

} // namespace

struct OutsideKey::State {
    OutsidePkey key;
    KeyKind kind;
};

std::optional<OutsideAlgorithm> outsideAlgorithm(std::string_view word) noexcept
{
    if (word == "Ed25519")
        return OutsideAlgorithm::EdDsa;
    const auto found = std::ranges::find(algorithmTable, word, &AlgorithmInfo::word);
    return found != algorithmTable.end() ? std::optional(found->algorithm) : std::nullopt;
}

Result<OutsideKey> OutsideKey::rsa(std::span<const std::byte> n, std::span<const std::byte> e)
{
    if (n.size() > mostRsaBits / 8 + 1 || e.empty() || e.size() > mostExponentBytes)
        return makeError(ErrorCode::CryptoFailure, "an RSA key is out of bounds");
    const OutsideNumber modulus = outsideNumberOf(n), exponent = outsideNumberOf(e);
    if (modulus == nullptr || exponent == nullptr || BN_num_bits(modulus.get()) < leastRsaBits ||
        BN_num_bits(modulus.get()) > mostRsaBits || BN_is_odd(modulus.get()) != 1 || BN_is_odd(exponent.get()) != 1 ||
        BN_is_one(exponent.get()) == 1)
        return makeError(ErrorCode::CryptoFailure, "an RSA key is out of bounds");
    const OutsideBuilder builder(OSSL_PARAM_BLD_new());
    if (builder == nullptr || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return opensslFailure("an RSA key cannot be read");
    SALLYPORT_ASSIGN(OutsidePkey key, publicKeyOf("RSA", OutsideParams(OSSL_PARAM_BLD_to_param(builder.get()))));
    return OutsideKey(std::make_shared<const State>(State{std::move(key), KeyKind::Rsa}));
}

Result<OutsideKey> OutsideKey::ec(std::string_view curve, std::span<const std::byte> x, std::span<const std::byte> y)
{
    const KeyKind kind = curve == "P-256" ? KeyKind::P256 : curve == "P-384" ? KeyKind::P384 : KeyKind::P521;
    if (kind == KeyKind::P521 && curve != "P-521")
        return makeError(ErrorCode::CryptoFailure, "unknown curve");
    if (x.size() != fieldSize(kind) || y.size() != fieldSize(kind))
        return makeError(ErrorCode::CryptoFailure, "a coordinate has the wrong length");
    Bytes point{std::byte{POINT_CONVERSION_UNCOMPRESSED}};
    point.insert(point.end(), x.begin(), x.end());
    point.insert(point.end(), y.begin(), y.end());
    const std::string name(curve);
    const OutsideBuilder builder(OSSL_PARAM_BLD_new());
    if (builder == nullptr || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, name.c_str(), 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
        return opensslFailure("an EC key cannot be read");
    SALLYPORT_ASSIGN(OutsidePkey key, publicKeyOf("EC", OutsideParams(OSSL_PARAM_BLD_to_param(builder.get()))));
    return OutsideKey(std::make_shared<const State>(State{std::move(key), kind}));
}

Result<OutsideKey> OutsideKey::ed25519(std::span<const std::byte> x)
{
    constexpr std::size_t size = 32;
    if (x.size() != size)
        return makeError(ErrorCode::CryptoFailure, "an Ed25519 key has 32 bytes");
    if (isSmallOrderEd25519(x)) {
        Error error(ErrorCode::CryptoFailure, "an Ed25519 key of small order, with which everybody could sign");
        error.word = smallOrderWord;
        return error;
    }
    OutsidePkey key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(x.data()), size));
    if (key == nullptr)
        return opensslFailure("not an Ed25519 key");
    return OutsideKey(std::make_shared<const State>(State{std::move(key), KeyKind::Ed25519}));
}

bool OutsideKey::suits(OutsideAlgorithm algorithm) const noexcept
{
    return kindOf(algorithm) == m_state->kind;
}

bool OutsideKey::verify(OutsideAlgorithm algorithm, std::span<const std::byte> data, std::span<const std::byte> signature) const
{
    if (!suits(algorithm) || signature.empty())
        return false;
    const AlgorithmInfo& info = infoOf(algorithm);
    const bool isEc = m_state->kind != KeyKind::Rsa && m_state->kind != KeyKind::Ed25519;
    Bytes der;
    if (isEc) {
        der = ecdsaDer(signature, fieldSize(m_state->kind));
        if (der.empty())
            return false;
        signature = der;
    }
    const OutsideMdContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    bool fits = context != nullptr && EVP_DigestVerifyInit_ex(context.get(), &keyContext, info.digest, nullptr, nullptr,
                                                              m_state->key.get(), nullptr) == 1;
    // RFC 7518 §3.5: the salt is as long as the hash.
    if (fits && info.pss) {
        fits = EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1;
    }
    fits = fits && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                                    reinterpret_cast<const unsigned char*>(data.data()), data.size()) == 1;
    ERR_clear_error();
    return fits;
}

Bytes outsideDigest(OutsideAlgorithm algorithm, std::span<const std::byte> data)
{
    const char* name = infoOf(algorithm).digest != nullptr ? infoOf(algorithm).digest : "SHA2-512";
    Bytes digest(EVP_MAX_MD_SIZE);
    std::size_t size = digest.size();
    if (EVP_Q_digest(nullptr, name, nullptr, data.data(), data.size(), reinterpret_cast<unsigned char*>(digest.data()), &size) !=
        1)
        opensslAbort("a digest failed");
    digest.resize(size);
    return digest;
}

} // namespace sallyport::crypto
