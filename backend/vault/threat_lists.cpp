#include "backend/vault/threat_lists.h"

#include "backend/protection/threats/threat_weights.h"

namespace sallyport {
namespace {

using protection::AddressVerdict;

protection::ScoreBan banOf(const protection::ThreatCrossing& crossing)
{
    protection::ScoreBan ban;
    ban.address = crossing.address;
    ban.score = crossing.score;
    ban.reason = protection::threatReason(crossing.parts);
    for (const protection::ThreatPart& part : crossing.parts)
        ban.signals.push_back(
            {std::string(protection::infoOf(part.signal).word),
             static_cast<double>(part.points),
             {std::to_string(part.count), std::to_string(part.within.count()), std::to_string(part.of), part.subject}});
    return ban;
}

} // namespace

protection::ThreatLists threatListsOf(protection::AddressRules& rules)
{
    protection::ThreatLists lists;
    lists.standing = [&rules](const IpAddress& address) {
        protection::ThreatLists::Standing standing;
        const AddressVerdict verdict = rules.lookup(address);
        standing.neverBanned = verdict.kind == AddressVerdict::Kind::Allowed || rules.isTrustedProxy(address);
        standing.bannedForGood = verdict.kind == AddressVerdict::Kind::Blocked;
        if (verdict.kind == AddressVerdict::Kind::Banned)
            standing.bannedUntil = verdict.until;
        return standing;
    };
    lists.inGrace = [&rules](const IpAddress& address) { return rules.inGrace(address); };
    lists.network = [&rules](const IpAddress& address) { return rules.place(address).text(); };
    lists.nextBan = [&rules](const IpAddress& address) {
        const auto next = rules.nextBan(address);
        return next ? next->length : std::chrono::seconds(0);
    };
    lists.ban = [&rules](const protection::ThreatCrossing& crossing, std::function<void(Result<bool>)> done) {
        rules.banSoon(banOf(crossing), [done = std::move(done)](const Result<protection::AddressRule>& banned) {
            if (banned)
                done(true);
            else if (banned.error().code == ErrorCode::Conflict)
                done(false);
            else
                done(banned.error());
        });
    };
    lists.earlierBans = [&rules](const access::Actor& actor,
                                 const IpAddress& address) -> Result<std::vector<protection::ThreatEarlierBan>> {
        SALLYPORT_ASSIGN(const std::vector<protection::EarlierBan> earlier, rules.earlierBans(actor, address));
        std::vector<protection::ThreatEarlierBan> made;
        for (const protection::EarlierBan& ban : earlier)
            made.push_back({ban.bannedAt, ban.until, ban.reason});
        return made;
    };
    return lists;
}

} // namespace sallyport
