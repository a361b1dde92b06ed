#include "backend/http/ticket_keys.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include <algorithm>

namespace sallyport::http {
namespace {

constexpr std::size_t keyBytes = 32; ///< AES-256 and HMAC-SHA-256
constexpr int ivBytes = 16;

// What OpenSSL expects from the callback.
constexpr int failed = -1;
constexpr int unknownKey = 0;
constexpr int use = 1;
constexpr int useAndRenew = 2;

unsigned char* raw(SecretBytes& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

bool setMacKey(EVP_MAC_CTX* mac, SecretBytes& key)
{
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_KEY, key.data(), key.size()),
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_CTX_set_params(mac, parameters) == 1;
}

} // namespace

void TicketKeys::install(SSL_CTX* context)
{
    SSL_CTX_set_app_data(context, this);
    SSL_CTX_set_timeout(context, static_cast<long>(m_rotation.count()));
    SSL_CTX_set_tlsext_ticket_key_evp_cb(context, &TicketKeys::callback);
}

int TicketKeys::callback(SSL* ssl, unsigned char* name, unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac, int encrypt)
{
    auto* keys = static_cast<TicketKeys*>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
    const std::scoped_lock lock(keys->m_mutex);
    if (!keys->rotate())
        return failed;
    return encrypt != 0 ? keys->seal(name, iv, cipher, mac) : keys->open(name, iv, cipher, mac);
}

/// Retires what is too old. False if there is no randomness for a new key.
bool TicketKeys::rotate()
{
    const SteadyTime now = m_clock.steady();
    if (m_current && now - m_current->made >= m_rotation) {
        m_previous = std::move(m_current);
        m_current.reset();
    }
    if (m_previous && now - m_previous->made >= 2 * m_rotation)
        m_previous.reset();
    if (!m_current)
        m_current = makeKey(now);
    return m_current.has_value();
}

std::optional<TicketKeys::Key> TicketKeys::makeKey(SteadyTime now)
{
    Key key{{}, SecretBytes(keyBytes), SecretBytes(keyBytes), now};
    if (RAND_bytes(key.name.data(), static_cast<int>(key.name.size())) != 1 ||
        RAND_priv_bytes(raw(key.cipherKey), keyBytes) != 1 || RAND_priv_bytes(raw(key.macKey), keyBytes) != 1)
        return std::nullopt;
    return key;
}

int TicketKeys::seal(unsigned char* name, unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac)
{
    std::ranges::copy(m_current->name, name);
    if (RAND_bytes(iv, ivBytes) != 1 ||
        EVP_EncryptInit_ex(cipher, EVP_aes_256_cbc(), nullptr, raw(m_current->cipherKey), iv) != 1 ||
        !setMacKey(mac, m_current->macKey))
        return failed;
    return use;
}

int TicketKeys::open(const unsigned char* name, const unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac)
{
    const auto matches = [name](const std::optional<Key>& key) {
        return key && std::equal(key->name.begin(), key->name.end(), name);
    };
    const bool current = matches(m_current);
    if (!current && !matches(m_previous))
        return unknownKey;
    Key& key = current ? *m_current : *m_previous;
    if (EVP_DecryptInit_ex(cipher, EVP_aes_256_cbc(), nullptr, raw(key.cipherKey), iv) != 1 || !setMacKey(mac, key.macKey))
        return failed;
    return current ? use : useAndRenew;
}

} // namespace sallyport::http
