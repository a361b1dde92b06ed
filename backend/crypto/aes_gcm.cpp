#include "backend/crypto/aes_gcm.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <limits>

namespace sallyport::crypto {
namespace {

using CipherContext = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

const EVP_CIPHER* gcmAlgorithm()
{
    static const EVP_CIPHER* algorithm = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    if (algorithm == nullptr)
        opensslAbort("OpenSSL lacks AES-256-GCM");
    return algorithm;
}

const unsigned char* in(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* out(std::byte* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}

bool sizesAreRight(std::span<const std::byte> key, std::span<const std::byte> iv, std::span<const std::byte> aad,
                   std::span<const std::byte> text)
{
    constexpr std::size_t largest = std::numeric_limits<int>::max(); // OpenSSL takes int
    return key.size() == gcmKeySize && iv.size() == gcmIvSize && aad.size() <= largest && text.size() <= largest;
}

Error wrongSize()
{
    return makeError(ErrorCode::CryptoFailure, "AES-256-GCM: wrong size of key, IV or data");
}

/// One text for every cause: nothing to learn from it.
Error notAuthentic()
{
    ERR_clear_error();
    return makeError(ErrorCode::CryptoFailure, "the data does not authenticate");
}

} // namespace

Result<Bytes> gcmEncrypt(std::span<const std::byte> key, std::span<const std::byte> iv, std::span<const std::byte> aad,
                         std::span<const std::byte> plaintext)
{
    if (!sizesAreRight(key, iv, aad, plaintext))
        return wrongSize();
    const CipherContext context(EVP_CIPHER_CTX_new());
    Bytes sealed(plaintext.size() + gcmTagSize);
    int length = 0;
    if (context == nullptr || EVP_EncryptInit_ex2(context.get(), gcmAlgorithm(), in(key), in(iv), nullptr) != 1)
        return opensslFailure("AES-256-GCM failed");
    if (!aad.empty() && EVP_EncryptUpdate(context.get(), nullptr, &length, in(aad), static_cast<int>(aad.size())) != 1)
        return opensslFailure("AES-256-GCM failed");
    if (!plaintext.empty() &&
        EVP_EncryptUpdate(context.get(), out(sealed.data()), &length, in(plaintext), static_cast<int>(plaintext.size())) != 1)
        return opensslFailure("AES-256-GCM failed");
    std::byte* tag = sealed.data() + plaintext.size();
    if (EVP_EncryptFinal_ex(context.get(), out(tag), &length) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, int{gcmTagSize}, tag) != 1)
        return opensslFailure("AES-256-GCM failed");
    return sealed;
}

Result<SecretBytes> gcmDecrypt(std::span<const std::byte> key, std::span<const std::byte> iv, std::span<const std::byte> aad,
                               std::span<const std::byte> sealed)
{
    // OpenSSL would take a tag of one byte for the whole one, so the length is settled here.
    if (sealed.size() < gcmTagSize)
        return notAuthentic();
    if (!sizesAreRight(key, iv, aad, sealed))
        return wrongSize();
    const auto ciphertext = sealed.first(sealed.size() - gcmTagSize);
    const auto tag = sealed.last(gcmTagSize);
    const CipherContext context(EVP_CIPHER_CTX_new());
    SecretBytes plaintext(ciphertext.size()); // wiped if the tag turns out wrong
    int length = 0;
    if (context == nullptr || EVP_DecryptInit_ex2(context.get(), gcmAlgorithm(), in(key), in(iv), nullptr) != 1)
        return opensslFailure("AES-256-GCM failed");
    if (!aad.empty() && EVP_DecryptUpdate(context.get(), nullptr, &length, in(aad), static_cast<int>(aad.size())) != 1)
        return notAuthentic();
    if (!ciphertext.empty() && EVP_DecryptUpdate(context.get(), out(plaintext.data()), &length, in(ciphertext),
                                                 static_cast<int>(ciphertext.size())) != 1)
        return notAuthentic();
    std::byte unused{}; // GCM's last block writes nothing
    if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, int{gcmTagSize}, const_cast<std::byte*>(tag.data())) != 1 ||
        EVP_DecryptFinal_ex(context.get(), out(&unused), &length) != 1)
        return notAuthentic();
    return plaintext;
}

} // namespace sallyport::crypto
