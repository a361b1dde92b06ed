#include "backend/crypto/hkdf.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <string>
#include <vector>

namespace sallyport::crypto {
namespace {

constexpr std::size_t shortestKey = 16;
constexpr std::size_t longestOutput = 255 * 32;

EVP_KDF* hkdfAlgorithm()
{
    static EVP_KDF* algorithm = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    if (algorithm == nullptr)
        opensslAbort("OpenSSL lacks HKDF");
    return algorithm;
}

/// OpenSSL's parameters take pointers to non-const and only read them.
OSSL_PARAM octets(const char* name, std::span<const std::byte> bytes)
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::byte*>(bytes.data()), bytes.size());
}

} // namespace

Result<SecretBytes> hkdfSha256(std::span<const std::byte> inputKey, std::span<const std::byte> salt, std::string_view info,
                               std::size_t size)
{
    if (inputKey.size() < shortestKey || size == 0 || size > longestOutput)
        return makeError(ErrorCode::CryptoFailure, "HKDF: a key or output size is not acceptable");
    std::string digest = "SHA2-256";
    std::vector<OSSL_PARAM> params{OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
                                   octets(OSSL_KDF_PARAM_KEY, inputKey)};
    if (!salt.empty())
        params.push_back(octets(OSSL_KDF_PARAM_SALT, salt));
    if (!info.empty())
        params.push_back(octets(OSSL_KDF_PARAM_INFO, asBytes(info)));
    params.push_back(OSSL_PARAM_construct_end());

    const Handle<EVP_KDF_CTX, EVP_KDF_CTX_free> context(EVP_KDF_CTX_new(hkdfAlgorithm()));
    SecretBytes key(size);
    if (context == nullptr ||
        EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char*>(key.data()), key.size(), params.data()) != 1)
        return opensslFailure("HKDF failed");
    return key;
}

} // namespace sallyport::crypto
