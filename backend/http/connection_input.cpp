#include "backend/http/connection.h"

#include "backend/http/authority.h"
#include "backend/http/head_parser.h"

#include <algorithm>

namespace sallyport::http {
namespace {

constexpr std::size_t pieceBytes = 64 * 1024;  ///< of a body that is taken piece by piece; a record more
constexpr std::size_t bodyReserve = 64 * 1024; ///< what an announced length reserves before its bytes have come

std::string_view errorWordOf(int status) noexcept
{
    switch (status) {
    case 408: return "request_timeout";
    case 413: return "payload_too_large";
    case 414: return "uri_too_long";
    case 415: return "unsupported_media_type";
    case 417: return "expectation_failed";
    case 431: return "headers_too_large";
    case 500: return "internal";
    case 501: return "not_implemented";
    case 503: return "unavailable";
    case 505: return "http_version_not_supported";
    default: return "bad_request";
    }
}

} // namespace

void Connection::consume(std::string_view data)
{
    while (!data.empty()) {
        switch (m_state) {
        case State::Head: data = consumeHead(data); break;
        case State::Body: data = consumeBody(data); break;
        case State::Handling:
        case State::Waiting:
        case State::Sending:
        case State::Streaming: m_carry.append(data); return;
        default: return;
        }
    }
}

/// Returns what follows the head.
std::string_view Connection::consumeHead(std::string_view data)
{
    const ServerLimits& limits = m_loop->shared().limits;
    HeadCheck fresh({limits.headBytes, limits.requestLineBytes, limits.fields});
    HeadCheck& check = m_partial ? m_partial->check : fresh;
    std::string_view bytes = data;
    if (m_partial)
        bytes = m_partial->bytes.append(data);

    switch (check.feed(bytes)) {
    case HeadCheck::Outcome::NeedMore:
        if (!m_partial) {
            m_partial = std::make_unique<PartialHead>(fresh);
            m_partial->bytes = data;
            setDeadline(m_loop->shared().header.load()); // absolute: later bytes do not move it
        }
        return {};
    case HeadCheck::Outcome::Refused:
        // Even a request that cannot be understood gets no body if it begins as a HEAD.
        m_envelope = {.head = bytes.substr(check.headStart()).starts_with("HEAD "), .http10 = false, .close = true};
        reject(check.status(), check.rule(), nullptr);
        return {};
    case HeadCheck::Outcome::Complete: break;
    }
    const std::string_view rest = data.substr(data.size() - (bytes.size() - check.headEnd()));
    const std::unique_ptr<PartialHead> finished = std::move(m_partial); // `check` and `bytes` may live in it
    headComplete(bytes, check, !rest.empty());
    return rest;
}

void Connection::headComplete(std::string_view bytes, const HeadCheck& check, bool moreFollows)
{
    SharedState& shared = m_loop->shared();
    m_exchange = std::make_shared<LiveExchange>(m_loop, shared_from_this());
    std::string& kept = m_exchange->headBytes();
    kept = bytes.substr(check.headStart(), check.headEnd() - check.headStart());

    Request& request = m_exchange->mutableRequest();
    const HeadLimits limits{shared.limits.headBytes, shared.limits.requestLineBytes, shared.limits.fields};
    const std::string_view broken =
        parseHead(kept, check.framing(), limits, request, [this](std::string_view authority) { return isOwn(authority); });
    m_envelope = {.head = request.method == Method::Head, .http10 = check.framing().http10, .close = true};
    if (!broken.empty())
        return reject(400, broken, nullptr);

    request.peer = m_peer.address;
    request.peerPort = m_peer.port;
    request.proxyTold = m_proxyTold;
    request.tls = m_tls.info();
    request.connectionId = m_id;
    request.received = shared.clock.steady();
    m_envelope.close = !request.keepAlive;
    if (request.hasBody())
        beginBody(check.framing(), moreFollows);
    else
        dispatch();
}

/// What the certificate is for (RFC 9110 §4.3.3) and the address that the client has come to, at the port where it came to or
/// at https's own: behind a forwarded port that is where clients are.
bool Connection::isOwn(std::string_view authority)
{
    const PeerAddress here = localEnd(m_socket->native_handle());
    const Authority parts = splitAuthority(authority);
    if (portOf(parts) != here.port && portOf(parts) != portOf({}))
        return false;
    const auto address = IpAddress::parse(parts.host);
    return (address && *address == here.address) || (equalsIgnoreCase(parts.host, "localhost") && here.address.isLoopback()) ||
           m_tls.certificateNames(parts.host);
}

void Connection::beginBody(const Framing& framing, bool moreFollows)
{
    const Request& head = m_exchange->request();
    m_body = std::make_unique<IncomingBody>();
    try {
        m_body->limit = m_loop->shared().handler.bodyLimit(head);
    } catch (...) {
        m_loop->shared().tellFault();
        return reject(500, "no_answer", &head);
    }
    m_body->left = framing.contentLength;
    m_body->chunked = head.chunked;
    if (framing.contentLength > m_body->limit)
        return reject(413, "body_too_long", &head);
    try {
        m_body->taken = m_loop->shared().handler.takesBody(head);
    } catch (...) {
        m_loop->shared().tellFault();
        return reject(500, "no_answer", &head);
    }
    if (m_body->taken) {
        m_body->expectContinue = framing.expectContinue && !moreFollows;
        return dispatch();
    }
    m_exchange->bodyBytes().reserve(std::min<std::uint64_t>(framing.contentLength, bodyReserve));
    m_state = State::Body;
    m_body->started = std::chrono::steady_clock::now();
    updateBodyDeadline();
    if (framing.expectContinue && !moreFollows)
        write("HTTP/1.1 100 Continue\r\n\r\n");
}

/// Absolute, and sooner for a client that does not keep up the rate floor.
void Connection::updateBodyDeadline()
{
    const ServerLimits& limits = m_loop->shared().limits;
    const std::chrono::seconds earned = m_loop->shared().earned(m_body->received);
    const std::chrono::milliseconds whole = m_body->taken ? limits.takenBody : limits.body;
    const auto floor = limits.bodyGrace + std::min<std::chrono::milliseconds>(earned, whole);
    m_loop->wheel().setDeadline(*this, m_body->started + std::min<std::chrono::milliseconds>(whole, floor));
}

/// Returns what follows the body.
std::string_view Connection::consumeBody(std::string_view data)
{
    std::string& body = m_body->taken ? m_body->piece : m_exchange->bodyBytes();
    const RequestHead* const head = m_exchange ? &m_exchange->request() : nullptr;
    bool complete = false;
    if (m_body->chunked) {
        std::size_t used = 0;
        const auto outcome = m_body->decoder.feed(data, m_body->limit - m_body->handedOver, body, used);
        m_body->received += used;
        data.remove_prefix(used);
        if (outcome == ChunkDecoder::Outcome::Refused) {
            reject(m_body->decoder.status(), m_body->decoder.rule(), head);
            return {};
        }
        complete = outcome == ChunkDecoder::Outcome::Complete;
    } else {
        const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(m_body->left, data.size()));
        body.append(data.substr(0, take));
        data.remove_prefix(take);
        m_body->left -= take;
        m_body->received += take;
        complete = m_body->left == 0;
    }
    if (m_body->taken)
        return takePiece(data, complete);
    if (!m_exchange->accountBody()) {
        reject(503, "body_memory_exhausted", head);
        return {};
    }
    if (complete)
        dispatch();
    else
        updateBodyDeadline();
    return data;
}

/// Hands the piece over if it is large enough or the last. Nothing is read until it was taken; `rest` waits in m_carry.
std::string_view Connection::takePiece(std::string_view rest, bool complete)
{
    IncomingBody& body = *m_body;
    if (!complete && body.piece.size() < pieceBytes) {
        updateBodyDeadline();
        return rest;
    }
    m_state = State::Handling;
    m_loop->wheel().clearDeadline(*this);
    body.ended = complete;
    body.waiting = true;
    if (body.piece.empty()) {
        m_loop->post([self = shared_from_this(), had = body.handedOver] { self->bodyTaken(had); });
        return rest;
    }
    body.handedOver += body.piece.size();
    std::string piece = std::move(body.piece);
    body.piece.clear();
    const std::shared_ptr<BodyTaker> taker = body.taker;
    try {
        taker->take(std::move(piece), [loop = m_loop, connection = weak_from_this(), had = body.handedOver] {
            loop->post([connection, had] {
                if (const auto self = connection.lock())
                    self->bodyTaken(had);
            });
        });
    } catch (...) {
        m_loop->shared().tellFault();
        dropBody();
        m_closeAfter = true; // its exchange owes the answer
    }
    return rest;
}

void Connection::takeBody(const std::shared_ptr<BodyTaker>& taker)
{
    contain([&] { beginTaking(taker); });
}

void Connection::beginTaking(const std::shared_ptr<BodyTaker>& taker)
{
    if (m_state != State::Handling || (m_body && m_body->taker))
        return taker->broken();
    if (!m_body)
        return taker->complete(); // there is none
    m_body->taker = taker;
    m_body->started = std::chrono::steady_clock::now();
    m_state = State::Body;
    updateBodyDeadline();
    if (m_body->expectContinue)
        write("HTTP/1.1 100 Continue\r\n\r\n");
    if (!m_dispatching && takesInput()) // else consume() goes on
        resumeInput(true);
}

void Connection::bodyTaken(std::uint64_t handedOver)
{
    contain([&] { goOnTaking(handedOver); });
}

void Connection::goOnTaking(std::uint64_t handedOver)
{
    if (m_state != State::Handling || !m_body || !m_body->waiting || m_body->handedOver != handedOver)
        return;
    m_body->waiting = false;
    if (m_body->ended) {
        const std::shared_ptr<BodyTaker> taker = std::move(m_body->taker);
        m_body.reset();
        return taker->complete();
    }
    m_state = State::Body;
    updateBodyDeadline();
    resumeInput(true);
}

/// The body isn't read on; whoever was taking it is told.
void Connection::dropBody() noexcept
{
    const std::unique_ptr<IncomingBody> body = std::move(m_body);
    if (!body || !body->taker)
        return;
    try {
        body->taker->broken();
    } catch (...) {
        m_loop->shared().tellFault();
    }
}

void Connection::dispatch()
{
    const bool bodyFollows = m_body && m_body->taken;
    if (!bodyFollows)
        m_body.reset();
    m_state = State::Handling;
    m_loop->wheel().clearDeadline(*this);
    add(m_loop->counters().requests, 1);
    const auto self = shared_from_this();
    std::shared_ptr<LiveExchange> exchange = std::move(m_exchange);
    exchange->handOut();
    m_dispatching = true;
    try {
        m_loop->shared().handler.handle(std::move(exchange));
    } catch (...) {
        // A handler should not throw. If one does, the exchange that unwinding destroyed has answered 500 by itself;
        // one that was kept elsewhere still owes its answer. Never answer here: a late answer would go to the next
        // request.
        m_loop->shared().tellFault();
    }
    m_dispatching = false;
    if (m_inlineAnswer) {
        Response answer = std::move(*m_inlineAnswer);
        m_inlineAnswer.reset();
        send(answer);
    }
}

/// The connection is ready for input again, outside of consume().
void Connection::resumeInput(bool tryRead)
{
    while (takesInput() && !m_carry.empty()) {
        const std::string carried = std::move(m_carry);
        m_carry.clear();
        consume(carried);
    }
    if (!takesInput())
        return;
    if (tryRead || m_tls.hasPending())
        readSome();
    else
        waitReadable();
}

void Connection::reject(int status, std::string_view rule, const RequestHead* head)
{
    add(m_loop->counters().rejected, 1);
    const TransportError error{status, errorWordOf(status), rule, m_peer.address, m_peer.port, m_id, head};
    Response answer = errorResponse(error);
    m_closeAfter = true;
    m_partial.reset();
    dropBody();
    const std::shared_ptr<LiveExchange> refused = std::move(m_exchange); // `head` may point into it
    m_exchange.reset();
    m_state = State::Handling;
    send(answer);
}

} // namespace sallyport::http
