#pragma once

#include "backend/protection/lists/address_rules.h"
#include "tests/ui/support/failures.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace sallyport::tests {

/// The address lists held in memory: bans by score in their steps, blocked ranges, allowed networks. Knows the filters and orders
/// of the panel; keeps 127.0.0.1 and ::1 as the real one does.
class FakeAddressRules final : public protection::AddressRules {
public:
    explicit FakeAddressRules(Clock& clock, std::size_t bans = 12) : m_clock(clock)
    {
        using namespace std::chrono;
        constexpr std::array places{"Netherlands · Example Hosting", "Germany · Beispielnetz", "", "Brazil · Rede Exemplo"};
        constexpr std::array reasons{"Scanning: 34 paths in 60 s", "Failed sign-ins: 41 on 12 accounts", "Injection in a form"};
        const UtcTime now = clock.now();
        for (std::size_t i = 0; i < bans; ++i) {
            protection::AddressRule rule = made("203.0.113." + std::to_string(17 + 9 * i), reasons[i % reasons.size()]);
            rule.createdBy = "Sallyport";
            rule.score = static_cast<std::uint32_t>(80 + i * 7 % 60);
            rule.signals = {{"scanning", 20, {"34", "60"}}, {"failed_sign_ins", 45, {"41", "12"}}, {"missing_agent", 15, {}}};
            rule.step = static_cast<std::uint32_t>(1 + i % 4);
            rule.createdAt = now - minutes(11 + 7 * i);
            rule.expiresAt = rule.createdAt + hours(rule.step == 1 ? 1 : rule.step == 2 ? 6 : rule.step == 3 ? 24 : 168);
            if (*rule.expiresAt <= now)
                rule.expiresAt = now + minutes(3 + i);
            rule.hits = 40 * i;
            if (rule.hits > 0)
                rule.lastHit = now - seconds(13 * i);
            rule.place = places[i % places.size()];
            rules.push_back(std::move(rule));
        }
        protection::AddressRule range = made("198.51.100.0/24", "Sends forms all day, agreed with Marco");
        range.createdAt = now - days(40);
        range.hits = 18'204;
        range.lastHit = now - seconds(4);
        range.place = places[0];
        rules.push_back(range);
        range = made("2001:db8:77::/48", "Tor exits");
        range.createdAt = now - days(3);
        range.expiresAt = now + days(27);
        rules.push_back(range);
        range = made("10.20.0.0/16", "Clinic network");
        range.action = protection::AddressAction::Allow;
        range.createdAt = now - days(120);
        range.hits = 901'277;
        range.lastHit = now - seconds(1);
        rules.push_back(range);
        range = made("192.0.2.44", "Monitoring");
        range.action = protection::AddressAction::Allow;
        range.createdAt = now - days(77);
        range.hits = 5'760;
        range.lastHit = now - seconds(20);
        rules.push_back(range);
    }

    Result<protection::AddressRulePage> list(const access::Actor&, const protection::AddressRuleQuery& query) override
    {
        const std::lock_guard guard(mutex);
        ++listCalls;
        if (auto error = failures.take())
            return *error;
        protection::AddressRulePage page;
        std::vector<protection::AddressRule> all = found(query);
        page.total = static_cast<std::int64_t>(all.size());
        const std::size_t begin = std::min<std::size_t>(query.offset, all.size());
        const std::size_t end = std::min<std::size_t>(begin + query.limit, all.size());
        page.rules.assign(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
        return page;
    }
    Result<protection::AddressRule> read(const access::Actor&, const protection::AddressRuleId& id) override
    {
        const std::lock_guard guard(mutex);
        protection::AddressRule* rule = find(id);
        if (rule == nullptr)
            return none();
        return *rule;
    }
    Result<protection::AddressRule> add(const access::Actor& actor, const protection::NewAddressRule& rule) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = changeFailures.take())
            return *error;
        const auto range = Cidr::parse(rule.address);
        if (!range) {
            Error error(ErrorCode::ValidationFailed, "This is no address and no range.");
            error.fields.push_back({"address", error.detail, "address"});
            return error;
        }
        if (auto refused = ownAddress(*range, rule.action))
            return *refused;
        protection::AddressRule added = made(range->text(), rule.reason);
        added.action = rule.action == "allow" ? protection::AddressAction::Allow : protection::AddressAction::Block;
        if (std::ranges::any_of(rules, [&](const auto& other) {
                return other.address == added.address && other.action == added.action && !other.score;
            })) {
            Error error(ErrorCode::Conflict, "There is a rule for this address already.");
            error.word = "rule_exists";
            return error;
        }
        added.createdBy = access::nameOf(actor);
        if (rule.expiresIn)
            added.expiresAt = m_clock.now() + *rule.expiresIn;
        rules.push_back(added);
        return added;
    }
    Result<protection::AddressImportResult> import(const access::Actor& actor, const protection::AddressImport& import) override
    {
        protection::AddressImportResult result;
        std::size_t number = 0;
        for (std::size_t begin = 0; begin < import.text.size();) {
            const std::size_t end = std::min(import.text.find('\n', begin), import.text.size());
            std::string line = import.text.substr(begin, end - begin);
            begin = end + 1;
            ++number;
            line.erase(std::min(line.find_first_of("#; \t\r"), line.size()));
            if (line.empty())
                continue;
            const auto range = Cidr::parse(line);
            if (!range) {
                ++result.wrong;
                result.lines.push_back({number, "This is no address and no range."});
            } else if (import.tryOnly) {
                ++result.added;
            } else if (auto added = add(actor, {line, import.action, import.reason, import.expiresIn})) {
                ++result.added;
            } else if (added.error().word == "rule_exists") {
                ++result.known;
            } else {
                ++result.wrong;
                result.lines.push_back({number, added.error().detail});
            }
        }
        return result;
    }
    Result<protection::AddressRule> change(const access::Actor&, const protection::AddressRuleId& id,
                                           const protection::AddressRulePatch& patch) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = changeFailures.take())
            return *error;
        protection::AddressRule* rule = find(id);
        if (rule == nullptr)
            return none();
        if (patch.reason)
            rule->reason = *patch.reason;
        if (patch.expiresIn && *patch.expiresIn)
            rule->expiresAt = m_clock.now() + **patch.expiresIn;
        else if (patch.expiresIn)
            rule->expiresAt.reset();
        return *rule;
    }
    Result<void> remove(const access::Actor& actor, const protection::AddressRuleId& id) override
    {
        SALLYPORT_ASSIGN(const std::int64_t gone, removeMany(actor, std::span(&id, 1)));
        if (gone == 0)
            return none();
        return {};
    }
    Result<std::int64_t> removeMany(const access::Actor&, std::span<const protection::AddressRuleId> ids) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = changeFailures.take())
            return *error;
        return static_cast<std::int64_t>(std::erase_if(
            rules, [&](const protection::AddressRule& rule) { return std::ranges::find(ids, rule.id) != ids.end(); }));
    }
    Result<std::int64_t> removeFound(const access::Actor& actor, const protection::AddressRuleQuery& query) override
    {
        std::vector<protection::AddressRuleId> ids;
        {
            const std::lock_guard guard(mutex);
            for (const protection::AddressRule& rule : found(query))
                ids.push_back(rule.id);
        }
        return removeMany(actor, ids);
    }
    Result<std::string> exportRules(const access::Actor&, protection::AddressExport) override
    {
        const std::lock_guard guard(mutex);
        std::string text;
        for (const protection::AddressRule& rule : rules)
            if (rule.action == protection::AddressAction::Block)
                text += rule.address + '\n';
        return text;
    }
    Result<std::vector<protection::EarlierBan>> earlierBans(const access::Actor&, const IpAddress& address) override
    {
        const std::lock_guard guard(mutex);
        std::vector<protection::EarlierBan> bans;
        for (const protection::AddressRule& rule : rules)
            if (rule.score && rule.address == address.text())
                for (std::uint32_t step = rule.step; step > 0; --step) {
                    const UtcTime then = rule.createdAt - std::chrono::days(5 * (rule.step - step));
                    bans.push_back({step, then, step == rule.step ? *rule.expiresAt : then + std::chrono::hours(1),
                                    step + 1 == rule.step ? "Ingrid Solheim" : "", *rule.score, rule.reason});
                }
        return bans;
    }
    Result<protection::AddressRule> banByScore(const protection::ScoreBan& ban) override
    {
        const std::lock_guard guard(mutex);
        protection::AddressRule rule = made(ban.address.text(), ban.reason);
        rule.createdBy = "Sallyport";
        rule.score = ban.score;
        rule.signals = ban.signals;
        rule.step = 1;
        rule.expiresAt = m_clock.now() + std::chrono::hours(1);
        rules.push_back(rule);
        return rule;
    }
    void banSoon(protection::ScoreBan ban, std::function<void(Result<protection::AddressRule>)> done) override
    {
        auto rule = banByScore(ban);
        if (done)
            done(std::move(rule));
    }
    Result<NextBan> nextBan(const IpAddress&) override { return NextBan{1, std::chrono::hours(1)}; }
    protection::AddressVerdict lookup(const IpAddress& address) const noexcept override
    {
        using Kind = protection::AddressVerdict::Kind;
        const std::lock_guard guard(mutex);
        protection::AddressVerdict verdict;
        for (const protection::AddressRule& rule : rules) {
            if (!Cidr::parse(rule.address)->contains(address) || verdict.kind == Kind::Allowed)
                continue;
            verdict.kind = rule.action == protection::AddressAction::Allow ? Kind::Allowed
                           : rule.score                                    ? Kind::Banned
                                                                           : Kind::Blocked;
            if (rule.expiresAt)
                verdict.until = *rule.expiresAt;
        }
        return verdict;
    }
    void countHit(const protection::AddressVerdict&) noexcept override {}
    bool inGrace(const IpAddress&) const noexcept override { return false; }
    bool isTrustedProxy(const IpAddress&) const noexcept override { return false; }
    std::uint64_t bansMade() const noexcept override { return 0; }
    protection::AddressPlace place(const IpAddress&) const override { return {"NL", "Netherlands", 64'496, "Example Hosting"}; }
    Subscription onLifted(std::function<void(const Cidr&)>) override { return {}; }

    Failures failures, changeFailures;
    mutable std::mutex mutex;
    std::vector<protection::AddressRule> rules;
    std::uint64_t listCalls = 0;

private:
    static Error none() { return makeError(ErrorCode::NotFound, "There is no such rule."); }
    static std::optional<Error> ownAddress(const Cidr& range, const std::string& action)
    {
        if (action == "allow" || (!range.contains(*IpAddress::parse("127.0.0.1")) && !range.contains(*IpAddress::parse("::1"))))
            return std::nullopt;
        Error error(ErrorCode::Conflict, "This would keep out the console itself.");
        error.word = "own_address";
        return error;
    }
    protection::AddressRule made(std::string address, std::string reason)
    {
        protection::AddressRule rule;
        rule.id = protection::AddressRuleId("01J00000000000000000" + std::to_string(300'000 + m_made++));
        rule.address = std::move(address);
        rule.reason = std::move(reason);
        rule.createdBy = "Ingrid Solheim";
        rule.createdAt = m_clock.now();
        return rule;
    }
    protection::AddressRule* find(const protection::AddressRuleId& id)
    {
        const auto found = std::ranges::find(rules, id, &protection::AddressRule::id);
        return found == rules.end() ? nullptr : &*found;
    }
    std::vector<protection::AddressRule> found(const protection::AddressRuleQuery& query) const
    {
        using Sort = protection::AddressRuleQuery::Sort;
        std::vector<protection::AddressRule> all;
        const auto holds = [&](const std::string& text) { return text.find(query.text) != std::string::npos; };
        for (const protection::AddressRule& rule : rules)
            if ((!query.action || *query.action == rule.action) && (!query.byScore || *query.byScore == rule.score.has_value()) &&
                (holds(rule.address) || holds(rule.reason) || holds(rule.createdBy)))
                all.push_back(rule);
        const auto less = [&](const protection::AddressRule& a, const protection::AddressRule& b) {
            switch (query.sort) {
            case Sort::Address: return a.address < b.address;
            case Sort::Expires: return a.expiresAt.value_or(UtcTime::max()) < b.expiresAt.value_or(UtcTime::max());
            case Sort::Hits: return a.hits < b.hits;
            case Sort::LastHit: return a.lastHit < b.lastHit;
            case Sort::Created: break;
            }
            return a.createdAt < b.createdAt;
        };
        std::ranges::stable_sort(all, [&](const auto& a, const auto& b) { return query.descending ? less(b, a) : less(a, b); });
        return all;
    }

    Clock& m_clock;
    std::size_t m_made = 0;
};

} // namespace sallyport::tests
