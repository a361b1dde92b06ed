#include "backend/crypto/hmac_key.h"

#include "backend/base/secret_bytes.h"
#include "backend/crypto/openssl_handle.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <atomic>
#include <string>

namespace sallyport::crypto {
namespace {

using MacContext = Handle<EVP_MAC_CTX, EVP_MAC_CTX_free>;

EVP_MAC* hmacOfKeys()
{
    static EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    if (algorithm == nullptr)
        opensslAbort("OpenSSL lacks HMAC");
    return algorithm;
}

} // namespace

struct HmacKey::State {
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MAC_CTX_free(spare.load()); }

    MacContext prepared; // what others are copied from: a copy knows the key's two blocks already
    /// A copy that waits for the next message, whichever thread brings it.
    mutable std::atomic<EVP_MAC_CTX*> spare = nullptr;
};

Result<HmacKey> HmacKey::create(std::span<const std::byte> secret)
{
    if (secret.empty())
        return makeError(ErrorCode::CryptoFailure, "a MAC needs a key");
    auto state = std::make_shared<State>();
    state->prepared.reset(EVP_MAC_CTX_new(hmacOfKeys()));
    std::string digest = "SHA2-256";
    const std::array<OSSL_PARAM, 2> params{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end(),
    };
    if (state->prepared == nullptr || EVP_MAC_init(state->prepared.get(), reinterpret_cast<const unsigned char*>(secret.data()),
                                                   secret.size(), params.data()) != 1)
        return opensslFailure("HMAC failed");
    return HmacKey(std::move(state));
}

Result<Sha256Digest> HmacKey::mac(std::span<const std::byte> data) const
{
    MacContext context(m_state->spare.exchange(nullptr));
    // Without a key it begins anew with the one that it has.
    if (context == nullptr || EVP_MAC_init(context.get(), nullptr, 0, nullptr) != 1)
        context.reset(EVP_MAC_CTX_dup(m_state->prepared.get()));
    Sha256Digest digest;
    std::size_t size = 0;
    if (context == nullptr ||
        EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(data.data()), data.size()) != 1 ||
        EVP_MAC_final(context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size, digest.size()) != 1 ||
        size != digest.size())
        return opensslFailure("HMAC failed");
    context.reset(m_state->spare.exchange(context.release()));
    return digest;
}

bool HmacKey::fits(std::span<const std::byte> data, std::span<const std::byte> claimed) const
{
    const auto expected = mac(data);
    return expected && equalConstantTime(*expected, claimed);
}

} // namespace sallyport::crypto
