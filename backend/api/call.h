#pragma once

#include "backend/api/api_context.h"
#include "backend/api/query_rules.h"
#include "backend/api/router.h"
#include "backend/api/trace.h"
#include "backend/http/handler.h"
#include "backend/identity/sign_in/sign_in.h"
#include "backend/protection/inspection/detection_hit.h"
#include "backend/protection/lists/address_rule.h"
#include "backend/protection/lists/trusted_proxies.h"
#include "backend/protection/threats/slow_down.h"

#include <boost/json/fwd.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::api {

class AnswerFields;
class LiveStreams;
class RequestCounters;
class SchemaSet;

/// What the pipeline has found out about one request on its way. Belongs to one thread at a time.
class Call : public std::enable_shared_from_this<Call> {
public:
    Call(const ApiContext& api, std::shared_ptr<http::Exchange> exchange, RequestId id);
    ~Call();
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    const ApiContext& api;
    std::shared_ptr<http::Exchange> exchange;
    const http::Request& request;
    RequestId id;
    IpAddress client;
    protection::ClientAddress::Source clientSource = protection::ClientAddress::Source::Socket;
    protection::AddressVerdict::Kind listed = protection::AddressVerdict::Kind::None; ///< what the address lists say of it
    UtcTime listedUntil{};                                                            ///< of one that is banned
    RouteMatch match;
    std::shared_ptr<const identity::Principal> principal; ///< null on public routes
    std::optional<std::array<std::byte, 32>> keyProof;    ///< of an API key: which of its texts was shown
    std::optional<audit::EventActor> claimed;             ///< whom the record of a refused credential names
    std::string claimedReason;                            ///< and the machine word of why
    std::vector<std::string> claimedValues;               ///< what the reason's sentence is about, if anything
    bool isSigned = false;                                ///< `principal` is an API key by its signature
    std::optional<UtcTime> steppedUpAt;                   ///< by the code that came with this request
    std::unique_ptr<protection::DetectionHit> hit;        ///< what the detector has stopped it for
    std::optional<protection::Decision> limit;            ///< the one that the answer tells about
    std::uint32_t threatScore = 0;                        ///< of the client's address, when the request came
    bool watched = false;                                 ///< the scores want to know the answer, too, if it is a good one
    bool unrecorded = false;                              ///< the refusal is one of many like it: counted, not written down
    protection::SlowDown::Answer slowed;                  ///< how long the request waits, and its place meanwhile
    std::optional<ErrorCode> refusal;                     ///< what the answer says, unless it is a success
    std::string refusalWord;                              ///< the same more exactly, if its error has a word of its own
    std::optional<protection::Decision> tried;            ///< a password or code of an account
    std::optional<protection::Decision> triedFrom;        ///< the same, of the address with all accounts
    std::uint64_t ownRules = 0;                           ///< own rules that are for the route, one bit each
    std::uint32_t cost = 1;                               ///< for how many requests of its class this one counts

    std::shared_ptr<const std::string> openApi; ///< the document, for its own route
    LiveStreams* streams = nullptr;
    RequestCounters* counters = nullptr;
    const AnswerFields* fields = nullptr;         ///< as they are set
    std::span<const std::string_view> stageNames; ///< of the pipeline's, in its order
    bool openByLoopback = false;                  ///< let in without a credential, see Route::openToLoopback
    std::unique_ptr<boost::json::value> bodyJson; ///< validated; null if there was none
    QueryValues queryValues;                      ///< read by the route's own table
    bool queryRead = false;                       ///< the schema stage took it
    bool answered = false;                        ///< the endpoint has answered by itself
    bool answersLater = false;                    ///< the endpoint will, with `answerLater`
    /// Sends what a handler would have answered, from whatever thread has the call then. Once.
    std::function<void(const std::shared_ptr<Call>&, Result<http::Response>)> answerLater;
    Trace trace;
    const std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();

    const Route& route() const { return *match.route; }
    Services& services() const { return api.services; }
    std::string_view userAgent() const;
    /// Who asks, with address, agent and request id; anonymous on public routes.
    access::Actor actor() const;
    /// The same with no more of them than which session or key it is: for a service that looks up who that is now anyway, and is
    /// asked so often that the rest is dear to copy.
    access::Actor credential() const;
    /// For calls without an actor.
    identity::ClientContext context() const;
    /// The same with what a sign-in says about its device: `device_token`, `trust_device`.
    identity::ClientContext deviceContext() const;

    /// The validated body as an object; only on routes with a schema.
    const boost::json::object& body() const;
    /// A text member, or empty.
    std::string text(std::string_view member) const;
    SecretBytes secret(std::string_view member) const;

    /// A parameter after `?` that the route declares, decoded once. Internal for another: what isn't in the table isn't read.
    Result<std::optional<std::string>> query(std::string_view name) const;
    /// The same as a number between the bounds; `fallback` if missing.
    Result<std::uint32_t> queryNumber(std::string_view name, std::uint32_t low, std::uint32_t high, std::uint32_t fallback) const;

    /// For work that may take long and ends when this says false: once the client has gone, nobody would take the answer. Once a
    /// request, in its handler.
    std::function<bool(std::int64_t done, std::int64_t total)> whileClientIsHere() const;

    /// Sends the answer with what every answer of this request carries, and counts it.
    void respond(http::Response response, protection::TrafficOutcome outcome,
                 protection::TrafficStage stage = protection::TrafficStage::Other);

private:
    void addRequest(access::Actor& actor) const;
};

/// InvalidArgument for one query parameter.
Error badQuery(std::string_view name, std::string message, std::string_view rule);

} // namespace sallyport::api
