#include "backend/protection/limits/rate_limits_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/user_fields.h"
#include "backend/protection/limits/rate_rule_rows.h"

#include <algorithm>

namespace sallyport::protection {

namespace {

using access::Permission;

constexpr std::size_t firstOwnPlace = slotOf(RateClass::Own);

Error noSuchRule()
{
    return makeError(ErrorCode::NotFound, "There is no such rate limit");
}

const settings::RateLimit& numbersOf(const settings::Values& values, std::string_view id)
{
    if (id == "auth")
        return values.rateAuth;
    if (id == "api_read")
        return values.rateApiRead;
    if (id == "api_write")
        return values.rateApiWrite;
    if (id == "file_upload")
        return values.rateFileUpload;
    return id == "admin" ? values.rateAdmin : values.rateAddress;
}

std::string scopeText(const RateScope& scope)
{
    std::string text;
    for (const std::string& method : scope.methods)
        text.append(text.empty() ? "" : ",").append(method);
    text.append(text.empty() || scope.path.empty() ? "" : " ").append(scope.path);
    return text.append(text.empty() || scope.permission.empty() ? "" : " ").append(scope.permission);
}

audit::Details differences(const RateSetting& before, const RateSetting& after)
{
    const auto number = [](std::int64_t value) { return value == 0 ? std::string() : std::to_string(value); };
    audit::Details details;
    details.change("name", before.name, after.name).change("scope", scopeText(before.scope), scopeText(after.scope));
    details.change("requests", number(before.numbers.requests), number(after.numbers.requests));
    details.change("window_seconds", number(before.numbers.window.count()), number(after.numbers.window.count()));
    const bool fresh = before.id.empty();
    details.change("algorithm", fresh ? "" : rateAlgorithmWord(before.numbers.algorithm),
                   rateAlgorithmWord(after.numbers.algorithm));
    details.change("keyed_by", fresh ? "" : rateSubjectWord(before.subject), rateSubjectWord(after.subject));
    details.change("mode", fresh ? "" : rateModeWord(before.mode), rateModeWord(after.mode));
    details.change("cost", fresh ? "" : std::to_string(before.cost), std::to_string(after.cost));
    return details;
}

audit::Event eventOf(const access::Actor& actor, std::string_view kind, const RateSetting& rule)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"rate_limit", rule.id, rule.name};
    return event;
}

Error nameTaken()
{
    Error error(ErrorCode::Conflict, "Another rate limit has this name");
    error.fields.push_back({"name", error.detail, "unique"});
    return error;
}

Result<bool> isTaken(storage::Transaction& transaction, const RateSetting& rule)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM rate_rules WHERE name_key = $1 AND id <> $2"));
    row.bind(1, textKey(rule.name)).bind(2, rule.id);
    return row.step();
}

} // namespace

RateLimitsService::RateLimitsService(RateLimitsParts parts)
    : m_parts(std::move(parts)), m_keeper(m_parts.store, m_parts.limiter, m_parts.clock), m_history(m_parts.store, m_parts.clock)
{
}

Result<std::unique_ptr<RateLimitsService>> RateLimitsService::open(RateLimitsParts parts)
{
    std::unique_ptr<RateLimitsService> service(new RateLimitsService(std::move(parts)));
    SALLYPORT_TRY(service->reload());
    const auto slotOfRule = [&service](std::string_view id) { return service->slotOf(id); };
    SALLYPORT_TRY(service->m_keeper.load(service->m_parts.random, service->m_parts.serves, slotOfRule));
    SALLYPORT_TRY(service->applyOverrides()); // with the seed of now
    if (service->m_parts.serves) {
        SALLYPORT_TRY(service->m_history.begin());
        SALLYPORT_TRY(service->applyResets());
    }
    return service;
}

Result<access::Actor> RateLimitsService::authorize(const access::Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(access::Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

// Rules in memory.

void RateLimitsService::setRoutes(std::vector<LimitedRoute> routes)
{
    const std::lock_guard lock(m_mutex);
    m_routes = std::move(routes);
    applyRoutes();
}

/// With the mutex held.
void RateLimitsService::applyRoutes()
{
    std::vector<std::uint64_t> masks(m_routes.size(), 0);
    for (const RateSetting& rule : m_own) {
        const auto place = std::ranges::find(m_places, rule.id);
        if (place == m_places.end() || rule.mode == settings::ControlMode::Off)
            continue;
        const std::uint64_t bit = std::uint64_t{1} << (place - m_places.begin());
        for (std::size_t route = 0; route < m_routes.size(); ++route)
            masks[route] |= isFor(rule.scope, m_routes[route]) ? bit : 0;
    }
    m_parts.limiter.setRoutes(std::move(masks));
}

void RateLimitsService::apply(std::vector<RateSetting> own, const std::vector<RateSetting>& classes)
{
    const std::lock_guard lock(m_mutex);
    for (const RateSetting& rule : classes)
        m_parts.limiter.setClass(*rateClassOf(rule.id), rule.numbers.algorithm, rule.subject, rule.mode);
    // All accounts of an address together are refused as one of them is.
    const RateSetting& auth = *std::ranges::find(classes, "auth", &RateSetting::id);
    m_parts.limiter.setClass(RateClass::AuthAddress, auth.numbers.algorithm, RateSubject::Address, auth.mode);
    for (std::string& place : m_places) {
        if (!place.empty() && std::ranges::find(own, place, &RateSetting::id) == own.end())
            place.clear();
    }
    for (const RateSetting& rule : own) {
        auto place = std::ranges::find(m_places, rule.id);
        if (place == m_places.end())
            place = std::ranges::find(m_places, std::string());
        if (place == m_places.end())
            break; // more than a vault may have
        *place = rule.id;
        RateShape shape;
        shape.requests = rule.numbers.requests;
        shape.windowSeconds = static_cast<std::uint32_t>(rule.numbers.window.count());
        shape.algorithm = rule.numbers.algorithm;
        shape.subject = rule.subject;
        shape.mode = rule.mode;
        shape.cost = rule.cost;
        // The same after a restart, and another for each rule.
        std::uint64_t salt = 0xcbf29ce484222325u;
        for (const char c : rule.id)
            salt = (salt ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        m_parts.limiter.setOwn(static_cast<std::size_t>(place - m_places.begin()), shape, salt, rule.id);
    }
    m_classes = classes;
    m_own = std::move(own);
    applyRoutes();
}

Result<void> RateLimitsService::reload()
{
    std::vector<rows::ClassRow> stored;
    std::vector<RateSetting> own;
    bool resets = false;
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(stored, rows::rateClasses(transaction));
        SALLYPORT_ASSIGN(own, rows::ownRules(transaction));
        SALLYPORT_ASSIGN(resets, rows::anyResets(transaction));
        return {};
    };
    SALLYPORT_TRY(m_parts.store.read(work));
    std::vector<RateSetting> classes;
    for (const std::string_view id : rateClassIds()) {
        RateSetting rule;
        rule.id = id;
        rule.builtIn = true;
        rule.name = rateClassTitle(id);
        rule.subject = subjectsOf(id).front();
        const auto row = std::ranges::find(stored, id, &rows::ClassRow::id);
        const auto subjects = subjectsOf(id);
        if (row != stored.end() && std::ranges::find(subjects, row->subject) != subjects.end()) {
            rule.numbers.algorithm = row->algorithm;
            rule.subject = row->subject;
            rule.mode = row->mode;
            rule.changedAt = row->changedAt;
            rule.changedBy = row->changedBy;
        }
        classes.push_back(std::move(rule));
    }
    apply(std::move(own), classes);
    SALLYPORT_TRY(applyOverrides());
    return resets && m_parts.serves ? applyResets() : Result<void>();
}

Result<void> RateLimitsService::applyResets()
{
    std::vector<std::string> callers;
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(callers, rows::takeResets(transaction));
        return {};
    };
    SALLYPORT_TRY(m_parts.store.write(work));
    for (const std::string& caller : callers)
        (void) m_parts.limiter.reset(std::strtoull(caller.c_str(), nullptr, 16));
    return {};
}

Result<void> RateLimitsService::keep()
{
    const auto idOf = [this](std::size_t slot) { return ruleOf(slot); };
    RateMinute minute = m_parts.limiter.takeMinute();
    // All accounts of an address together are a part of the class.
    RateMinute::Totals& together = minute.totals[protection::slotOf(RateClass::AuthAddress)];
    minute.totals[protection::slotOf(RateClass::Auth)].refused += together.refused;
    minute.totals[protection::slotOf(RateClass::Auth)].noted += together.noted;
    together = {};
    SALLYPORT_TRY(m_history.add(minute, idOf));
    SALLYPORT_TRY(m_keeper.save(idOf));
    m_parts.limiter.sweep();
    return {};
}

std::vector<RateSetting> RateLimitsService::rules() const
{
    const auto values = m_parts.settings.values();
    const std::lock_guard lock(m_mutex);
    std::vector<RateSetting> all = m_classes;
    for (RateSetting& rule : all) {
        rule.numbers.requests = numbersOf(*values, rule.id).requests;
        rule.numbers.window = numbersOf(*values, rule.id).window;
    }
    all.insert(all.end(), m_own.begin(), m_own.end());
    return all;
}

Result<RateSetting> RateLimitsService::rule(std::string_view id) const
{
    const std::vector<RateSetting> all = rules();
    const auto found = std::ranges::find(all, id, &RateSetting::id);
    if (found == all.end())
        return noSuchRule();
    return *found;
}

std::string RateLimitsService::ruleOf(std::size_t slot) const
{
    if (slot >= firstOwnPlace) {
        const std::lock_guard lock(m_mutex);
        return slot - firstOwnPlace < m_places.size() ? m_places[slot - firstOwnPlace] : std::string();
    }
    const std::string_view word = rateClassWord(static_cast<RateClass>(slot));
    // What no rule of the list is has no history either.
    return slot != protection::slotOf(RateClass::AuthAddress) && rateClassOf(word) ? std::string(word) : std::string();
}

std::optional<std::size_t> RateLimitsService::slotOf(std::string_view id) const
{
    if (const auto rateClass = rateClassOf(id))
        return protection::slotOf(*rateClass);
    const std::lock_guard lock(m_mutex);
    const auto place = id.empty() ? m_places.end() : std::ranges::find(m_places, id);
    if (place == m_places.end())
        return std::nullopt;
    return firstOwnPlace + static_cast<std::size_t>(place - m_places.begin());
}

// Changes.

Result<void> RateLimitsService::storeOwn(const access::Actor& actor, const RateSetting* before, const RateSetting& after)
{
    const audit::Details details = differences(before != nullptr ? *before : RateSetting{}, after);
    if (before != nullptr && details.empty())
        return {};
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::vector<RateSetting> all, rows::ownRules(transaction));
        const bool there = std::ranges::find(all, after.id, &RateSetting::id) != all.end();
        if (before != nullptr && !there)
            return noSuchRule();
        if (!there && all.size() >= ownRulesMost)
            return makeError(ErrorCode::LimitReached, "There are as many own rate limits as a vault can have");
        SALLYPORT_ASSIGN(const bool taken, isTaken(transaction, after));
        if (taken)
            return nameTaken();
        SALLYPORT_TRY(rows::putOwnRule(transaction, after));
        audit::Event event =
            eventOf(actor, before == nullptr ? audit::kind::limitRuleCreated : audit::kind::limitRuleChanged, after);
        event.detailsJson = details.json();
        return m_parts.journal.append(transaction, std::move(event));
    };
    SALLYPORT_TRY(m_parts.store.write(work));
    return reload();
}

Result<void> RateLimitsService::storeClass(const access::Actor& actor, const RateSetting& before, const RateSetting& after)
{
    if (before.numbers.requests != after.numbers.requests || before.numbers.window != after.numbers.window) {
        // The numbers are settings; who may change limits may change these.
        access::Actor as = actor;
        as.permissions.add(Permission::SettingsUpdate);
        SALLYPORT_TRY(
            m_parts.settings.change(as, {{"rate_limits." + after.id, std::to_string(after.numbers.requests) + "/" +
                                                                         std::to_string(after.numbers.window.count())}}));
    }
    const bool same =
        before.numbers.algorithm == after.numbers.algorithm && before.subject == after.subject && before.mode == after.mode;
    if (same)
        return {};
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::putClass(
            transaction, {after.id, after.numbers.algorithm, after.subject, after.mode, *after.changedAt, after.changedBy}));
        audit::Event event = eventOf(actor, audit::kind::limitRuleChanged, after);
        RateSetting numbersAside = before;
        numbersAside.numbers.requests = after.numbers.requests; // told by the setting
        numbersAside.numbers.window = after.numbers.window;
        event.detailsJson = differences(numbersAside, after).json();
        return m_parts.journal.append(transaction, std::move(event));
    };
    SALLYPORT_TRY(m_parts.store.write(work));
    return reload();
}

Result<RateRule> RateLimitsService::create(const access::Actor& actor, NewRateRule rule)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, Permission::ProtectionUpdate));
    const std::lock_guard changing(m_changing);
    RateSetting made;
    made.id = newIdText(m_parts.random, m_parts.clock);
    made.name = std::move(rule.name);
    made.scope = std::move(rule.scope);
    made.numbers = rule.numbers;
    made.subject = rule.subject;
    made.mode = rule.mode;
    made.cost = rule.cost;
    made.changedAt = m_parts.clock.now();
    made.changedBy = access::nameOf(current);
    std::vector<FieldError> errors;
    {
        const std::lock_guard lock(m_mutex);
        checkRule(made, m_routes, errors);
    }
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    SALLYPORT_TRY(storeOwn(current, nullptr, made));
    SALLYPORT_ASSIGN(std::vector<RateRule> shownRules, shown({std::move(made)}));
    return std::move(shownRules.front());
}

Result<RateRule> RateLimitsService::change(const access::Actor& actor, std::string_view id, RateRulePatch patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, Permission::ProtectionUpdate));
    const std::lock_guard changing(m_changing);
    SALLYPORT_ASSIGN(const RateSetting before, rule(id));
    std::vector<FieldError> errors;
    if (before.builtIn) {
        for (const auto& [field, said] : {std::pair("name", patch.name.has_value()), std::pair("path", patch.scope.has_value()),
                                          std::pair("cost", patch.cost.has_value())}) {
            if (said)
                errors.push_back({field, "A class has its own", "readOnly"});
        }
    }
    RateSetting after = before;
    const auto take = [](auto& to, auto& from) {
        if (from)
            to = std::move(*from);
    };
    take(after.name, patch.name);
    take(after.scope, patch.scope);
    take(after.numbers.requests, patch.requests);
    take(after.numbers.window, patch.window);
    take(after.numbers.algorithm, patch.algorithm);
    take(after.subject, patch.subject);
    take(after.mode, patch.mode);
    take(after.cost, patch.cost);
    after.changedAt = m_parts.clock.now();
    after.changedBy = access::nameOf(current);
    if (errors.empty()) {
        const std::lock_guard lock(m_mutex);
        checkRule(after, m_routes, errors);
    }
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    SALLYPORT_TRY(before.builtIn ? storeClass(current, before, after) : storeOwn(current, &before, after));
    SALLYPORT_ASSIGN(RateSetting now, rule(id));
    SALLYPORT_ASSIGN(std::vector<RateRule> shownRules, shown({std::move(now)}));
    return std::move(shownRules.front());
}

Result<void> RateLimitsService::changeNumbers(const access::Actor& actor,
                                              const std::vector<std::pair<std::string, settings::RateLimit>>& numbers)
{
    SALLYPORT_ASSIGN(access::Actor current, authorize(actor, Permission::ProtectionUpdate));
    std::vector<std::pair<std::string, std::string>> changes;
    for (const auto& [id, limit] : numbers) {
        if (!rateClassOf(id))
            return noSuchRule();
        changes.emplace_back("rate_limits." + id, std::to_string(limit.requests) + "/" + std::to_string(limit.window.count()));
    }
    current.permissions.add(Permission::SettingsUpdate);
    return m_parts.settings.change(current, changes);
}

Result<void> RateLimitsService::remove(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, Permission::ProtectionUpdate));
    const std::lock_guard changing(m_changing);
    SALLYPORT_ASSIGN(const RateSetting before, rule(id));
    if (before.builtIn)
        return makeError(ErrorCode::InvalidArgument, "A class can't be deleted: every route belongs to one");
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::removeOwnRule(transaction, before.id));
        return m_parts.journal.append(transaction, eventOf(current, audit::kind::limitRuleDeleted, before));
    };
    SALLYPORT_TRY(m_parts.store.write(work));
    return reload();
}

Result<std::vector<std::string>> RateLimitsService::exempt(const access::Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::ProtectionRead));
    std::vector<std::string> networks;
    std::string_view rest;
    const auto values = m_parts.settings.values();
    for (rest = values->rateExempt; !rest.empty();) {
        const std::size_t end = std::min(rest.find(", "), rest.size());
        networks.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return networks;
}

Result<std::vector<std::string>> RateLimitsService::setExempt(const access::Actor& actor, std::vector<std::string> networks)
{
    SALLYPORT_ASSIGN(access::Actor current, authorize(actor, Permission::ProtectionUpdate));
    std::vector<FieldError> errors;
    std::string text;
    if (networks.size() > RateLimiter::exemptMost)
        errors.push_back({"exempt", "Must be at most 64 networks", "maxItems"});
    for (std::size_t at = 0; at < networks.size(); ++at) {
        const auto network = Cidr::parse(networks[at]);
        if (!network) {
            errors.push_back({"exempt." + std::to_string(at), "Must be an address or a network such as 10.1.0.0/16", "format"});
            continue;
        }
        text.append(text.empty() ? "" : ", ").append(network->text());
    }
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    current.permissions.add(Permission::SettingsUpdate);
    SALLYPORT_TRY(m_parts.settings.change(current, {{"rate_limits.exempt", text}}));
    return exempt(actor);
}

} // namespace sallyport::protection
