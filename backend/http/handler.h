#pragma once

#include "backend/base/fault.h"
#include "backend/http/request.h"
#include "backend/http/response.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sallyport::http {

/// Takes a body piece by piece while it comes (uploads), in place of having it whole with the request. Called on the loop thread;
/// must not block.
class BodyTaker {
public:
    virtual ~BodyTaker() = default;

    /// The next bytes, at least one. No more are read until `more` is called, once, from any thread.
    virtual void take(std::string bytes, std::function<void()> more) = 0;
    /// That was all. Only after the last `more`.
    virtual void complete() = 0;
    /// In place of complete(): the client has gone, is too slow, sends too much or nonsense, was answered in between, or the
    /// server stops. An answer goes nowhere then.
    virtual void broken() = 0;
};

/// One request and the one answer to it. Keeps the request's bytes alive. If the last reference goes without an answer,
/// the client gets 500.
class Exchange {
public:
    virtual ~Exchange() = default;

    virtual const Request& request() const noexcept = 0;
    /// The answer. From any thread; on the loop thread it is written at once. Only the first call counts.
    virtual void respond(Response response) = 0;
    /// The body of a request for which Handler::takesBody() said yes, which is read only from now on. From any thread, once.
    /// Who answers without having taken it closes the connection.
    virtual void takeBody(std::shared_ptr<BodyTaker> taker) = 0;
    /// Calls `then` on the loop's thread when `delay` is over, or sooner when the server stops: then(true). No thread waits,
    /// nothing is read of the client meanwhile but that it has gone: then(false), and an answer goes nowhere. Only while handle()
    /// runs, and once. Without a connection behind it: at once.
    virtual void wait(std::chrono::milliseconds delay, std::function<void(bool here)> then);
    /// From now on the client is watched while the answer is made: `gone` is called once on the loop's thread if it goes before
    /// that, and an answer goes nowhere then. For long work that nobody would take. From any thread, once, before respond(); must
    /// not block. Without a connection behind it: never.
    virtual void watch(std::function<void()> gone);
};

/// A request that the transport refuses by itself.
struct TransportError {
    int status = 400;      ///< 400, 408, 413, 414, 415, 417, 431, 500, 501, 503 or 505
    std::string_view word; ///< stable machine word: bad_request, request_timeout, payload_too_large, uri_too_long,
                           ///< unsupported_media_type, expectation_failed, headers_too_large, internal,
                           ///< not_implemented, unavailable, http_version_not_supported, https_required
    std::string_view rule; ///< which check failed, for the journal (`content_length_invalid`); never client bytes
    IpAddress peer;
    std::uint16_t peerPort = 0;
    std::uint64_t connectionId = 0;
    const RequestHead* head = nullptr; ///< if the head could be read, else null
};

/// What the transport asks. Called on loop threads, several at a time: must be thread-safe and must never block.
class Handler {
public:
    virtual ~Handler() = default;

    /// How many body bytes this request may have; asked once the head is complete, before the body is read and before
    /// `100 Continue` is sent. A longer body is answered 413 without being read.
    virtual std::uint64_t bodyLimit(const RequestHead& head) = 0;
    /// True if handle() is to be called before the body is read, and takes it with Exchange::takeBody(). Asked after bodyLimit(),
    /// which holds for it, too.
    virtual bool takesBody(const RequestHead& head);
    /// A complete request. May answer before it returns or later from another thread.
    virtual void handle(std::shared_ptr<Exchange> exchange) = 0;
    /// The answer to what never becomes a request. The connection closes after it. Must carry the same headers as
    /// any other answer.
    virtual Response errorResponse(const TransportError& error) = 0;
    /// The answer to who speaks HTTP in clear text on this port: 400, sent in clear text itself and the connection's end. What
    /// may only be said over TLS (Strict-Transport-Security, RFC 6797 §7.2) is not among its fields. Without one of its own:
    /// onTlsFailure() and a line of text.
    virtual Response clearTextResponse(const TransportError& error);
    /// False: a new connection of this address is closed at once, unanswered. For who comes again and again and is refused each
    /// time; whoever is to be told why they are refused gets an answer. Cheap.
    virtual bool admits(const IpAddress& peer);
    /// True for a proxy of our own, behind which many clients are: what is counted by address holds for none. Cheap.
    virtual bool isProxy(const IpAddress& peer);
    /// True if connections of this proxy begin with the PROXY protocol (proxy_header.h). Cheap.
    virtual bool sendsProxyHeader(const IpAddress& peer);
    /// A handshake that failed (`wrong_version`, `no_shared_cipher`, `timeout`, ..), for the journal. Optional.
    virtual void onTlsFailure(const IpAddress& peer, std::string_view reason);
    /// An exception on a loop's thread: of this handler, of an answer's source, or for want of memory. It has ended one request
    /// or one connection at most. For the journal. Optional.
    virtual void onFault(const Fault& fault);
};

} // namespace sallyport::http
