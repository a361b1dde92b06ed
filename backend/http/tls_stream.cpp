#include "backend/http/tls_stream.h"

#include "backend/base/encoding.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace sallyport::http {
namespace {

constexpr int leastKeyBits = 112; // of security: RSA with 2,048 bits, every curve that TLS agrees to here

/// Whether it says anything: valid now, its key not to be guessed.
bool counts(const X509& certificate)
{
    const EVP_PKEY* const key = X509_get0_pubkey(&certificate);
    return key != nullptr && EVP_PKEY_get_security_bits(key) >= leastKeyBits &&
           X509_cmp_current_time(X509_get0_notBefore(&certificate)) < 0 &&
           X509_cmp_current_time(X509_get0_notAfter(&certificate)) > 0;
}

/// SHA-256 in hex; empty if it can't be told.
std::string fingerprintOf(const X509& certificate)
{
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    if (X509_digest(&certificate, EVP_sha256(), digest.data(), &length) != 1 || length != digest.size())
        return {};
    return toHex(std::as_bytes(std::span(digest)));
}

std::string_view failureWord(unsigned long error) noexcept
{
    switch (ERR_GET_REASON(error)) {
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_WRONG_VERSION_NUMBER: return "wrong_version";
    case SSL_R_NO_SHARED_CIPHER: return "no_shared_cipher";
    case SSL_R_NO_SUITABLE_KEY_SHARE:
    case SSL_R_NO_SUITABLE_GROUPS: return "no_shared_group";
    case SSL_R_NO_APPLICATION_PROTOCOL: return "no_shared_protocol";
    case SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM: return "no_shared_signature";
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: return "closed_by_peer";
    default: break;
    }
    if (ERR_GET_REASON(error) >= SSL_AD_REASON_OFFSET)
        return "alert_by_peer"; // a client that does not trust the certificate, for one
    return "malformed";
}

} // namespace

void TlsStream::Free::operator()(SSL* ssl) const
{
    SSL_free(ssl);
}

bool TlsStream::open(const TlsContext& context, int descriptor)
{
    ERR_clear_error();
    m_ssl.reset(SSL_new(context.get()));
    if (!m_ssl || SSL_set_fd(m_ssl.get(), descriptor) != 1)
        return false;
    SSL_set_accept_state(m_ssl.get());
    return true;
}

IoResult TlsStream::result(int code)
{
    switch (SSL_get_error(m_ssl.get(), code)) {
    case SSL_ERROR_WANT_READ: return {IoStatus::WantRead};
    case SSL_ERROR_WANT_WRITE: return {IoStatus::WantWrite};
    case SSL_ERROR_ZERO_RETURN: return {IoStatus::Closed};
    case SSL_ERROR_SYSCALL:
        m_broken = true;
        m_failure = "closed_by_peer";
        return {IoStatus::Failed};
    default: break;
    }
    // An end of file without close_notify. Harmless here: the framing says whether a message is complete.
    const unsigned long error = ERR_peek_error();
    m_broken = true;
    m_failure = failureWord(error);
    const bool endOfFile = ERR_GET_LIB(error) == ERR_LIB_SSL && ERR_GET_REASON(error) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
    ERR_clear_error();
    return {endOfFile ? IoStatus::Closed : IoStatus::Failed};
}

IoResult TlsStream::handshake()
{
    ERR_clear_error();
    const int code = SSL_do_handshake(m_ssl.get());
    if (code != 1)
        return result(code);
    if (const X509* certificate = SSL_get0_peer_certificate(m_ssl.get()); certificate != nullptr && counts(*certificate))
        m_clientCertificate = fingerprintOf(*certificate);
    return {IoStatus::Done};
}

IoResult TlsStream::read(std::span<char> into)
{
    ERR_clear_error();
    std::size_t bytes = 0;
    const int code = SSL_read_ex(m_ssl.get(), into.data(), into.size(), &bytes);
    return code == 1 ? IoResult{IoStatus::Done, bytes} : result(code);
}

IoResult TlsStream::write(std::string_view text)
{
    ERR_clear_error();
    std::size_t bytes = 0;
    const int code = SSL_write_ex(m_ssl.get(), text.data(), text.size(), &bytes);
    return code == 1 ? IoResult{IoStatus::Done, bytes} : result(code);
}

void TlsStream::shutdown()
{
    if (!m_ssl || m_broken || SSL_is_init_finished(m_ssl.get()) != 1)
        return;
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
    ERR_clear_error();
}

bool TlsStream::hasPending() const
{
    return SSL_has_pending(m_ssl.get()) == 1;
}

void TlsStream::releaseBuffers()
{
    if (m_ssl && !hasPending())
        SSL_free_buffers(m_ssl.get());
}

TlsInfo TlsStream::info() const
{
    return {SSL_get_version(m_ssl.get()), SSL_get_cipher_name(m_ssl.get()), SSL_session_reused(m_ssl.get()) == 1,
            m_clientCertificate};
}

bool TlsStream::certificateNames(std::string_view host) const
{
    X509* certificate = SSL_get_certificate(m_ssl.get());
    if (certificate == nullptr || host.empty())
        return false;
    const std::string text(host);
    const bool named = X509_check_host(certificate, text.data(), text.size(), 0, nullptr) == 1 ||
                       X509_check_ip_asc(certificate, text.c_str(), 0) == 1;
    ERR_clear_error();
    return named;
}

} // namespace sallyport::http
