#include "backend/crypto/signing_key.h"

#include "backend/crypto/digest.h"
#include "backend/crypto/openssl_handle.h"
#include "backend/crypto/pkcs8.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <cstring>

namespace sallyport::crypto {
namespace {

constexpr std::size_t coordinateSize = 32;
constexpr std::size_t pointSize = 1 + 2 * coordinateSize; // 04 ‖ x ‖ y

// n of P-256 (SP 800-186 §3.2.1.3)
constexpr std::string_view orderHex = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Number = Handle<BIGNUM, BN_free>;
using Signature = Handle<ECDSA_SIG, ECDSA_SIG_free>;

const unsigned char* octets(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* out(std::span<std::byte> bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

bool inOrderRange(std::span<const std::byte> number)
{
    static const Bytes order = *fromHex(orderHex);
    const bool zero = std::all_of(number.begin(), number.end(), [](std::byte byte) { return byte == std::byte{0}; });
    return !zero && std::lexicographical_compare(number.begin(), number.end(), order.begin(), order.end());
}

bool isP256(const EVP_PKEY* key)
{
    std::array<char, 32> group{};
    return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
           (std::strcmp(group.data(), "prime256v1") == 0 || std::strcmp(group.data(), "P-256") == 0);
}

/// A context that is ready to sign or verify; copied for each call, which is cheaper than initialising one.
KeyContext prepared(EVP_PKEY* key, int (*initialise)(EVP_PKEY_CTX*))
{
    KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    if (context == nullptr || initialise(context.get()) != 1)
        return nullptr;
    return context;
}

/// R ‖ S to the DER that OpenSSL takes.
Result<Bytes> toDer(std::span<const std::byte> signature)
{
    const Signature parts(ECDSA_SIG_new());
    Number r(BN_bin2bn(octets(signature.first(coordinateSize)), int{coordinateSize}, nullptr));
    Number s(BN_bin2bn(octets(signature.last(coordinateSize)), int{coordinateSize}, nullptr));
    if (parts == nullptr || r == nullptr || s == nullptr || ECDSA_SIG_set0(parts.get(), r.get(), s.get()) != 1)
        return opensslFailure("ECDSA failed");
    static_cast<void>(r.release()); // now owned by `parts`
    static_cast<void>(s.release());
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    if (size <= 0)
        return opensslFailure("ECDSA failed");
    const auto bytes = std::as_bytes(std::span(der, static_cast<std::size_t>(size)));
    Bytes copy(bytes.begin(), bytes.end());
    OPENSSL_free(der);
    return copy;
}

} // namespace

struct VerifyingKey::State {
    Key key;
    KeyContext signer; // empty for a public key
    KeyContext verifier;
    std::array<std::byte, pointSize> point{};

    static Result<std::shared_ptr<const State>> make(Key key, bool isPrivate)
    {
        auto state = std::make_shared<State>();
        std::size_t size = 0;
        if (!isP256(key.get()))
            return opensslFailure("not a P-256 key");
        if (EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, out(state->point), state->point.size(),
                                            &size) != 1 ||
            size != pointSize)
            return opensslFailure("a P-256 key is incomplete");
        state->verifier = prepared(key.get(), EVP_PKEY_verify_init);
        if (isPrivate)
            state->signer = prepared(key.get(), EVP_PKEY_sign_init);
        if (state->verifier == nullptr || (isPrivate && state->signer == nullptr))
            return opensslFailure("a P-256 key cannot be used");
        state->key = std::move(key);
        return std::shared_ptr<const State>(std::move(state));
    }

    std::span<const std::byte> x() const { return std::span(point).subspan(1, coordinateSize); }
    std::span<const std::byte> y() const { return std::span(point).subspan(1 + coordinateSize, coordinateSize); }
};

Result<VerifyingKey> VerifyingKey::fromCoordinates(std::span<const std::byte> x, std::span<const std::byte> y)
{
    if (x.size() != coordinateSize || y.size() != coordinateSize)
        return makeError(ErrorCode::CryptoFailure, "a P-256 coordinate has 32 bytes");
    Bytes point{std::byte{POINT_CONVERSION_UNCOMPRESSED}};
    point.insert(point.end(), x.begin(), x.end());
    point.insert(point.end(), y.begin(), y.end());
    std::string group = "P-256";
    const std::array<OSSL_PARAM, 3> params{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end(),
    };
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    if (context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(params.data())) != 1)
        return opensslFailure("not a point of P-256");
    Key key(made);
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    if (check == nullptr || EVP_PKEY_public_check(check.get()) != 1)
        return opensslFailure("not a point of P-256");
    SALLYPORT_ASSIGN(auto state, State::make(std::move(key), false));
    return VerifyingKey(std::move(state));
}

bool VerifyingKey::verify(std::span<const std::byte> data, std::span<const std::byte> signature) const
{
    if (signature.size() != sizeof(Es256Signature) || !inOrderRange(signature.first(coordinateSize)) ||
        !inOrderRange(signature.last(coordinateSize)))
        return false;
    const auto der = toDer(signature);
    const KeyContext context(EVP_PKEY_CTX_dup(m_state->verifier.get()));
    if (!der || context == nullptr) {
        ERR_clear_error();
        return false;
    }
    const Sha256Digest digest = sha256(data);
    const bool fits = EVP_PKEY_verify(context.get(), octets(*der), der->size(), octets(digest), digest.size()) == 1;
    ERR_clear_error();
    return fits;
}

std::string VerifyingKey::x() const
{
    return toBase64Url(m_state->x());
}

std::string VerifyingKey::y() const
{
    return toBase64Url(m_state->y());
}

std::string VerifyingKey::thumbprint() const
{
    // RFC 7638 §3.2: the required members only, in lexicographic order, without white space.
    const std::string canonical = R"({"crv":"P-256","kty":"EC","x":")" + x() + R"(","y":")" + y() + "\"}";
    return toBase64Url(sha256(asBytes(canonical)));
}

Result<SigningKey> SigningKey::generate()
{
    Key key(EVP_EC_gen("P-256"));
    if (key == nullptr)
        return opensslFailure("no P-256 key could be made");
    SALLYPORT_ASSIGN(auto state, VerifyingKey::State::make(std::move(key), true));
    return SigningKey(std::move(state));
}

Result<SigningKey> SigningKey::fromPkcs8(std::span<const std::byte> der)
{
    SALLYPORT_ASSIGN(Key key, readPkcs8(der));
    SALLYPORT_ASSIGN(auto state, VerifyingKey::State::make(std::move(key), true));
    return SigningKey(std::move(state));
}

Result<SecretBytes> SigningKey::toPkcs8() const
{
    return writePkcs8(m_state->key.get());
}

Result<Es256Signature> SigningKey::sign(std::span<const std::byte> data) const
{
    const Sha256Digest digest = sha256(data);
    const KeyContext context(EVP_PKEY_CTX_dup(m_state->signer.get()));
    std::array<unsigned char, 80> der; // two integers of at most 33 bytes, and their headers
    std::size_t size = der.size();
    if (context == nullptr || EVP_PKEY_sign(context.get(), der.data(), &size, octets(digest), digest.size()) != 1)
        return opensslFailure("ECDSA failed");
    const unsigned char* position = der.data();
    const Signature parts(d2i_ECDSA_SIG(nullptr, &position, static_cast<long>(size)));
    Es256Signature signature;
    const auto half = [&](std::size_t offset) { return out(std::span(signature).subspan(offset)); };
    if (parts == nullptr || BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), half(0), int{coordinateSize}) < 0 ||
        BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), half(coordinateSize), int{coordinateSize}) < 0)
        return opensslFailure("ECDSA failed");
    return signature;
}

} // namespace sallyport::crypto
