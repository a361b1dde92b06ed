#include "backend/crypto/rsa_key.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace sallyport::crypto {
namespace {

constexpr std::size_t smallestModulus = 256, largestModulus = 512; // bytes
constexpr std::size_t largestExponent = 4;                         // bytes
constexpr BN_ULONG smallestExponent = 65'537;

using Number = Handle<BIGNUM, BN_free>;

Number numberOf(std::span<const std::byte> bytes)
{
    return Number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
}

} // namespace

struct RsaPublicKey::State {
    Handle<EVP_PKEY, EVP_PKEY_free> key;
};

Result<RsaPublicKey> RsaPublicKey::fromNumbers(std::span<const std::byte> modulus, std::span<const std::byte> exponent)
{
    const bool sized = modulus.size() >= smallestModulus && modulus.size() <= largestModulus && !exponent.empty() &&
                       exponent.size() <= largestExponent;
    if (!sized || modulus.front() < std::byte{0x80} || exponent.front() == std::byte{0})
        return makeError(ErrorCode::CryptoFailure, "not an RSA key of 2,048 to 4,096 bits");
    const Number n = numberOf(modulus), e = numberOf(exponent), least(BN_new());
    if (!n || !e || !least || BN_set_word(least.get(), smallestExponent) != 1)
        return opensslFailure("an RSA key cannot be read");
    if (BN_is_odd(n.get()) != 1 || BN_is_odd(e.get()) != 1 || BN_cmp(e.get(), least.get()) < 0)
        return makeError(ErrorCode::CryptoFailure, "not an RSA key with a sound exponent");

    const Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    const bool built = builder && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
                       OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1;
    const Handle<OSSL_PARAM, OSSL_PARAM_free> parameters(built ? OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
    const Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* made = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return opensslFailure("not an RSA key");
    auto state = std::make_shared<State>();
    state->key.reset(made);
    return RsaPublicKey(std::move(state));
}

bool RsaPublicKey::verify(std::span<const std::byte> data, std::span<const std::byte> signature) const
{
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* padding = nullptr;
    const bool fits = context != nullptr &&
                      EVP_DigestVerifyInit(context.get(), &padding, EVP_sha256(), nullptr, m_state->key.get()) == 1 &&
                      EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PADDING) == 1 &&
                      EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                                       reinterpret_cast<const unsigned char*>(data.data()), data.size()) == 1;
    ERR_clear_error();
    return fits;
}

} // namespace sallyport::crypto
