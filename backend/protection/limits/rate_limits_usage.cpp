// What the rate limits count and would have refused; what changes them is in rate_limits_service.cpp.
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/user_fields.h"
#include "backend/protection/limits/rate_limits_service.h"
#include "backend/protection/limits/rate_preview.h"
#include "backend/protection/limits/rate_rule_rows.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

namespace sallyport::protection {

namespace {

constexpr std::size_t usesMost = 100, victimsMost = 50, hoursShown = 24;
constexpr std::size_t keyDigits = 16; ///< of a caller's opaque key

std::string keyText(std::uint64_t tag)
{
    char digits[keyDigits + 1];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(tag));
    return digits;
}

std::optional<std::uint64_t> keyOf(std::string_view text)
{
    if (text.size() != keyDigits || text.find_first_not_of("0123456789abcdef") != text.npos)
        return std::nullopt;
    return std::strtoull(std::string(text).c_str(), nullptr, 16);
}

UtcTime timeOfMinute(std::int64_t minute)
{
    return UtcTime(std::chrono::minutes(minute));
}

} // namespace

std::string_view rateCallerWord(RateCaller::Kind kind) noexcept
{
    switch (kind) {
    case RateCaller::Kind::Address: return "address";
    case RateCaller::Kind::User: return "user";
    case RateCaller::Kind::ServiceAccount: return "service_account";
    case RateCaller::Kind::Key: return "key";
    }
    return "unknown";
}

RateCaller RateLimitsService::callerOf(std::size_t slot, CountedCaller::Kind kind, const std::string& text) const
{
    RateCaller caller;
    switch (kind) {
    case CountedCaller::V4:
    case CountedCaller::V6: caller = {RateCaller::Kind::Address, {}, {}, text, {}}; break;
    case CountedCaller::Account: {
        const std::size_t bar = std::min(text.find('|'), text.size());
        caller = {RateCaller::Kind::User, {}, {}, text.substr(std::min(bar + 1, text.size())), text.substr(0, bar)};
        break;
    }
    case CountedCaller::Principal:
    case CountedCaller::Key: caller = m_parts.find(kind, text); break;
    }
    if (const auto tag = m_parts.limiter.tagOf(slot, kind, text))
        caller.key = keyText(*tag);
    return caller;
}

Result<std::vector<RateRule>> RateLimitsService::shown(std::vector<RateSetting> settings) const
{
    SALLYPORT_ASSIGN(const auto sums, m_history.sums());
    std::map<std::size_t, std::uint32_t> hottest;
    for (const LiveCaller& caller : m_parts.limiter.callers())
        hottest[caller.slot] = std::max(hottest[caller.slot], caller.used);
    const auto totals = m_parts.limiter.totals();
    std::vector<LimitedRoute> routes;
    {
        const std::lock_guard lock(m_mutex);
        routes = m_routes;
    }
    std::vector<RateRule> rules;
    for (RateSetting& setting : settings) {
        RateRule rule;
        rule.routes = routesOf(setting, routes);
        const auto slot = slotOf(setting.id);
        if (slot) {
            rule.hottest = hottest[*slot];
            rule.refused = totals[*slot].refused;
            rule.noted = totals[*slot].noted;
        }
        if (const auto sum = sums.find(setting.id); sum != sums.end()) {
            rule.refused += sum->second.refused;
            rule.noted += sum->second.noted;
            rule.p95 = sum->second.p95;
        }
        if (slot && setting.id == "auth") // all accounts of an address together are the same rule
            rule.refused += totals[protection::slotOf(RateClass::AuthAddress)].refused;
        rule.setting = std::move(setting);
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<std::vector<RateRule>> RateLimitsService::list(const access::Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::ProtectionRead));
    return shown(rules());
}

Result<RateRule> RateLimitsService::read(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::ProtectionRead));
    SALLYPORT_ASSIGN(RateSetting setting, rule(id));
    SALLYPORT_ASSIGN(std::vector<RateRule> rules, shown({std::move(setting)}));
    return std::move(rules.front());
}

Result<RateUsage> RateLimitsService::usage(const access::Actor& actor, std::string_view id, std::size_t most)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::ProtectionRead));
    if (most < 1 || most > usesMost)
        return makeError(ErrorCode::InvalidArgument, "From 1 to 100 callers");
    SALLYPORT_ASSIGN(const RateSetting setting, rule(id));
    const auto slot = slotOf(setting.id);
    RateUsage usage;
    usage.at = m_parts.clock.now();
    std::vector<LiveCaller> callers = slot ? m_parts.limiter.callers(*slot) : std::vector<LiveCaller>();

    // By the hour: what is kept, and what was asked since.
    SALLYPORT_ASSIGN(const std::vector<AskedMinute> minutes, m_history.minutes(setting.id));
    using Counts = std::pair<std::int64_t, std::int64_t>; // answered, refused
    std::map<std::int64_t, std::map<std::string, Counts>> hours;
    const std::int64_t thisHour = std::chrono::floor<std::chrono::hours>(usage.at).time_since_epoch().count();
    const auto add = [&](std::int64_t hour, const std::string& caller, std::int64_t answered, std::int64_t refused) {
        Counts& counts = hours[hour][caller];
        counts.first += answered;
        counts.second += refused;
    };
    for (const AskedMinute& asked : minutes)
        add(asked.minute / 60, asked.caller, asked.answered, asked.refused);
    for (const LiveCaller& caller : callers)
        add(thisHour, static_cast<char>(caller.kind) + caller.text, caller.answered, caller.refused);
    for (std::int64_t hour = thisHour - static_cast<std::int64_t>(hoursShown) + 1; hour <= thisHour; ++hour) {
        RateHour shownHour;
        shownHour.begin = UtcTime(std::chrono::hours(hour));
        const auto& ofHour = hours[hour];
        const auto hottest =
            std::ranges::max_element(ofHour, {}, [](const auto& each) { return each.second.first + each.second.second; });
        if (hottest != ofHour.end() && !hottest->first.empty() && slot) {
            shownHour.answered = hottest->second.first;
            shownHour.refused = hottest->second.second;
            shownHour.name =
                callerOf(*slot, static_cast<CountedCaller::Kind>(hottest->first.front()), hottest->first.substr(1)).name;
        }
        usage.hours.push_back(std::move(shownHour));
    }

    std::ranges::stable_sort(callers, std::ranges::greater(), &LiveCaller::used);
    for (const LiveCaller& caller : callers) {
        if (usage.hottest.size() >= most || caller.used == 0)
            break;
        usage.hottest.push_back({callerOf(*slot, caller.kind, caller.text), caller.used, caller.limit, caller.reset});
    }
    SALLYPORT_ASSIGN(const auto sums, m_history.sums());
    if (const auto sum = sums.find(setting.id); sum != sums.end() && sum->second.p95) {
        const std::uint32_t percent = m_parts.settings.values()->ratePercentRoom;
        usage.suggestion = RateSuggestion{withRoom(*sum->second.p95, percent), *sum->second.p95, percent};
    }
    SALLYPORT_ASSIGN(usage.shortSince, m_history.shortSince());
    return usage;
}

Result<RatePreview> RateLimitsService::preview(const access::Actor& actor, std::string_view id, const RateNumbers& numbers)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::ProtectionRead));
    SALLYPORT_ASSIGN(const RateSetting setting, rule(id));
    RateSetting tried = setting;
    tried.numbers = numbers;
    std::vector<FieldError> errors;
    checkRule(tried, {}, errors);
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    SALLYPORT_ASSIGN(const std::vector<AskedMinute> minutes, m_history.minutes(setting.id));
    RatePreview preview;
    preview.until = m_parts.clock.now();
    preview.since = preview.until - std::chrono::hours(hoursShown);
    for (const PreviewedCaller& caller : previewOf(setting.numbers, minutes))
        preview.presentRequests += caller.requests;
    const auto slot = slotOf(setting.id);
    for (const PreviewedCaller& caller : previewOf(numbers, minutes)) {
        preview.requests += caller.requests;
        ++preview.callers;
        if (preview.victims.size() < victimsMost && slot && !caller.caller.empty())
            preview.victims.push_back(
                {callerOf(*slot, static_cast<CountedCaller::Kind>(caller.caller.front()), caller.caller.substr(1)),
                 timeOfMinute(caller.from), timeOfMinute(caller.until), caller.requests});
    }
    SALLYPORT_ASSIGN(preview.shortSince, m_history.shortSince());
    return preview;
}

/// All that the text may mean: an opaque key, an address, a user or service account by id or e-mail, a key by its id.
std::vector<std::uint64_t> RateLimitsService::tagsOf(std::size_t slot, std::string_view key) const
{
    if (const auto tag = keyOf(key))
        return {*tag};
    std::vector<std::uint64_t> tags;
    const auto add = [&](std::size_t of, CountedCaller::Kind kind, std::string_view text) {
        if (const auto tag = m_parts.limiter.tagOf(of, kind, text))
            tags.push_back(*tag);
    };
    const bool address = IpAddress::parse(key.substr(0, key.find('/'))).has_value();
    if (address) {
        add(slot, CountedCaller::V4, key);
        if (slot == protection::slotOf(RateClass::Auth)) {
            add(protection::slotOf(RateClass::AuthAddress), CountedCaller::V4, key);
            add(protection::slotOf(RateClass::Credentials), CountedCaller::V4, key);
        }
    } else {
        std::string id(key);
        if (key.find('@') != key.npos)
            id = m_parts.userOf(id);
        if (!id.empty())
            add(slot, CountedCaller::Principal, id);
        const std::string_view keyId = key.starts_with("spk_") ? key.substr(4, key.find('_', 4) - 4) : key;
        add(slot, CountedCaller::Key, keyId);
        add(protection::slotOf(RateClass::Key), CountedCaller::Key, keyId); // its own limit stands for the rule
    }
    if (slot != protection::slotOf(RateClass::Auth))
        return tags;
    // An account as it was tried from anywhere, or all that were tried from an address.
    const std::string network = address ? IpAddress::parse(key.substr(0, key.find('/')))->network().text() : std::string();
    for (const LiveCaller& caller : m_parts.limiter.callers(slot)) {
        const std::size_t bar = std::min(caller.text.find('|'), caller.text.size());
        const std::string_view account = std::string_view(caller.text).substr(std::min(bar + 1, caller.text.size()));
        if (address ? caller.text.substr(0, bar) == network : account == textKey(key))
            tags.push_back(caller.tag);
    }
    return tags;
}

Result<std::uint32_t> RateLimitsService::reset(const access::Actor& actor, std::string_view id, std::string_view key)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::ProtectionUpdate));
    SALLYPORT_ASSIGN(const RateSetting setting, rule(id));
    const auto slot = slotOf(setting.id);
    const std::vector<std::uint64_t> tags = slot ? tagsOf(*slot, key) : std::vector<std::uint64_t>();
    std::uint64_t used = 0;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> taken;
    std::string name(key);
    if (keyOf(key)) {
        for (const LiveCaller& caller : m_parts.limiter.callers(slot)) {
            if (caller.tag == tags.front())
                name = callerOf(*slot, caller.kind, caller.text).name;
        }
    }
    for (const std::uint64_t tag : tags) {
        if (const auto was = m_parts.limiter.reset(tag)) {
            taken.emplace_back(tag, *was);
            used += *was;
        }
    }
    // A command doesn't see all that the server counts: it asks for it.
    if (tags.empty() || (taken.empty() && m_parts.serves))
        return makeError(ErrorCode::NotFound, "Nothing of this caller is counted by this rule");
    const Result<void> recorded = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        if (!m_parts.serves) {
            for (const std::uint64_t tag : tags)
                SALLYPORT_TRY(rows::addReset(transaction, newIdText(m_parts.random, m_parts.clock), keyText(tag)));
        }
        audit::Event event = access::eventBy(current, audit::kind::limitReset);
        event.object = {"rate_limit", setting.id, setting.name};
        event.detailsJson = audit::Details().text("caller", name).number("used", static_cast<std::int64_t>(used)).json();
        return m_parts.journal.append(transaction, std::move(event));
    });
    if (!recorded) {
        for (const auto& [tag, was] : taken)
            m_parts.limiter.putBack(*slot, tag, was);
        return recorded.error();
    }
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(used, UINT32_MAX));
}

Result<void> RateLimitsService::putBack(const access::Actor& actor, std::string_view id, std::string_view key, std::uint32_t used)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::ProtectionUpdate));
    SALLYPORT_ASSIGN(const RateSetting setting, rule(id));
    const auto slot = slotOf(setting.id);
    const auto tag = keyOf(key);
    if (!slot || !tag)
        return makeError(ErrorCode::NotFound, "There is no such caller");
    m_parts.limiter.putBack(*slot, *tag, used);
    return {};
}

} // namespace sallyport::protection
