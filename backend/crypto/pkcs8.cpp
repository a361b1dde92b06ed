#include "backend/crypto/pkcs8.h"

#include <openssl/x509.h>

namespace sallyport::crypto {
namespace {

using Pkcs8Info = Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;

} // namespace

Result<Handle<EVP_PKEY, EVP_PKEY_free>> readPkcs8(std::span<const std::byte> der)
{
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    const unsigned char* position = begin;
    const Pkcs8Info info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &position, static_cast<long>(der.size())));
    if (info == nullptr || position != begin + der.size())
        return opensslFailure("not a PKCS#8 key");
    Handle<EVP_PKEY, EVP_PKEY_free> key(EVP_PKCS82PKEY(info.get()));
    if (key == nullptr)
        return opensslFailure("not a private key");
    return key;
}

Result<SecretBytes> writePkcs8(const EVP_PKEY* key)
{
    const Pkcs8Info info(EVP_PKEY2PKCS8(key));
    const int size = info == nullptr ? 0 : i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr);
    if (size <= 0)
        return opensslFailure("a private key could not be written");
    SecretBytes der(static_cast<std::size_t>(size));
    auto* position = reinterpret_cast<unsigned char*>(der.bytes().data());
    if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &position) != size)
        return opensslFailure("a private key could not be written");
    return der;
}

} // namespace sallyport::crypto
