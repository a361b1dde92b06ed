#pragma once

#include "backend/base/result.h"
#include "backend/http/server.h"

#include <memory>

#include <openssl/types.h>

namespace sallyport::http {

class TicketKeys;

using TlsContext = std::shared_ptr<SSL_CTX>;

/// TLS 1.2 and 1.3 with ECDHE and AEAD only, no renegotiation, no compression, no early data, ALPN `http/1.1`
/// or `http/1.0` (RFC 9325, RFC 7301). CertificateInvalid if chain and key cannot be read or do not belong together.
/// `asksClient`: the client is asked for a certificate, of whomever, and may have none.
Result<TlsContext> makeTlsContext(const ServerCertificate& certificate, TicketKeys& tickets, bool asksClient);

} // namespace sallyport::http
