#include "backend/crypto/digest.h"

#include "backend/crypto/openssl_handle.h"

#include <openssl/evp.h>

namespace sallyport::crypto {
namespace {

/// Fetched once: a fetch a call takes OpenSSL's global locks.
const EVP_MD* fetched(const char* name)
{
    const EVP_MD* algorithm = EVP_MD_fetch(nullptr, name, nullptr);
    if (algorithm == nullptr)
        opensslAbort("OpenSSL lacks a digest");
    return algorithm;
}

const EVP_MD* sha256Algorithm()
{
    static const EVP_MD* algorithm = fetched("SHA2-256");
    return algorithm;
}

template <typename Digest>
Digest oneShot(const EVP_MD* algorithm, std::span<const std::byte> data)
{
    // One context a thread: making one costs as much as hashing an access token. The last step wipes its state.
    thread_local const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
    Digest digest;
    unsigned size = 0;
    if (context == nullptr || EVP_DigestInit_ex2(context.get(), algorithm, nullptr) != 1 ||
        EVP_DigestUpdate(context.get(), data.data(), data.size()) != 1 ||
        EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size) != 1 || size != digest.size())
        opensslAbort("a digest failed");
    return digest;
}

} // namespace

Sha256Digest sha256(std::span<const std::byte> data)
{
    return oneShot<Sha256Digest>(sha256Algorithm(), data);
}

Sha512Digest sha512(std::span<const std::byte> data)
{
    static const EVP_MD* algorithm = fetched("SHA2-512");
    return oneShot<Sha512Digest>(algorithm, data);
}

Sha1Digest sha1(std::span<const std::byte> data)
{
    static const EVP_MD* algorithm = fetched("SHA1");
    return oneShot<Sha1Digest>(algorithm, data);
}

struct Sha256::State {
    Handle<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};

    void start()
    {
        if (context == nullptr || EVP_DigestInit_ex2(context.get(), sha256Algorithm(), nullptr) != 1)
            opensslAbort("a digest failed");
    }
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    m_state->start();
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> data)
{
    if (EVP_DigestUpdate(m_state->context.get(), data.data(), data.size()) != 1)
        opensslAbort("a digest failed");
}

Sha256Digest Sha256::finish()
{
    Sha256Digest digest;
    unsigned size = 0;
    if (EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size) != 1)
        opensslAbort("a digest failed");
    m_state->start();
    return digest;
}

} // namespace sallyport::crypto
