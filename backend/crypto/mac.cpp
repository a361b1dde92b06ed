#include "backend/crypto/mac.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <string>

namespace sallyport::crypto {
namespace {

EVP_MAC* hmacAlgorithm()
{
    static EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    if (algorithm == nullptr)
        opensslAbort("OpenSSL lacks HMAC");
    return algorithm;
}

std::string digestName(MacAlgorithm algorithm)
{
    switch (algorithm) {
    case MacAlgorithm::HmacSha1: return "SHA1";
    case MacAlgorithm::HmacSha256: return "SHA2-256";
    case MacAlgorithm::HmacSha512: return "SHA2-512";
    }
    return "SHA2-256";
}

} // namespace

Result<Bytes> hmac(MacAlgorithm algorithm, std::span<const std::byte> key, std::span<const std::byte> data)
{
    if (key.empty())
        return makeError(ErrorCode::CryptoFailure, "a MAC needs a key");
    const Handle<EVP_MAC_CTX, EVP_MAC_CTX_free> context(EVP_MAC_CTX_new(hmacAlgorithm()));
    std::string digest = digestName(algorithm);
    const std::array<OSSL_PARAM, 2> params{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end(),
    };
    Bytes mac(EVP_MAX_MD_SIZE);
    std::size_t size = 0;
    if (context == nullptr ||
        EVP_MAC_init(context.get(), reinterpret_cast<const unsigned char*>(key.data()), key.size(), params.data()) != 1 ||
        EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(data.data()), data.size()) != 1 ||
        EVP_MAC_final(context.get(), reinterpret_cast<unsigned char*>(mac.data()), &size, mac.size()) != 1)
        return opensslFailure("HMAC failed");
    mac.resize(size);
    return mac;
}

Result<Sha256Digest> hmacSha256(std::span<const std::byte> key, std::span<const std::byte> data)
{
    SALLYPORT_ASSIGN(const Bytes mac, hmac(MacAlgorithm::HmacSha256, key, data));
    Sha256Digest digest;
    if (mac.size() != digest.size())
        return makeError(ErrorCode::CryptoFailure, "HMAC has a wrong size");
    std::copy(mac.begin(), mac.end(), digest.begin());
    return digest;
}

} // namespace sallyport::crypto
