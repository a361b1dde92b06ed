#include "backend/api/call.h"

#include "backend/api/browser/answer_fields.h"
#include "backend/api/metrics/request_counters.h"
#include "backend/api/problem.h"
#include "backend/api/threat_note.h"

#include <boost/json.hpp>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <span>

namespace sallyport::api {
namespace {

/// draft-ietf-httpapi-ratelimit-headers-11 §3, §4: a List of String items with integer parameters (RFC 9651).
void addStandardLimit(http::Response& response, const protection::Decision& decision, std::string_view policy)
{
    const auto append = [](std::string& to, std::string_view key, std::uint64_t number) {
        char digits[20];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), number);
        to.append(key).append(digits, static_cast<std::size_t>(end.ptr - digits));
    };
    std::string text;
    text.reserve(48);
    text.append("\"").append(policy).append("\"");
    const std::size_t name = text.size();
    append(text, ";q=", decision.limit);
    append(text, ";w=", static_cast<std::uint64_t>(decision.window.count()));
    response.addHeader("RateLimit-Policy", text);
    text.resize(name);
    append(text, ";r=", decision.remaining);
    append(text, ";t=", static_cast<std::uint64_t>(decision.reset.count()));
    response.addHeader("RateLimit", text);
}

/// The guide's own names. `X-RateLimit-Reset` is the time at which quota comes back, in seconds since 1970.
void addGuideLimit(http::Response& response, const protection::Decision& decision, UtcTime now)
{
    const auto back = std::chrono::ceil<std::chrono::seconds>(now) + decision.reset;
    response.addHeader("X-RateLimit-Limit", std::to_string(decision.limit));
    response.addHeader("X-RateLimit-Remaining", std::to_string(decision.remaining));
    response.addHeader("X-RateLimit-Reset", std::to_string(back.time_since_epoch().count()));
}

void addLimit(http::Response& response, const protection::Decision& decision, const ApiContext& api)
{
    if (api.limiter.standardNames()) {
        if (decision.rateClass == protection::RateClass::Own)
            addStandardLimit(response, decision, api.limiter.ownId(decision.own));
        else
            addStandardLimit(response, decision, protection::rateClassWord(decision.rateClass));
    }
    if (api.limiter.guideNames())
        addGuideLimit(response, decision, api.services.clock.now());
}

/// Held back by something else than the class's limit (failed sign-ins, say): what the fields tell must not invite to come
/// back sooner than Retry-After does; the window is the most that `t` may say.
void holdBack(protection::Decision& decision, const http::Response& response)
{
    const auto text = response.header("Retry-After");
    std::int64_t seconds = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), seconds).ec != std::errc())
        return;
    decision.remaining = 0;
    decision.reset = std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(1), decision.window);
}

std::size_t classOf(const RouteMatch& match) noexcept
{
    if (match.route == nullptr)
        return RequestCounters::unrouted;
    return match.route->rate ? static_cast<std::size_t>(*match.route->rate) : RequestCounters::probes;
}

/// Passwords and codes came in as JSON texts: what holds them is overwritten before its memory goes back.
void wipeTexts(boost::json::value& value)
{
    if (auto* text = value.if_string()) {
        wipe(std::as_writable_bytes(std::span(text->data(), text->size())));
    } else if (auto* object = value.if_object()) {
        for (auto& member : *object)
            wipeTexts(member.value());
    } else if (auto* array = value.if_array()) {
        for (boost::json::value& element : *array)
            wipeTexts(element);
    }
}

} // namespace

Call::Call(const ApiContext& apiContext, std::shared_ptr<http::Exchange> theExchange, RequestId theId)
    : api(apiContext), exchange(std::move(theExchange)), request(exchange->request()), id(std::move(theId)), client(request.peer)
{
}

Call::~Call()
{
    if (bodyJson)
        wipeTexts(*bodyJson);
}

std::string_view Call::userAgent() const
{
    return request.header("User-Agent").value_or(std::string_view());
}

namespace {

/// The page's own, if the browser names one; no origin is longer than a name can be.
std::string_view originOf(const http::Request& request)
{
    constexpr std::size_t longest = 300;
    const auto origin = request.header("Origin");
    return origin && request.headerCount("Origin") == 1 && origin->size() <= longest ? *origin : std::string_view();
}

} // namespace

access::Actor Call::actor() const
{
    access::Actor actor;
    if (principal)
        actor = principal->actor;
    addRequest(actor);
    return actor;
}

access::Actor Call::credential() const
{
    if (!principal || (principal->actor.session.empty() && principal->actor.key.empty()))
        return actor();
    access::Actor credential;
    credential.kind = principal->actor.kind;
    credential.id = principal->actor.id;
    credential.session = principal->actor.session;
    credential.key = principal->actor.key;
    credential.mfaAt = principal->actor.mfaAt;
    addRequest(credential);
    return credential;
}

void Call::addRequest(access::Actor& actor) const
{
    actor.keyProof = keyProof;
    actor.address = client;
    actor.userAgent = userAgent();
    actor.request = id;
    actor.http = {std::string(request.methodText), std::string(request.path), isSigned, request.tls.clientCertificate,
                  std::string(originOf(request))};
    if (steppedUpAt)
        actor.mfaAt = steppedUpAt;
}

identity::ClientContext Call::context() const
{
    return {client, std::string(userAgent()), id};
}

identity::ClientContext Call::deviceContext() const
{
    identity::ClientContext from = context();
    if (SecretBytes token = secret("device_token"); !token.empty())
        from.device = std::make_shared<const SecretBytes>(std::move(token));
    const boost::json::value* trust = body().if_contains("trust_device");
    from.trustDevice = trust != nullptr && trust->is_bool() && trust->get_bool();
    return from;
}

const boost::json::object& Call::body() const
{
    static const boost::json::object none;
    return bodyJson && bodyJson->is_object() ? bodyJson->get_object() : none;
}

std::string Call::text(std::string_view member) const
{
    const boost::json::value* value = body().if_contains(member);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

SecretBytes Call::secret(std::string_view member) const
{
    const boost::json::value* value = body().if_contains(member);
    return value != nullptr && value->is_string() ? SecretBytes::fromText(value->get_string()) : SecretBytes();
}

Result<std::optional<std::string>> Call::query(std::string_view name) const
{
    const auto declared = route().query;
    if (std::ranges::find(declared, name, &QueryParameter::name) == declared.end())
        return makeError(ErrorCode::Internal, "A parameter is read that the route does not declare: " + std::string(name));
    const auto found = std::ranges::find(queryValues, name, &QueryValues::value_type::first);
    return found != queryValues.end() ? std::optional(found->second) : std::nullopt;
}

Result<std::uint32_t> Call::queryNumber(std::string_view name, std::uint32_t low, std::uint32_t high,
                                        std::uint32_t fallback) const
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, query(name));
    if (!text)
        return fallback;
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failure != std::errc() || end != text->data() + text->size())
        return badQuery(name, "Not a whole number", "type");
    if (number < low || number > high) {
        return badQuery(name, "Must be between " + std::to_string(low) + " and " + std::to_string(high),
                        number < low ? "minimum" : "maximum");
    }
    return number;
}

void Call::respond(http::Response response, protection::TrafficOutcome outcome, protection::TrafficStage stage)
{
    // Who is kept out by a list has no score for that.
    const bool keptOut = stage == protection::TrafficStage::Blocklist;
    if (const std::optional<Error> banned = keptOut ? std::nullopt : noteAnswered(*this, response.status())) {
        response = problemAnswer(*banned, id.text());
        outcome = protection::TrafficOutcome::Blocked;
        stage = protection::TrafficStage::Threat;
        limit.reset();
    }
    response.addHeader("X-Request-Id", id.text());
    if (limit && limit->allowed && response.status() == 429)
        holdBack(*limit, response);
    if (limit)
        addLimit(response, *limit, api);
    if (match.kind == RouteMatch::Kind::WrongMethod && match.allow != nullptr)
        response.addHeader("Allow", *match.allow);
    if (fields != nullptr) {
        fields->dress(response);
        fields->admit(response, request);
    }
    api.services.traffic.count(outcome, stage);
    slowed.place = {};
    if (counters != nullptr)
        counters->answered(classOf(match), outcome, stage, std::chrono::steady_clock::now() - begun, trace);
    exchange->respond(std::move(response));
}

std::function<bool(std::int64_t done, std::int64_t total)> Call::whileClientIsHere() const
{
    const auto gone = std::make_shared<std::atomic<bool>>(false);
    exchange->watch([gone] { gone->store(true, std::memory_order_relaxed); });
    return [gone](std::int64_t, std::int64_t) { return !gone->load(std::memory_order_relaxed); };
}

Error badQuery(std::string_view name, std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
    error.fields.push_back({std::string(name), std::move(message), std::string(rule)});
    return error;
}

} // namespace sallyport::api
