#pragma once

#include "backend/protection/lists/address_rules.h"

namespace sallyport {

/// No lists: everything is answered with "not now".
class NoAddressRules final : public protection::AddressRules {
public:
    Result<protection::AddressRulePage> list(const access::Actor&, const protection::AddressRuleQuery&) override
    {
        return none();
    }
    Result<protection::AddressRule> read(const access::Actor&, const protection::AddressRuleId&) override { return none(); }
    Result<protection::AddressRule> add(const access::Actor&, const protection::NewAddressRule&) override { return none(); }
    Result<protection::AddressImportResult> import(const access::Actor&, const protection::AddressImport&) override
    {
        return none();
    }
    Result<protection::AddressRule> change(const access::Actor&, const protection::AddressRuleId&,
                                           const protection::AddressRulePatch&) override
    {
        return none();
    }
    Result<void> remove(const access::Actor&, const protection::AddressRuleId&) override { return none(); }
    Result<std::int64_t> removeMany(const access::Actor&, std::span<const protection::AddressRuleId>) override { return none(); }
    Result<std::int64_t> removeFound(const access::Actor&, const protection::AddressRuleQuery&) override { return none(); }
    Result<std::string> exportRules(const access::Actor&, protection::AddressExport) override { return none(); }
    Result<std::vector<protection::EarlierBan>> earlierBans(const access::Actor&, const IpAddress&) override { return none(); }
    Result<protection::AddressRule> banByScore(const protection::ScoreBan&) override { return none(); }
    void banSoon(protection::ScoreBan, std::function<void(Result<protection::AddressRule>)> done) override
    {
        if (done)
            done(none());
    }
    Result<NextBan> nextBan(const IpAddress&) override { return none(); }
    protection::AddressVerdict lookup(const IpAddress&) const noexcept override { return {}; }
    void countHit(const protection::AddressVerdict&) noexcept override {}
    bool inGrace(const IpAddress&) const noexcept override { return false; }
    bool isTrustedProxy(const IpAddress&) const noexcept override { return false; }
    protection::AddressPlace place(const IpAddress&) const override { return {}; }
    Subscription onLifted(std::function<void(const Cidr&)>) override { return {}; }

private:
    static Error none() { return makeError(ErrorCode::Unavailable, "There are no address lists yet"); }
};

} // namespace sallyport
