#include "backend/access/policies/policy_limits.h"
#include "backend/authorization/access_checks_service.h"
#include "backend/authorization/decision_rows.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/question_answer.h"
#include "backend/base/strict_json.h"
#include "backend/identity/core/user_fields.h"
#include "backend/storage/columns.h"

#include <boost/json.hpp>

#include <algorithm>
#include <map>

namespace sallyport::authorization {

namespace {

using access::Permission;
using access::policies::AttributeSet;
using access::policies::Facts;
using access::policies::Judge;
using access::policies::Judgement;
using access::policies::PolicySet;

enum class ActiveColumn { Id, Name, Email, End };
constexpr storage::Columns<ActiveColumn> activeColumns{
    {{ActiveColumn::Id, "id"}, {ActiveColumn::Name, "name"}, {ActiveColumn::Email, "email"}}};
constexpr auto activeUsers = storage::select(activeColumns, "FROM users WHERE status = 'active' ORDER BY id");

Result<std::vector<WhoMay::One>> readActive(storage::Transaction& transaction)
{
    std::vector<WhoMay::One> users;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(activeUsers));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return users;
        const auto row = rows.row();
        users.push_back({row.text(ActiveColumn::Id), row.text(ActiveColumn::Name), row.text(ActiveColumn::Email), {}});
    }
}

using Counts = std::map<std::string, Replay::Count>;

void count(Counts& counts, const std::string& key, const std::string& name, bool allows)
{
    Replay::Count& one = counts[key];
    one.key = key;
    one.name = name;
    ++(allows ? one.allowed : one.denied);
}

std::vector<Replay::Count> largestFirst(Counts counts)
{
    constexpr std::size_t shown = 100;
    std::vector<Replay::Count> all;
    for (auto& [key, one] : counts)
        all.push_back(std::move(one));
    std::ranges::stable_sort(all, std::greater(), [](const Replay::Count& one) { return one.allowed + one.denied; });
    all.resize(std::min(all.size(), shown));
    return all;
}

} // namespace

Result<WhoMay> AccessChecksService::who(const access::Actor& actor, const boost::json::object& told)
{
    SALLYPORT_ASSIGN(const access::Actor asking, m_shared.authorize(actor, Permission::PoliciesRead));
    SALLYPORT_TRY(access::require(asking, Permission::UsersRead));
    SALLYPORT_ASSIGN(Question question, readQuestion(told, asking, m_shared.store.now(), m_shared.sources()));
    if (question.unknown == "resource")
        return noSuchObject();
    const SetPointer set = m_shared.table.now();
    SALLYPORT_ASSIGN(const std::vector<WhoMay::One> users, m_shared.store.read(readActive));
    const QuestionSources sources = m_shared.sources();
    WhoMay made;
    made.asked = static_cast<std::int64_t>(users.size());
    QuestionAnswerer answerer(*set);
    for (const WhoMay::One& user : users) {
        SALLYPORT_ASSIGN(std::optional<access::Actor> subject, sources.subject(user.id));
        if (!subject)
            continue; // deleted meanwhile
        subject->askAs(asking);
        question.subject = std::move(*subject);
        const Judgement judgement = answerer.judge(question);
        if (!judgement.allowed())
            continue;
        ++made.total;
        if (made.users.size() < whoShown) {
            made.users.push_back(user);
            made.users.back().policy = judgement.by != nullptr ? judgement.by->policy.name : std::string();
        }
    }
    return made;
}

Result<Replay> AccessChecksService::replay(const access::Actor& actor, const std::string& idOrName, const PolicyPatch& draft,
                                           UtcTime since, UtcTime until)
{
    SALLYPORT_ASSIGN(const access::Actor asking, m_shared.authorize(actor, Permission::PoliciesRead));
    SALLYPORT_TRY(access::require(asking, Permission::DecisionsRead));
    const SetPointer set = m_shared.table.now();
    NewPolicy words;
    words.name = "draft";
    access::PolicyId id("draft");
    if (!idOrName.empty()) {
        const access::Policy* const found = findPolicy(*set, idOrName);
        if (found == nullptr)
            return makeError(ErrorCode::NotFound, "There is no such policy");
        words = wordsOf(*found);
        id = found->id;
    }
    std::vector<FieldError> errors;
    words = patched(std::move(words), draft);
    words.state = stateWord(access::PolicyState::Enforce);
    access::Policy policy = policyOf(words, errors);
    if (until <= since)
        errors.push_back({"until", "This must be after 'since'.", "minimum"});
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    policy.id = id;
    const SetPointer then = set->with(std::move(policy));

    (void) m_shared.waiting.settle();
    SALLYPORT_ASSIGN(std::vector<RecordedDecision> recorded, m_shared.store.read([&](storage::Transaction& transaction) {
        return rows::decisionsToReplay(transaction, since, until, access::replayedLimit + 1);
    }));
    Replay made;
    made.all = recorded.size() <= access::replayedLimit;
    recorded.resize(std::min(recorded.size(), access::replayedLimit));
    QuestionSources sources = m_shared.sources(); // a recorded question has all its facts: nothing is looked up
    sources.subject = [](const std::string&) { return std::optional<access::Actor>(); };
    sources.resource = [](access::ResourceKind kind, const std::string& objectId) {
        access::Resource resource;
        resource.kind = kind;
        resource.id = objectId;
        return std::optional(std::move(resource));
    };
    constexpr std::size_t questionBytes = std::size_t{1} << 20;
    access::cel::Scratch scratch({1'000'000, std::size_t{4} << 20});
    Judge judge;
    Counts bySubject, byRoute, byObject;
    for (const RecordedDecision& decision : recorded) {
        const Result<boost::json::value> told = parseStrictJson(decision.question, questionBytes);
        if (!told || !told->is_object())
            continue;
        access::Actor nobody;
        const Result<Question> question = readQuestion(told->get_object(), nobody, decision.time, sources);
        if (!question)
            continue; // of an attribute that there was then
        ++made.replayed;
        Facts facts(AttributeSet().set());
        question->put(facts, scratch);
        // A recorded decision is one step: those before it were recorded by themselves.
        const access::ResourceKind kind = question->resource.kind;
        const bool held = question->held({question->action, false}, facts);
        const Judgement before = judge.judge(*set, question->action, kind, held, facts);
        const Judgement after = judge.judge(*then, question->action, kind, held, facts);
        if (before.allowed() == after.allowed())
            continue;
        ++made.flipped;
        count(bySubject, decision.subjectId, decision.subjectName, after.allowed());
        const std::string route = decision.method.empty() ? decision.action : m_shared.routeText(decision.method, decision.path);
        count(byRoute, route, route, after.allowed());
        count(byObject, decision.kind + ' ' + decision.objectId, decision.objectId, after.allowed());
        if (made.flips.size() < access::flipsShown)
            made.flips.push_back({decision.id, decision.time, decision.subjectId, decision.subjectName, decision.action,
                                  decision.kind, decision.objectId, decision.method, decision.path, decision.allowed,
                                  before.allowed(), after.allowed(), after.by != nullptr ? after.by->policy.name : std::string(),
                                  route});
    }
    made.bySubject = largestFirst(std::move(bySubject));
    made.byRoute = largestFirst(std::move(byRoute));
    made.byObject = largestFirst(std::move(byObject));
    return made;
}

} // namespace sallyport::authorization
