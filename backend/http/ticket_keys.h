#pragma once

#include "backend/base/clock.h"
#include "backend/base/secret_bytes.h"

#include <array>
#include <chrono>
#include <mutex>
#include <optional>

#include <openssl/types.h>

namespace sallyport::http {

/// The keys of TLS session tickets (RFC 5077, RFC 9846 §4.6.1). OpenSSL's own live as long as the SSL_CTX; these serve
/// for one rotation period, are accepted for one more, and are then wiped: a key stolen later opens no recorded
/// TLS 1.2 session. Thread-safe.
class TicketKeys {
public:
    TicketKeys(const Clock& clock, std::chrono::seconds rotation) : m_clock(clock), m_rotation(rotation) {}

    /// Makes `context` seal and open its tickets with these keys, which must outlive it.
    void install(SSL_CTX* context);

private:
    struct Key {
        std::array<unsigned char, 16> name{};
        SecretBytes cipherKey;
        SecretBytes macKey;
        SteadyTime made;
    };

    static int callback(SSL* ssl, unsigned char* name, unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac, int encrypt);
    int seal(unsigned char* name, unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac);
    int open(const unsigned char* name, const unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac);
    bool rotate();
    static std::optional<Key> makeKey(SteadyTime now);

    const Clock& m_clock;
    const std::chrono::seconds m_rotation;
    std::mutex m_mutex;
    std::optional<Key> m_current;
    std::optional<Key> m_previous;
};

} // namespace sallyport::http
