#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/identity/core/user_fields.h"
#include "backend/protection/lists/address_files.h"
#include "backend/protection/lists/address_rules_service.h"
#include "backend/protection/lists/kept_out.h"

#include <algorithm>
#include <set>

namespace sallyport::protection {

using access::Actor;
using access::Permission;
using rows::StoredRule;

namespace {

constexpr std::size_t linesTold = 100;
constexpr std::size_t addedAtOnce = 2'000; ///< in one transaction: others write in between

struct WantedLine {
    std::size_t number = 0;
    AddressRange range;
    std::string reason;
};

void leaveOut(AddressImportResult& result, std::size_t number, std::string why)
{
    ++result.wrong;
    if (result.lines.size() < linesTold)
        result.lines.push_back({number, std::move(why)});
}

} // namespace

Result<AddressImportResult> AddressRulesService::import(const Actor& actor, const AddressImport& import)
{
    const bool allows = import.action == actionWord(AddressAction::Allow);
    SALLYPORT_ASSIGN(const Actor current, authorizeChange(actor, allows ? AddressAction::Allow : AddressAction::Block));
    std::vector<FieldError> errors;
    if (!allows && import.action != actionWord(AddressAction::Block))
        errors.push_back({"action", "block or allow.", "enum"});
    std::string common = import.reason;
    tidyName("reason", common, 0, addressReasonLimit, errors);
    if (import.expiresIn && (*import.expiresIn < std::chrono::seconds(1) || *import.expiresIn > addressRuleLongest))
        errors.push_back({"expires_in", "1 to " + std::to_string(addressRuleLongest.count()) + " seconds.", "range"});
    if (import.text.size() > addressImportBytes)
        errors.push_back({"text", "At most " + std::to_string(addressImportBytes) + " bytes.", "maxLength"});
    AddressImportResult result;
    std::vector<WantedLine> wanted;
    std::set<std::string> seen;
    std::size_t count = 0;
    if (errors.empty())
        forEachListLine(import.text, [&](const ListLine& line) {
            if (++count > addressImportLines)
                return;
            auto range = AddressRange::parse(line.address);
            if (!range)
                return leaveOut(result, line.number, "This is no address and no range.");
            if (!seen.insert(range->text()).second)
                return static_cast<void>(++result.known);
            if (!allows && coversConsole(*range))
                return leaveOut(result, line.number, "This would keep out the console itself.");
            const bool own = m_parts.changeBook != nullptr && m_parts.changeBook->comesByServer(current);
            if (!allows && own && range->contains(current.address))
                return leaveOut(result, line.number, "This is the address that you work from.");
            std::string reason = nameFromOutside(line.comment, addressReasonLimit);
            wanted.push_back({line.number, std::move(*range), reason.empty() ? common : std::move(reason)});
        });
    if (count > addressImportLines)
        errors.push_back({"text", "At most " + std::to_string(addressImportLines) + " lines with an address.", "maxItems"});
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    const AddressAction action = allows ? AddressAction::Allow : AddressAction::Block;
    const UtcTime now = m_parts.store.now();
    for (std::span<const WantedLine> left(wanted); !left.empty();) {
        const auto some = left.first(std::min(left.size(), addedAtOnce));
        left = left.subspan(some.size());
        AddressImportResult part;
        const auto work = [&](storage::Transaction& transaction) -> Result<void> {
            part = {};
            SALLYPORT_ASSIGN(std::int64_t kept, rows::countRules(transaction));
            Changes changes;
            for (const WantedLine& line : some) {
                if (kept >= static_cast<std::int64_t>(addressRulesMost)) {
                    ++part.tooMany;
                    continue;
                }
                if (import.tryOnly) {
                    SALLYPORT_ASSIGN(const auto known, rows::ruleFor(transaction, line.range.text(), action, false));
                    const bool holds = known && (!known->rule.expiresAt || *known->rule.expiresAt > now);
                    ++(holds ? part.known : part.added);
                    kept += holds ? 0 : 1;
                    continue;
                }
                const auto added =
                    addOne(transaction, current, {line.range, action, line.reason, import.expiresIn}, now, changes);
                if (added) {
                    ++part.added;
                    ++kept;
                } else if (added.error().word == "rule_exists") {
                    ++part.known;
                } else if (added.error().word == "last_administrator") {
                    leaveOut(part, line.number, added.error().detail);
                } else {
                    return added.error();
                }
            }
            if (import.tryOnly || part.added == 0)
                return {};
            tell(transaction, std::move(changes));
            audit::Event event = access::eventBy(current, audit::kind::addressRulesImported);
            event.detailsJson = audit::Details()
                                    .text("action", import.action)
                                    .number("added", static_cast<std::int64_t>(part.added))
                                    .number("known", static_cast<std::int64_t>(part.known))
                                    .text("first", some.front().range.text())
                                    .json();
            return m_parts.journal.append(transaction, std::move(event));
        };
        SALLYPORT_TRY(import.tryOnly ? m_parts.store.read(work) : m_parts.store.write(work));
        result.added += part.added;
        result.known += part.known;
        result.wrong += part.wrong;
        result.tooMany += part.tooMany;
        for (AddressImportResult::Line& line : part.lines)
            if (result.lines.size() < linesTold)
                result.lines.push_back(std::move(line));
    }
    std::ranges::sort(result.lines, {}, &AddressImportResult::Line::number);
    return result;
}

Result<std::string> AddressRulesService::exportRules(const Actor& actor, AddressExport format)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, {Permission::BansRead}));
    const UtcTime now = m_parts.store.now();
    std::vector<StoredRule> rules;
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::forEachRule(transaction, [&](StoredRule stored) {
            if (!stored.rule.expiresAt || *stored.rule.expiresAt > now)
                rules.push_back(std::move(stored));
        });
    }));
    std::ranges::sort(rules, [](const StoredRule& a, const StoredRule& b) {
        return std::pair(a.range.firstKey(), a.range.length) < std::pair(b.range.firstKey(), b.range.length);
    });
    if (format != AddressExport::Nftables) { // which has a set for those that are let in
        SALLYPORT_ASSIGN(rules, keptOut(rules));
    }
    audit::Event event = access::eventBy(current, audit::kind::addressRulesExported);
    event.detailsJson = audit::Details().number("rules", static_cast<std::int64_t>(rules.size())).json();
    SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    return exportText(rules, format, now);
}

} // namespace sallyport::protection
