#include "backend/api/pipeline.h"

#include "backend/api/address_refusals.h"
#include "backend/api/browser/answer_fields.h"
#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/live_streams.h"
#include "backend/api/metrics/request_counters.h"
#include "backend/api/openapi.h"
#include "backend/api/problem.h"
#include "backend/api/query_rules.h"
#include "backend/api/refusal_event.h"
#include "backend/api/schema.h"
#include "backend/api/stages/authentication.h"
#include "backend/api/stages/block_list.h"
#include "backend/api/stages/client_address.h"
#include "backend/api/stages/detection.h"
#include "backend/api/stages/enrolment.h"
#include "backend/api/stages/permission.h"
#include "backend/api/stages/preconditions.h"
#include "backend/api/stages/rate_limit.h"
#include "backend/api/stages/route_lookup.h"
#include "backend/api/stages/schema_validation.h"
#include "backend/api/stages/step_up.h"
#include "backend/api/stages/threat_score.h"
#include "backend/api/stages/tries.h"
#include "backend/api/tries.h"
#include "backend/api/whole_list.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/protection/threats/threat_scores.h"
#include "backend/records/files.h"

namespace sallyport::api {
namespace {

using protection::TrafficOutcome;
using protection::TrafficStage;

/// Requests that may wait for a worker while nobody has shown a credential with them; half of what the queue holds
/// (vault/open_backend).
constexpr std::size_t strangersQueue = 512;

/// Which threads do the work of a route, as their names begin.
std::string_view threadsOf(const RouteMatch& match)
{
    switch (match.route != nullptr ? match.route->runsOn : RunsOn::Loop) {
    case RunsOn::Worker: return "work";
    case RunsOn::Kdf: return "kdf";
    case RunsOn::Outbound: return "outbound";
    case RunsOn::Report: return "report";
    case RunsOn::Loop:
    case RunsOn::Undeclared: break;
    }
    return "http";
}

} // namespace

struct Pipeline::State {
    State(const ApiContext& context, Endpoints all, QueryRules query, SchemaSet compiled)
        : api(context), endpoints(std::move(all)), router(endpoints.routes), queries(std::move(query)),
          schemas(std::move(compiled)), fields(context.services.settings), streams(context), refusals(context.services.clock),
          openApi(std::make_shared<const std::string>(openApiDocument(endpoints))), ids(api.random, api.services.clock)
    {
        // The one order. A stage may rely on what those before it found out.
        add<ClientAddressStage>(); // from where: every limit and record needs it
        add<BlockListStage>();     // not from there: nothing else is worth looking at
        listStages = stages.size();
        add<ThreatStage>(router); // what it has done so far: who attacks goes, who asks for much waits
        gateStages = stages.size();
        routeStage = stages.size();
        add<RouteStage>();                        // to what: tells what the others have to ask
        add<AddressLimitStage>(endpoints.routes); // before anything costs: unknown clients pay by address
        detectionStage = stages.size();
        add<DetectionStage>();      // does it look like an attack: before anybody reads what it says
        add<AuthenticationStage>(); // who
        add<PrincipalLimitStage>(); // how much of this class
        add<EnrolmentStage>();      // with the second factor that their role requires
        add<PermissionStage>();     // may they (roles)
        loopStages = stages.size(); // those from here on may take a while, or ask the database
        longBodyStage = stages.size();
        add<LongBodyStage>();               // and a body that is too long for the loop
        add<StepUpStage>();                 // is it really them, right now
        add<SchemaStage>(queries, schemas); // only then is the content looked at
        add<TriesStage>();                  // how often this account was tried: who it is stands in the content
    }

    template <typename T, typename... Args>
    void add(Args&... args)
    {
        stages.push_back(std::make_unique<const T>(args...));
        stageNames.push_back(stages.back()->name());
    }

    const ApiContext& api;
    Endpoints endpoints;
    Router router;
    QueryRules queries;
    SchemaSet schemas;
    std::vector<std::unique_ptr<const Stage>> stages;
    std::size_t listStages = 0; ///< whether the address is let in at all
    std::size_t gateStages = 0; ///< those before a request may have to wait
    std::size_t routeStage = 0; ///< says whether there is such a route
    /// Is asked even if there is no such route: what scanners try is an attack all the same.
    std::size_t detectionStage = 0;
    std::size_t longBodyStage = 0; ///< what comes piece by piece is looked at as a long body is
    std::size_t loopStages = 0;    ///< those that run on the loop
    std::vector<std::string_view> stageNames;
    RequestCounters counters;
    AnswerFields fields;
    LiveStreams streams;
    AddressRefusals refusals;
    std::shared_ptr<const std::string> openApi;
    IdStock ids;
};

Result<std::unique_ptr<Pipeline>> Pipeline::create(const ApiContext& api)
{
    Endpoints endpoints = allEndpoints();
    SALLYPORT_TRY(checkEndpoints(endpoints));
    SALLYPORT_ASSIGN(QueryRules queries, QueryRules::compile(endpoints));
    SALLYPORT_ASSIGN(SchemaSet schemas, SchemaSet::compile(endpoints.requests));
    return std::unique_ptr<Pipeline>(
        new Pipeline(std::make_unique<State>(api, std::move(endpoints), std::move(queries), std::move(schemas))));
}

Pipeline::Pipeline(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Pipeline::~Pipeline() = default;

void Pipeline::endStreams()
{
    m_state->streams.endAll();
}

std::uint64_t Pipeline::bodyLimit(const http::RequestHead& head)
{
    const RouteMatch match = m_state->router.find(head.method, head.path);
    // A body that no route wants is read up to one page, so that the answer can say what is wrong.
    constexpr std::uint64_t unwanted = 4096;
    if (match.route != nullptr && match.route->body == Body::Multipart)
        return m_state->api.services.files.rules().maxSize + *match.route->bodyLimit;
    return match.route != nullptr ? std::max<std::uint64_t>(*match.route->bodyLimit, unwanted) : unwanted;
}

bool Pipeline::takesBody(const http::RequestHead& head)
{
    const RouteMatch match = m_state->router.find(head.method, head.path);
    return match.route != nullptr && match.route->body == Body::Multipart;
}

void Pipeline::handle(std::shared_ptr<http::Exchange> exchange)
{
    auto call = std::make_shared<Call>(m_state->api, std::move(exchange), RequestId(m_state->ids.next()));
    call->streams = &m_state->streams;
    call->counters = &m_state->counters;
    call->fields = &m_state->fields;
    call->stageNames = m_state->stageNames;
    call->openApi = m_state->openApi;
    call->answerLater = [this](const std::shared_ptr<Call>& late, Result<http::Response> response) {
        contain(late, [&] { send(late, std::move(response)); });
    };
    contain(call, [&] { take(call); });
}

/// Runs a part of a request's way. What it throws is the end of this request, 500, and of nothing else.
template <typename Work>
void Pipeline::contain(const std::shared_ptr<Call>& call, Work&& work) noexcept
{
    try {
        work();
    } catch (...) {
        // Without memory even for the record the call goes, and its exchange answers 500 by itself.
        contained(m_state->api.onFault, "api", [&] { faulted(call); });
    }
}

void Pipeline::take(const std::shared_ptr<Call>& call)
{
    if (!pass(call, 0, m_state->listStages))
        return;
    // A browser asks before a page does: that costs a page nothing of what it may do, and is told before anything is looked up.
    if (auto allowed = m_state->fields.preflight(call->request)) {
        allowed->addHeader("X-Request-Id", call->id.text());
        m_state->fields.dress(*allowed);
        m_state->api.services.traffic.count(TrafficOutcome::Answered);
        return call->exchange->respond(std::move(*allowed));
    }
    if (!pass(call, m_state->listStages, m_state->gateStages))
        return;
    if (!call->slowed.place)
        return goOn(call);
    // No thread waits. Who goes away meanwhile frees the place with the call.
    call->exchange->wait(call->slowed.delay, [this, call](bool here) {
        call->slowed.place = {};
        if (here)
            contain(call, [&] { goOn(call); });
    });
}

void Pipeline::goOn(const std::shared_ptr<Call>& call)
{
    if (!pass(call, m_state->gateStages, m_state->loopStages))
        return;
    if (call->route().runsOn == RunsOn::Loop)
        return finish(call);
    if (call->route().quick != nullptr && finishQuickly(call))
        return;
    ThreadPool* pool = poolOf(call->route().runsOn);
    // The second half of the queue is for who has shown a credential; what answers on the loop is never in it.
    const bool crowded = pool == &m_state->api.work && call->principal == nullptr && pool->queued() >= strangersQueue;
    if (pool == nullptr || crowded || !pool->post([this, call] { contain(call, [&] { finish(call); }); })) {
        Error busy(ErrorCode::Unavailable, "Too much work is waiting; try again shortly");
        busy.retryAfter = std::chrono::seconds(2);
        call->respond(problemAnswer(busy, call->id.text()), TrafficOutcome::Failed, TrafficStage::Shed);
    }
}

ThreadPool* Pipeline::poolOf(RunsOn where) const
{
    switch (where) {
    case RunsOn::Worker: return &m_state->api.work;
    case RunsOn::Kdf: return &m_state->api.kdf;
    case RunsOn::Outbound: return &m_state->api.outbound;
    case RunsOn::Report: return &m_state->api.report;
    case RunsOn::Loop:
    case RunsOn::Undeclared: break;
    }
    return nullptr;
}

bool Pipeline::pass(const std::shared_ptr<Call>& call, std::size_t from, std::size_t to)
{
    auto before = std::chrono::steady_clock::now();
    for (std::size_t i = from; i < to; ++i) {
        const Stage& stage = *m_state->stages[i];
        std::optional<Error> refusal = stage.check(*call);
        const auto after = std::chrono::steady_clock::now();
        call->trace.took[i] = after - before;
        call->trace.passed = i;
        before = after;
        if (refusal) {
            if (i == m_state->routeStage && refusal->code != ErrorCode::RateLimited) {
                if (std::optional<Error> attack = m_state->stages[m_state->detectionStage]->check(*call)) {
                    call->trace.passed = m_state->detectionStage;
                    refuse(call, *m_state->stages[m_state->detectionStage], std::move(*attack));
                    return false;
                }
            }
            refuse(call, stage, std::move(*refusal));
            return false;
        }
    }
    return true;
}

void Pipeline::finish(const std::shared_ptr<Call>& call)
{
    if (!pass(call, m_state->loopStages, m_state->stages.size()))
        return;
    if (std::optional<Error> unmet = unmetPrecondition(*call))
        return deliver(call, std::move(*unmet));
    deliver(call, call->route().handler(*call));
}

/// True if the request has had its answer. The remaining stages ask nothing of such a route (checkRoutes), so passing
/// them here costs nothing and once more on a worker does no harm. A code is looked at on a worker.
bool Pipeline::finishQuickly(const std::shared_ptr<Call>& call)
{
    if (call->route().stepUp == StepUp::Offered && call->request.headerCount("X-MFA-Token") > 0)
        return false;
    if (!pass(call, m_state->loopStages, m_state->stages.size()))
        return true;
    std::optional<Result<http::Response>> response = call->route().quick(*call);
    if (!response)
        return false;
    deliver(call, std::move(*response));
    return true;
}

void Pipeline::deliver(const std::shared_ptr<Call>& call, Result<http::Response> response)
{
    if (!call->answered && !call->answersLater)
        send(call, std::move(response));
}

void Pipeline::send(const std::shared_ptr<Call>& call, Result<http::Response> response)
{
    if (response)
        response = partOfList(*call, std::move(*response));
    if (!response) {
        Error error = std::move(response).error();
        settleTry(*call, &error);
        return fail(call, std::move(error));
    }
    settleTry(*call, nullptr);
    call->respond(std::move(*response), TrafficOutcome::Answered);
}

void Pipeline::refuse(const std::shared_ptr<Call>& call, const Stage& stage, Error error)
{
    const TrafficStage counter = stage.counter();
    call->refusal = error.code;
    call->refusalWord = error.word;
    if (counter == TrafficStage::Blocklist)
        return keepOut(call, std::move(error));
    if (call->hit)
        return block(call, stage, std::move(error));
    if (call->unrecorded)
        return call->respond(problemAnswer(error, call->id.text()), TrafficOutcome::Refused, counter);
    settleTry(*call, &error);
    // A flood of requests over the limit is recorded once a minute and key, not once a request.
    if (error.code == ErrorCode::RateLimited && call->limit && call->limit->unreported == 0)
        return call->respond(problemAnswer(error, call->id.text()), TrafficOutcome::Refused, counter);
    // Nothing holds back who asks a probe or a preflight: what is refused there is answered, and written down so often and no
    // more.
    const bool neverHeldBack = call->match.route != nullptr ? call->route().probe : isPreflight(call->request);
    if (neverHeldBack && !m_state->api.limiter.checkRefusedProbe(call->client).allowed)
        return call->respond(problemAnswer(error, call->id.text()), TrafficOutcome::Refused, counter);
    noteRefusal(*call, error);
    audit::Event event = refusalEvent(*call, m_state->stages, call->trace.passed, error);
    m_state->api.journal.recordLater(std::move(event), [call, counter, error = std::move(error)](Result<void>) {
        call->respond(problemAnswer(error, call->id.text()), TrafficOutcome::Refused, counter);
    });
}

/// An address that is on a list: told so, and its connection is closed. That of a proxy stays, which others use as well.
void Pipeline::keepOut(const std::shared_ptr<Call>& call, Error error)
{
    const auto answer = [call](const Error& why) {
        http::Response response = problemAnswer(why, call->id.text());
        response.setClose(call->client == call->request.peer);
        call->respond(std::move(response), TrafficOutcome::Blocked, TrafficStage::Blocklist);
    };
    if (!m_state->refusals.count(call->client))
        return answer(error); // a flood is not written down line by line
    audit::Event event = refusalEvent(*call, m_state->stages, call->trace.passed, error);
    m_state->api.journal.recordLater(std::move(event), [answer, error = std::move(error)](Result<void>) { answer(error); });
}

bool Pipeline::admits(const IpAddress& peer)
{
    using Kind = protection::AddressVerdict::Kind;
    if (!m_state->refusals.isTiresome(peer))
        return true;
    const protection::AddressRules& rules = m_state->api.services.addressRules;
    const Kind kind = rules.lookup(peer).kind;
    return kind == Kind::None || kind == Kind::Allowed || rules.isTrustedProxy(peer);
}

bool Pipeline::isProxy(const IpAddress& peer)
{
    return m_state->api.services.addressRules.isTrustedProxy(peer);
}

bool Pipeline::sendsProxyHeader(const IpAddress& peer)
{
    return m_state->api.services.addressRules.isTrustedProxy(peer) &&
           m_state->api.services.settings.values()->addressesProxyProtocol;
}

/// The answer names the event, so that whoever was stopped by mistake has something to show. A flood is not written down line by
/// line (protection/inspection/hit_flood.h), nor is it told that it isn't.
void Pipeline::block(const std::shared_ptr<Call>& call, const Stage& stage, Error error)
{
    audit::Event event = refusalEvent(*call, m_state->stages, call->trace.passed, error);
    event.outcome = audit::Outcome::Blocked;
    protection::DetectionHit hit = std::move(*std::exchange(call->hit, nullptr));
    m_state->api.services.detectionRules.record(
        std::move(hit), std::move(event),
        [call, counter = stage.counter(), error = std::move(error)](const std::string& incident) {
            Error told = error;
            told.incident = incident.empty() ? call->id.text() : incident;
            call->respond(problemAnswer(told, call->id.text()), TrafficOutcome::Blocked, counter);
        });
}

/// What was refused before any object was looked at is a decision too: its id is the request's. Before the event, so that who
/// has the answer finds it.
void Pipeline::noteRefusal(const Call& call, const Error& error)
{
    if (error.code == ErrorCode::PermissionDenied && error.decision.empty())
        m_state->api.services.decisionLog.noteRefusal(call.actor(), error);
}

void Pipeline::fail(const std::shared_ptr<Call>& call, Error error)
{
    call->refusal = error.code;
    call->refusalWord = error.word;
    if (call->hit) {
        call->trace.passed = m_state->longBodyStage;
        return block(call, *m_state->stages[m_state->longBodyStage], std::move(error));
    }
    noteRefusal(*call, error);
    const int status = problemRow(error.code).status;
    const TrafficOutcome outcome = status >= 500 ? TrafficOutcome::Failed : TrafficOutcome::Refused;
    const TrafficStage counter = status == 401   ? TrafficStage::Authentication
                                 : status == 403 ? TrafficStage::Permission
                                 : status == 429 ? TrafficStage::RateLimit
                                 : status == 400 ? TrafficStage::Schema
                                                 : TrafficStage::Other;
    std::optional<audit::Event> event = failureEvent(*call, error);
    if (!event)
        return call->respond(problemAnswer(error, call->id.text()), outcome, counter);
    m_state->api.journal.recordLater(std::move(*event), [call, outcome, counter, error = std::move(error)](Result<void>) {
        call->respond(problemAnswer(error, call->id.text()), outcome, counter);
    });
}

/// Inside `catch`: records the exception with its request and answers.
void Pipeline::faulted(const std::shared_ptr<Call>& call)
{
    const Error error(ErrorCode::Internal, "Something went wrong here; the operator finds it by the request's number");
    audit::Event event = faultEvent(*call, currentFault(threadsOf(call->match)), error);
    m_state->api.journal.recordLater(std::move(event), [call, error](Result<void>) {
        if (!call->answered) // a file that had begun has been cut off
            call->respond(problemAnswer(error, call->id.text()), TrafficOutcome::Failed);
    });
}

http::Response Pipeline::errorResponse(const http::TransportError& error)
{
    const std::string id = m_state->ids.next();
    http::Response response = transportProblem(error.status, error.word, id);
    m_state->fields.dress(response);
    response.addHeader("X-Request-Id", id);
    const TrafficOutcome outcome = error.status >= 500 ? TrafficOutcome::Failed : TrafficOutcome::Refused;
    m_state->api.services.traffic.count(outcome, TrafficStage::Parser);
    m_state->counters.malformed(outcome);
    m_state->api.scores.noteMalformed(error.peer, error.status);
    if (!m_state->api.limiter.check(protection::RateClass::Address, error.peer).allowed)
        return response; // a flood is not written down line by line
    audit::Event event = access::eventBy(access::Actor{}, audit::kind::requestMalformed, audit::Outcome::Refused);
    event.address = error.peer.text();
    event.requestId = id;
    event.status = error.status;
    event.reason = error.rule.empty() ? error.word : error.rule;
    if (error.head != nullptr) {
        event.method = error.head->methodText;
        event.path = error.head->path;
    }
    m_state->api.journal.recordLater(std::move(event));
    return response;
}

/// A handshake that never was, and the answer that tells why.
http::Response Pipeline::clearTextResponse(const http::TransportError& error)
{
    const std::string id = m_state->ids.next();
    http::Response response = clearTextProblem(error.status, error.word, id);
    response.addHeader("X-Request-Id", id);
    m_state->api.services.traffic.count(TrafficOutcome::Refused, TrafficStage::Parser);
    m_state->counters.malformed(TrafficOutcome::Refused);
    if (!m_state->api.limiter.check(protection::RateClass::Address, error.peer).allowed)
        return response; // a flood is not written down line by line
    audit::Event event = access::eventBy(access::Actor{}, audit::kind::handshakeFailed, audit::Outcome::Failure);
    event.address = error.peer.text();
    event.requestId = id;
    event.status = error.status;
    event.reason = error.rule;
    m_state->api.journal.recordLater(std::move(event));
    return response;
}

void Pipeline::onFault(const Fault& fault)
{
    if (m_state->api.onFault)
        m_state->api.onFault(fault);
}

void Pipeline::onTlsFailure(const IpAddress& peer, std::string_view reason)
{
    if (!m_state->api.limiter.check(protection::RateClass::Address, peer).allowed)
        return; // a flood is not written down line by line
    audit::Event event = access::eventBy(access::Actor{}, audit::kind::handshakeFailed, audit::Outcome::Failure);
    event.address = peer.text();
    event.reason = reason;
    m_state->api.journal.recordLater(std::move(event));
}

} // namespace sallyport::api
