#include "backend/crypto/ed25519_key.h"

#include "backend/crypto/digest.h"
#include "backend/crypto/ed25519_points.h"
#include "backend/crypto/openssl_handle.h"
#include "backend/crypto/pkcs8.h"

#include <openssl/err.h>
#include <openssl/evp.h>

namespace sallyport::crypto {
namespace {

constexpr std::size_t ed25519KeySize = 32;
constexpr std::size_t ed25519SignatureSize = 64;

using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;

} // namespace

struct Ed25519PublicKey::State {
    Handle<EVP_PKEY, EVP_PKEY_free> key;
};

Result<Ed25519PublicKey> Ed25519PublicKey::fromRaw(std::span<const std::byte> bytes)
{
    if (bytes.size() != ed25519KeySize)
        return makeError(ErrorCode::CryptoFailure, "an Ed25519 key has 32 bytes");
    if (isSmallOrderEd25519(bytes)) {
        Error error(ErrorCode::CryptoFailure, "an Ed25519 key of small order, with which everybody could sign");
        error.word = smallOrderWord;
        return error;
    }
    auto state = std::make_shared<State>();
    state->key.reset(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                                                 bytes.size()));
    if (state->key == nullptr)
        return opensslFailure("not an Ed25519 key");
    return Ed25519PublicKey(std::move(state));
}

bool Ed25519PublicKey::verify(std::span<const std::byte> data, std::span<const std::byte> signature) const
{
    if (signature.size() != ed25519SignatureSize)
        return false;
    const DigestContext context(EVP_MD_CTX_new());
    const bool fits = context != nullptr &&
                      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_state->key.get()) == 1 &&
                      EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                                       reinterpret_cast<const unsigned char*>(data.data()), data.size()) == 1;
    ERR_clear_error();
    return fits;
}

Bytes Ed25519PublicKey::raw() const
{
    Bytes bytes(ed25519KeySize);
    std::size_t size = bytes.size();
    if (EVP_PKEY_get_raw_public_key(m_state->key.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size) != 1)
        opensslAbort("an Ed25519 key cannot be read");
    return bytes;
}

std::string Ed25519PublicKey::x() const
{
    return toBase64Url(raw());
}

std::string Ed25519PublicKey::thumbprint() const
{
    // RFC 7638 §3.2: the required members only, in lexicographic order, without white space.
    const std::string canonical = R"({"crv":"Ed25519","kty":"OKP","x":")" + x() + "\"}";
    return toBase64Url(sha256(asBytes(canonical)));
}

Result<Ed25519SigningKey> Ed25519SigningKey::generate()
{
    auto state = std::make_shared<Ed25519PublicKey::State>();
    state->key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (state->key == nullptr)
        return opensslFailure("no Ed25519 key could be made");
    return Ed25519SigningKey(std::move(state));
}

Result<Ed25519SigningKey> Ed25519SigningKey::fromPkcs8(std::span<const std::byte> der)
{
    auto state = std::make_shared<Ed25519PublicKey::State>();
    SALLYPORT_ASSIGN(state->key, readPkcs8(der));
    if (EVP_PKEY_is_a(state->key.get(), "ED25519") != 1)
        return makeError(ErrorCode::CryptoFailure, "not an Ed25519 key");
    return Ed25519SigningKey(std::move(state));
}

Result<SecretBytes> Ed25519SigningKey::toPkcs8() const
{
    return writePkcs8(m_state->key.get());
}

Result<Ed25519Signature> Ed25519SigningKey::sign(std::span<const std::byte> data) const
{
    const DigestContext context(EVP_MD_CTX_new());
    Ed25519Signature signature;
    std::size_t size = signature.size();
    if (context == nullptr || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_state->key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(data.data()), data.size()) != 1 ||
        size != signature.size())
        return opensslFailure("Ed25519 failed");
    return signature;
}

} // namespace sallyport::crypto
