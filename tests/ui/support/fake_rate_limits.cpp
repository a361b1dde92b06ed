#include "tests/ui/support/fake_rate_limits.h"

#include "backend/settings/limits.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace std::chrono_literals;

namespace sallyport::tests {

using namespace protection;
using settings::ControlMode;

namespace {

struct SampleRule {
    const char *id, *name, *path, *methods, *permission;
    std::uint32_t requests;
    std::chrono::seconds window;
    RateAlgorithm algorithm;
    RateSubject subject;
    ControlMode mode;
    std::uint32_t routes, hottest, p95;
    std::int64_t refused, noted;
};

constexpr auto gcra = RateAlgorithm::Gcra;
constexpr auto sliding = RateAlgorithm::Sliding;
constexpr auto fixedWindow = RateAlgorithm::Fixed;
constexpr auto enforce = ControlMode::Enforce;
constexpr auto observe = ControlMode::Observe;

constexpr std::array<SampleRule, 11> sampleRules{{
    {"address", "Any request", "", "", "", 1'200, 60s, gcra, RateSubject::Address, enforce, 184, 231, 208, 0, 0},
    {"auth", "Sign-in", "", "", "", 5, 900s, sliding, RateSubject::AddressAndAccount, enforce, 14, 5, 2, 187, 0},
    {"api_read", "Reading", "", "", "", 1'000, 3600s, sliding, RateSubject::Principal, enforce, 96, 418, 370, 0, 0},
    {"api_write", "Writing", "", "", "", 100, 3600s, sliding, RateSubject::Principal, enforce, 23, 100, 84, 96, 0},
    {"file_upload", "Uploads", "", "", "", 10, 3600s, fixedWindow, RateSubject::Principal, enforce, 2, 6, 7, 3, 0},
    {"admin", "Administration", "", "", "", 600, 3600s, sliding, RateSubject::User, enforce, 48, 54, 70, 0, 0},
    {"01JRATERVLE000000000000001", "Password reset", "/api/auth/password/reset", "POST", "", 3, 3600s, fixedWindow,
     RateSubject::Address, enforce, 1, 1, 1, 20, 0},
    {"01JRATERVLE000000000000002", "MFA codes", "/api/auth/mfa", "POST", "", 10, 300s, fixedWindow, RateSubject::User, enforce, 1,
     2, 3, 0, 0},
    {"01JRATERVLE000000000000003", "Report exports", "/api/audit/export", "GET", "", 12, 3600s, gcra, RateSubject::User, enforce,
     1, 3, 7, 12, 0},
    {"01JRATERVLE000000000000004", "Record search", "/api/data", "GET", "", 60, 60s, gcra, RateSubject::Principal, observe, 1, 49,
     54, 0, 14},
    {"01JRATERVLE000000000000005", "Lab results, bulk", "", "POST", "records:create", 2'000, 3600s, gcra, RateSubject::Key,
     observe, 1, 1'214, 1'300, 0, 0},
}};

struct SampleCaller {
    const char *name, *id;
    RateCaller::Kind kind;
    std::uint32_t percent; ///< of the hottest
};
constexpr std::array<SampleCaller, 5> sampleCallers{{
    {"Billing import", "01JACCOVNT0000000000000101", RateCaller::Kind::ServiceAccount, 100},
    {"Lab gateway", "01JACCOVNT0000000000000102", RateCaller::Kind::ServiceAccount, 84},
    {"Elif Yıldız", "01JVSER0000000000000000103", RateCaller::Kind::User, 41},
    {"Pharmacy sync", "01JACCOVNT0000000000000104", RateCaller::Kind::ServiceAccount, 38},
    {"Jonas Weber", "01JVSER0000000000000000105", RateCaller::Kind::User, 31},
}};

/// What the three of the picture asked in their hottest hour, and at which minutes ago that was.
struct SampleVictim {
    const char *name, *id;
    RateCaller::Kind kind;
    std::int64_t asked;
    int fromMinutes, untilMinutes;
};
constexpr std::array<SampleVictim, 3> sampleVictims{{
    {"Billing import", "01JACCOVNT0000000000000101", RateCaller::Kind::ServiceAccount, 119, 291, 274},
    {"Pharmacy sync", "01JACCOVNT0000000000000104", RateCaller::Kind::ServiceAccount, 113, 1'290, 1'288},
    {"Mateo Fernández", "01JVSER0000000000000000106", RateCaller::Kind::User, 112, 186, 186},
}};

constexpr std::array<std::int64_t, 24> sampleHours{66, 58, 113, 40, 36, 31, 24,  20, 18,  18, 22, 25,
                                                   30, 31, 38,  52, 64, 86, 120, 75, 111, 82, 88, 100};

RateCaller caller(const char* name, const char* id, RateCaller::Kind kind)
{
    return {kind, std::string("p:") + id, id, name, {}};
}

std::vector<RateUse> usesOf(const SampleRule& rule)
{
    std::vector<RateUse> uses;
    const bool addresses = rule.subject == RateSubject::Address || rule.subject == RateSubject::AddressAndAccount;
    for (std::size_t at = 0; at < sampleCallers.size(); ++at) {
        const SampleCaller& sample = sampleCallers[at];
        RateUse use;
        use.caller = caller(sample.name, sample.id, sample.kind);
        if (addresses) {
            const std::string address = "203.0.113." + std::to_string(17 + 4 * at);
            if (rule.subject == RateSubject::Address)
                use.caller = {RateCaller::Kind::Address, "a:" + address, {}, address, {}};
            else
                use.caller.from = address;
        }
        use.used = rule.hottest * sample.percent / 100;
        use.limit = rule.requests;
        use.reset = rule.window / static_cast<int>(2 + at);
        if (use.used > 0)
            uses.push_back(std::move(use));
    }
    return uses;
}

Error noRule()
{
    return makeError(ErrorCode::NotFound, "There is no such rule");
}

} // namespace

FakeRateLimits::FakeRateLimits(Clock& clock) : m_clock(clock)
{
    for (const SampleRule& sample : sampleRules) {
        Row row;
        RateSetting& setting = row.rule.setting;
        setting.id = sample.id;
        setting.builtIn = std::ranges::find(rateClassIds(), setting.id) != rateClassIds().end();
        setting.name = sample.name;
        setting.scope.path = sample.path;
        if (*sample.methods != '\0')
            setting.scope.methods = {sample.methods};
        setting.scope.permission = sample.permission;
        setting.numbers = {sample.requests, sample.window, sample.algorithm};
        setting.subject = sample.subject;
        setting.mode = sample.mode;
        row.rule.routes = sample.routes;
        row.rule.p95 = sample.p95;
        row.rule.refused = sample.refused;
        row.rule.noted = sample.noted;
        row.uses = usesOf(sample);
        m_rows.push_back(std::move(row));
    }
}

FakeRateLimits::Row* FakeRateLimits::find(std::string_view id)
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.rule.setting.id == id; });
    return found != m_rows.end() ? &*found : nullptr;
}

RateRule FakeRateLimits::shown(const Row& row) const
{
    RateRule rule = row.rule;
    if (quiet) {
        rule.p95.reset();
        rule.refused = rule.noted = 0;
        return rule;
    }
    for (const RateUse& use : row.uses)
        rule.hottest = std::max(rule.hottest, use.used);
    return rule;
}

Result<void> FakeRateLimits::check(const std::string& name, const RateNumbers& numbers) const
{
    Error error(ErrorCode::InvalidArgument, "The rule is not acceptable");
    if (name.empty())
        error.fields.push_back({"name", "A name is needed", "required"});
    if (numbers.requests < 1 || numbers.requests > settings::rateRequestsLimit)
        error.fields.push_back({"requests", "From 1 to 10,000,000", "range"});
    if (numbers.window < 1s)
        error.fields.push_back({"window_seconds", "At least a second", "range"});
    if (!error.fields.empty())
        return error;
    return {};
}

Result<std::vector<RateRule>> FakeRateLimits::list(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    std::vector<RateRule> rules;
    for (const Row& row : m_rows)
        rules.push_back(shown(row));
    return rules;
}

Result<RateRule> FakeRateLimits::read(const access::Actor&, std::string_view id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const Row* row = find(id);
    if (row == nullptr)
        return noRule();
    return shown(*row);
}

Result<RateUsage> FakeRateLimits::usage(const access::Actor&, std::string_view id, std::size_t most)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const Row* row = find(id);
    if (row == nullptr)
        return noRule();
    RateUsage usage;
    usage.at = m_clock.now();
    const UtcTime hour = std::chrono::floor<std::chrono::hours>(usage.at);
    const std::int64_t limit = row->rule.setting.numbers.requests;
    for (std::size_t at = 0; at < sampleHours.size(); ++at) {
        RateHour shownHour;
        shownHour.begin = hour - std::chrono::hours(sampleHours.size() - 1 - at);
        if (!quiet && row->rule.p95) {
            const std::int64_t asked = sampleHours[at] * std::int64_t{*row->rule.p95} / 84;
            shownHour.answered = std::min(asked, limit);
            shownHour.refused = asked - shownHour.answered;
            shownHour.name = row->uses.empty() ? "" : row->uses.front().caller.name;
        }
        usage.hours.push_back(std::move(shownHour));
    }
    if (quiet)
        return usage;
    usage.hottest = row->uses;
    std::ranges::stable_sort(usage.hottest, std::ranges::greater(), &RateUse::used);
    std::erase_if(usage.hottest, [](const RateUse& use) { return use.used == 0; });
    if (usage.hottest.size() > most)
        usage.hottest.resize(most);
    if (row->rule.p95)
        usage.suggestion = RateSuggestion{(*row->rule.p95 * 140 / 100 + 9) / 10 * 10, *row->rule.p95, 40};
    return usage;
}

Result<RatePreview> FakeRateLimits::preview(const access::Actor&, std::string_view id, const RateNumbers& numbers)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    ++previews;
    const Row* row = find(id);
    if (row == nullptr)
        return noRule();
    SALLYPORT_TRY(check(row->rule.setting.name, numbers));
    RatePreview preview;
    preview.until = m_clock.now();
    preview.since = preview.until - 24h;
    if (quiet)
        return preview;
    preview.presentRequests = row->rule.refused + row->rule.noted;
    for (const SampleVictim& sample : sampleVictims) {
        const std::int64_t over = sample.asked - std::int64_t{numbers.requests};
        if (over <= 0)
            continue;
        preview.victims.push_back({caller(sample.name, sample.id, sample.kind),
                                   preview.until - std::chrono::minutes(sample.fromMinutes),
                                   preview.until - std::chrono::minutes(sample.untilMinutes), over});
        preview.requests += over;
        ++preview.callers;
    }
    return preview;
}

Result<RateRule> FakeRateLimits::create(const access::Actor&, NewRateRule rule)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    SALLYPORT_TRY(check(rule.name, rule.numbers));
    if (std::ranges::any_of(m_rows, [&](const Row& row) { return row.rule.setting.name == rule.name; }))
        return makeError(ErrorCode::Conflict, "There is a rule of that name");
    Row row;
    RateSetting& setting = row.rule.setting;
    setting.id = "01JRATERVLE0000000000001" + std::to_string(10 + m_next++);
    setting.name = rule.name;
    setting.scope = rule.scope;
    setting.numbers = rule.numbers;
    setting.subject = rule.subject;
    setting.mode = rule.mode;
    setting.cost = rule.cost;
    setting.changedAt = m_clock.now();
    row.rule.routes = 1;
    m_rows.push_back(row);
    return shown(m_rows.back());
}

Result<RateRule> FakeRateLimits::change(const access::Actor& actor, std::string_view id, RateRulePatch patch)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    Row* row = find(id);
    if (row == nullptr)
        return noRule();
    RateSetting changed = row->rule.setting;
    const auto take = [](auto& to, auto& from) {
        if (from)
            to = std::move(*from);
    };
    take(changed.name, patch.name);
    take(changed.scope, patch.scope);
    take(changed.numbers.requests, patch.requests);
    take(changed.numbers.window, patch.window);
    take(changed.numbers.algorithm, patch.algorithm);
    take(changed.subject, patch.subject);
    take(changed.mode, patch.mode);
    take(changed.cost, patch.cost);
    SALLYPORT_TRY(check(changed.name, changed.numbers));
    changed.changedAt = m_clock.now();
    changed.changedBy = actor.name;
    row->rule.setting = changed;
    return shown(*row);
}

Result<void> FakeRateLimits::changeNumbers(const access::Actor& actor,
                                           const std::vector<std::pair<std::string, settings::RateLimit>>& numbers)
{
    for (const auto& [id, limit] : numbers) {
        RateRulePatch patch;
        patch.requests = limit.requests;
        patch.window = limit.window;
        SALLYPORT_TRY(change(actor, id, patch));
    }
    return {};
}

Result<void> FakeRateLimits::remove(const access::Actor&, std::string_view id)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    const Row* row = find(id);
    if (row == nullptr)
        return noRule();
    if (row->rule.setting.builtIn)
        return makeError(ErrorCode::InvalidArgument, "A class can't be deleted");
    std::erase_if(m_rows, [&](const Row& each) { return each.rule.setting.id == id; });
    return {};
}

Result<std::uint32_t> FakeRateLimits::reset(const access::Actor&, std::string_view id, std::string_view key)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    Row* row = find(id);
    if (row == nullptr)
        return noRule();
    const auto use = std::ranges::find_if(row->uses, [&](const RateUse& each) { return each.caller.key == key; });
    if (use == row->uses.end() || use->used == 0)
        return makeError(ErrorCode::NotFound, "Nothing of that caller is counted");
    return std::exchange(use->used, 0u);
}

Result<void> FakeRateLimits::putBack(const access::Actor&, std::string_view id, std::string_view key, std::uint32_t used)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    Row* row = find(id);
    if (row == nullptr)
        return noRule();
    for (RateUse& use : row->uses) {
        if (use.caller.key == key)
            use.used += used;
    }
    return {};
}

Result<std::vector<protection::RateOverride>> FakeRateLimits::overrides(const access::Actor&, std::string_view id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    std::vector<protection::RateOverride> of;
    std::ranges::copy_if(m_overrides, std::back_inserter(of), [&](const auto& one) { return one.rule == id; });
    return of;
}

Result<protection::RateOverride> FakeRateLimits::setOverride(const access::Actor& actor, std::string_view id,
                                                             protection::NewRateOverride numbers)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    if (numbers.subject.starts_with("nobody"))
        return makeError(ErrorCode::NotFound, "Nobody is called that");
    protection::RateOverride made;
    made.id = "override-" + std::to_string(++m_next);
    made.rule = id;
    made.caller = {protection::RateCaller::Kind::User, {}, numbers.subject, numbers.subject, {}};
    made.numbers = numbers.numbers;
    made.createdAt = m_clock.now();
    made.createdBy = actor.name;
    if (numbers.expiresIn)
        made.expiresAt = made.createdAt + *numbers.expiresIn;
    std::erase_if(m_overrides, [&](const auto& one) { return one.rule == id && one.caller.id == numbers.subject; });
    m_overrides.push_back(made);
    return made;
}

Result<void> FakeRateLimits::removeOverride(const access::Actor&, std::string_view overrideId)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    if (std::erase_if(m_overrides, [&](const auto& one) { return one.id == overrideId; }) == 0)
        return makeError(ErrorCode::NotFound, "Nobody has such numbers");
    return {};
}

Result<std::vector<std::string>> FakeRateLimits::exempt(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    return m_exempt;
}

Result<std::vector<std::string>> FakeRateLimits::setExempt(const access::Actor&, std::vector<std::string> networks)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    for (std::string& network : networks) {
        const auto parsed = Cidr::parse(network);
        if (!parsed) {
            Error error(ErrorCode::InvalidArgument, "The list is not acceptable");
            error.fields.push_back({"exempt", "'" + network + "' is no address and no network", "format"});
            return error;
        }
        network = parsed->text();
    }
    m_exempt = std::move(networks);
    return m_exempt;
}

RateSetting FakeRateLimits::settingOf(const std::string& name)
{
    const std::lock_guard guard(m_mutex);
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.rule.setting.name == name; });
    return found != m_rows.end() ? found->rule.setting : RateSetting{};
}

std::uint32_t FakeRateLimits::usedOf(const std::string& id, const std::string& key)
{
    const std::lock_guard guard(m_mutex);
    const Row* row = find(id);
    if (row == nullptr)
        return 0;
    const auto use = std::ranges::find_if(row->uses, [&](const RateUse& each) { return each.caller.key == key; });
    return use != row->uses.end() ? use->used : 0;
}

} // namespace sallyport::tests
