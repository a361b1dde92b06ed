#include "backend/crypto/foreign_kdf.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/evp.h>

#include <limits>

namespace sallyport::crypto {

namespace {

constexpr std::size_t largestKdfInput = std::numeric_limits<int>::max();
/// More than any cost that is let through needs; without a figure OpenSSL takes 32 MiB for enough.
constexpr std::uint64_t scryptMemory = 512ULL * 1024 * 1024;

const unsigned char* octets(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

Result<SecretBytes> pbkdf2(Pbkdf2Digest digest, const SecretBytes& password, std::span<const std::byte> salt,
                           std::uint32_t iterations, std::size_t size)
{
    if (password.size() > largestKdfInput || salt.size() > largestKdfInput || size > largestKdfInput || size == 0 ||
        iterations == 0 || iterations > static_cast<std::uint32_t>(largestKdfInput))
        return makeError(ErrorCode::CryptoFailure, "PBKDF2: a size is not acceptable");
    const EVP_MD* const hash = digest == Pbkdf2Digest::Sha1     ? EVP_sha1()
                               : digest == Pbkdf2Digest::Sha256 ? EVP_sha256()
                                                                : EVP_sha512();
    SecretBytes key(size);
    if (PKCS5_PBKDF2_HMAC(password.view().data(), static_cast<int>(password.size()), octets(salt), static_cast<int>(salt.size()),
                          static_cast<int>(iterations), hash, static_cast<int>(size),
                          reinterpret_cast<unsigned char*>(key.data())) != 1)
        return opensslFailure("PBKDF2 failed");
    return key;
}

Result<SecretBytes> scrypt(const SecretBytes& password, std::span<const std::byte> salt, const ScryptCost& cost, std::size_t size)
{
    SecretBytes key(size);
    if (size == 0 || EVP_PBE_scrypt(password.view().data(), password.size(), octets(salt), salt.size(), cost.n, cost.r, cost.p,
                                    scryptMemory, reinterpret_cast<unsigned char*>(key.data()), size) != 1)
        return opensslFailure("scrypt failed");
    return key;
}

} // namespace sallyport::crypto
