#include "backend/crypto/ecdsa_der.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>

#include <algorithm>

namespace sallyport::crypto {
namespace {

constexpr std::size_t longestDer = 72; // two integers of 33 bytes and their heads
constexpr int scalarSize = 32;

void freeDer(unsigned char* bytes) noexcept
{
    OPENSSL_free(bytes);
}

} // namespace

std::optional<Es256Signature> es256FromDer(std::span<const std::byte> der)
{
    if (der.empty() || der.size() > longestDer)
        return std::nullopt;
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const Handle<ECDSA_SIG, ECDSA_SIG_free> signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    unsigned char* written = nullptr;
    const int size = signature ? i2d_ECDSA_SIG(signature.get(), &written) : -1;
    const Handle<unsigned char, freeDer> again(written);
    ERR_clear_error();
    // Written back it must be what was read: one form, nothing behind it.
    if (size < 0 || !std::ranges::equal(std::as_bytes(std::span(again.get(), static_cast<std::size_t>(size))), der))
        return std::nullopt;
    Es256Signature raw{};
    auto* out = reinterpret_cast<unsigned char*>(raw.data());
    if (BN_is_negative(ECDSA_SIG_get0_r(signature.get())) == 1 || BN_is_negative(ECDSA_SIG_get0_s(signature.get())) == 1 ||
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, scalarSize) != scalarSize ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + scalarSize, scalarSize) != scalarSize) {
        ERR_clear_error();
        return std::nullopt;
    }
    return raw;
}

} // namespace sallyport::crypto
