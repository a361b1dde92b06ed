#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/protection/lists/address_rule.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// The block and allow lists with their bans: by hand, by score, with reason and end. Whom an allow rule covers is let in
/// whatever else says, by a narrower rule, too. A change holds for the next request, on connections that are open as well.
/// Thread-safe; blocks, workers only, but for those that say otherwise.
class AddressRules {
public:
    virtual ~AddressRules() = default;

    /// bans:read. Rules that have ended aren't among them.
    [[nodiscard]] virtual Result<AddressRulePage> list(const access::Actor& actor, const AddressRuleQuery& query) = 0;
    /// bans:read; NotFound.
    [[nodiscard]] virtual Result<AddressRule> read(const access::Actor& actor, const AddressRuleId& id) = 0;
    /// bans:create, to allow bans:delete as well: that lifts bans. ValidationFailed; Conflict (word `rule_exists`) if this
    /// address has a rule of this action by hand; LimitReached. Conflict (`own_address`) for a range that covers the console's
    /// own addresses, 127.0.0.1 and ::1, or a trusted proxy; an actor who blocks the address they ask from has sixty seconds to
    /// confirm (ProvisionalChanges::madeBy).
    [[nodiscard]] virtual Result<AddressRule> add(const access::Actor& actor, const NewAddressRule& rule) = 0;
    /// The same permissions. What is wrong is left out and told line by line, and so is what `add` would refuse or make wait.
    [[nodiscard]] virtual Result<AddressImportResult> import(const access::Actor& actor, const AddressImport& import) = 0;
    /// bans:create; of an allow rule bans:delete as well. A ban by score that is given another end stays one.
    [[nodiscard]] virtual Result<AddressRule> change(const access::Actor& actor, const AddressRuleId& id,
                                                     const AddressRulePatch& patch) = 0;
    /// bans:delete; of an allow rule bans:create as well. NotFound. After a ban by score nothing bans this address by its score
    /// again before `protection.grace` is over, and the score is forgotten (onLifted).
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const AddressRuleId& id) = 0;
    /// The same; how many were there. At most addressRulesMost.
    [[nodiscard]] virtual Result<std::int64_t> removeMany(const access::Actor& actor, std::span<const AddressRuleId> ids) = 0;
    /// The same, of all that a query finds (its page doesn't matter).
    [[nodiscard]] virtual Result<std::int64_t> removeFound(const access::Actor& actor, const AddressRuleQuery& query) = 0;
    /// bans:read. What is in force, as text: one a line; a set of nft(8) with timeouts; decisions as cscli(8) imports them.
    [[nodiscard]] virtual Result<std::string> exportRules(const access::Actor& actor, AddressExport format) = 0;
    /// bans:read. Bans by score of this address, the newest first.
    [[nodiscard]] virtual Result<std::vector<EarlierBan>> earlierBans(const access::Actor& actor, const IpAddress& address) = 0;

    /// Bans by score, for `protection.first_ban` the first time, and longer each further time within a year. Conflict with a
    /// word where it doesn't: `allowed`, `banned_already`, `grace`, `own_address` (the console's, a trusted proxy),
    /// `last_administrator`. LimitReached. Blocks.
    [[nodiscard]] virtual Result<AddressRule> banByScore(const ScoreBan& ban) = 0;
    /// The same without waiting, from any thread; `done` is called on the writer's thread and must not block.
    virtual void banSoon(ScoreBan ban, std::function<void(Result<AddressRule>)> done) = 0;
    /// How long the next ban of this address would be, and which step it is. Never blocks, any thread.
    struct NextBan {
        std::uint32_t step = 1;
        std::chrono::seconds length{};
    };
    [[nodiscard]] virtual Result<NextBan> nextBan(const IpAddress& address) = 0;

    /// What holds for the address now. Never blocks, any thread; the same for IPv4 and IPv4-mapped.
    virtual AddressVerdict lookup(const IpAddress& address) const noexcept = 0;
    /// A request was refused, or let in, by that verdict. Never blocks, any thread.
    virtual void countHit(const AddressVerdict& verdict) noexcept = 0;
    /// True while no score may ban the address, after a ban of it was lifted. Never blocks, any thread.
    virtual bool inGrace(const IpAddress& address) const noexcept = 0;
    /// True for an address of `addresses.trusted_proxies`: what its clients do is not held against it. Never blocks, any thread.
    virtual bool isTrustedProxy(const IpAddress& address) const noexcept = 0;
    /// Bans by score that this process has made. Never blocks, any thread.
    virtual std::uint64_t bansMade() const noexcept = 0;
    /// Where an address is. Reads a mapped file; any thread.
    virtual AddressPlace place(const IpAddress& address) const = 0;

    /// Told when a ban by score was lifted, or an allow rule was added: what is held against the addresses of the range is to be
    /// forgotten. Any thread; must not block. Ends when the token goes.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription onLifted(std::function<void(const Cidr& range)> listener) = 0;
};

} // namespace sallyport::protection
