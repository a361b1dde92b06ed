#include "backend/http/tls_context.h"

#include "backend/http/ticket_keys.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <limits>
#include <string_view>

namespace sallyport::http {
namespace {

constexpr long clientChainBytes = 16 * 1024; // some four certificates

constexpr char suites12[] = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr char suites13[] = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr char groups[] = "X25519:P-256:P-384";
constexpr std::string_view protocols[] = {"http/1.1", "http/1.0"}; // the first that a client offers too
constexpr unsigned char sessionContext[] = "sallyport";

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> memoryBio(std::string_view text)
{
    if (text.empty() || text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return nullptr;
    return Owned<BIO>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// An encrypted key must fail, not ask on the terminal.
int noPassword(char*, int, int, void*)
{
    return -1;
}

/// The name as it stands in a list of length-prefixed names; empty if it doesn't.
std::string_view offeredName(std::string_view list, std::string_view wanted)
{
    while (!list.empty()) {
        const auto length = static_cast<std::size_t>(static_cast<unsigned char>(list.front()));
        const std::string_view name = list.substr(1, length);
        if (name == wanted)
            return name;
        list.remove_prefix(std::min(list.size(), length + 1));
    }
    return {};
}

/// RFC 7301 §3.2: no common protocol is a fatal alert.
int selectProtocol(SSL*, const unsigned char** out, unsigned char* outLength, const unsigned char* offered,
                   unsigned int offeredLength, void*)
{
    const std::string_view list(reinterpret_cast<const char*>(offered), offeredLength);
    for (const std::string_view protocol : protocols) {
        if (const std::string_view name = offeredName(list, protocol); !name.empty()) {
            *out = reinterpret_cast<const unsigned char*>(name.data());
            *outLength = static_cast<unsigned char>(name.size());
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

Result<void> useCertificate(SSL_CTX* context, const ServerCertificate& certificate)
{
    const auto invalid = [](const char* why) {
        ERR_clear_error();
        return makeError(ErrorCode::CertificateInvalid, why);
    };
    const Owned<BIO> chain = memoryBio(certificate.chainPem);
    if (!chain)
        return invalid("there is no certificate");
    const Owned<X509> leaf(PEM_read_bio_X509(chain.get(), nullptr, noPassword, nullptr));
    if (!leaf || SSL_CTX_use_certificate(context, leaf.get()) != 1)
        return invalid("the certificate cannot be read or is too weak");
    while (X509* issuer = PEM_read_bio_X509(chain.get(), nullptr, noPassword, nullptr)) {
        if (SSL_CTX_add0_chain_cert(context, issuer) != 1) {
            X509_free(issuer);
            return invalid("a certificate of the chain is not acceptable");
        }
    }
    ERR_clear_error(); // the end of the chain is reported as an error
    const Owned<BIO> keyText = memoryBio(certificate.keyPem.view());
    const Owned<EVP_PKEY> key(keyText ? PEM_read_bio_PrivateKey(keyText.get(), nullptr, noPassword, nullptr) : nullptr);
    if (!key || SSL_CTX_use_PrivateKey(context, key.get()) != 1 || SSL_CTX_check_private_key(context) != 1)
        return invalid("the private key cannot be read or does not belong to the certificate");
    return {};
}

} // namespace

Result<TlsContext> makeTlsContext(const ServerCertificate& certificate, TicketKeys& tickets, bool asksClient)
{
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context)
        return makeError(ErrorCode::CryptoFailure, "TLS is not available");
    SSL_CTX* ctx = context.get();
    SSL_CTX_set_options(ctx, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                 SSL_OP_PRIORITIZE_CHACHA);
    // Buffers are freed by TlsStream::releaseBuffers once a connection rests, see there.
    SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(ctx, 1);
    SSL_CTX_set_max_early_data(ctx, 0); // early data can be replayed
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(ctx, 1);
    const bool configured = SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION) == 1 &&
                            SSL_CTX_set_max_proto_version(ctx, TLS1_3_VERSION) == 1 &&
                            SSL_CTX_set_cipher_list(ctx, suites12) == 1 && SSL_CTX_set_ciphersuites(ctx, suites13) == 1 &&
                            SSL_CTX_set1_groups_list(ctx, groups) == 1 &&
                            SSL_CTX_set_session_id_context(ctx, sessionContext, sizeof sessionContext - 1) == 1;
    if (!configured)
        return makeError(ErrorCode::CryptoFailure, "the TLS settings were refused");
    SSL_CTX_set_alpn_select_cb(ctx, selectProtocol, nullptr);
    if (asksClient) {
        // The client proves its key by a signature, which OpenSSL checks; no chain is built of what anybody may send.
        SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(
            ctx, [](X509_STORE_CTX*, void*) { return 1; }, nullptr);
        SSL_CTX_set_max_cert_list(ctx, clientChainBytes);
    }
    tickets.install(ctx);
    SALLYPORT_TRY(useCertificate(ctx, certificate));
    return context;
}

} // namespace sallyport::http
