#include "backend/protection/lists/address_files.h"

#include "backend/base/time_format.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace sallyport::protection {

namespace json = boost::json;
using rows::StoredRule;

namespace {

std::string_view withoutBlanks(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\v\f";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == text.npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// One line of a comment: nothing of a reason ends it.
std::string commentText(const AddressRule& rule)
{
    std::string text = rule.reason;
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < ' ' || c == 0x7f; }, ' ');
    return text;
}

std::int64_t secondsLeft(const AddressRule& rule, UtcTime now)
{
    return std::max<std::int64_t>(std::chrono::ceil<std::chrono::seconds>(*rule.expiresAt - now).count(), 1);
}

std::string plainText(std::span<const StoredRule> rules)
{
    std::string text;
    for (const StoredRule& stored : rules) {
        text += stored.rule.address;
        if (const std::string comment = commentText(stored.rule); !comment.empty())
            text += " # " + comment;
        text += '\n';
    }
    return text;
}

/// Sets of nft(8) hold no two intervals that overlap: of ranges inside each other the wider stays, and of two ends of the same
/// the later one.
std::vector<const StoredRule*> apart(std::span<const StoredRule> rules, AddressAction action, bool v4)
{
    std::vector<const StoredRule*> some;
    for (const StoredRule& stored : rules)
        if (stored.rule.action == action && stored.range.base.isV4() == v4)
            some.push_back(&stored);
    std::ranges::sort(some, [](const StoredRule* a, const StoredRule* b) {
        const auto ends = [](const StoredRule* stored) { return stored->rule.expiresAt.value_or(UtcTime::max()); };
        return std::tuple(a->range.base, a->range.length, ends(b)) < std::tuple(b->range.base, b->range.length, ends(a));
    });
    std::vector<const StoredRule*> kept;
    for (const StoredRule* stored : some)
        if (kept.empty() || !kept.back()->range.contains(stored->range.base))
            kept.push_back(stored);
    return kept;
}

void appendElements(std::string& text, std::string_view name, std::span<const StoredRule> rules, AddressAction action, bool v4,
                    UtcTime now)
{
    const auto kept = apart(rules, action, v4);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        text.append(i == 0 ? "add element inet sallyport " + std::string(name) + " {\n    " : ",\n    ");
        text.append(kept[i]->rule.address);
        if (kept[i]->rule.expiresAt)
            text.append(" timeout ").append(std::to_string(secondsLeft(kept[i]->rule, now))).append("s");
    }
    text.append(kept.empty() ? "" : "\n}\n");
}

/// Loaded again, it puts what holds then in place of what held before, and leaves the chains of the table alone.
std::string nftablesText(std::span<const StoredRule> rules, UtcTime now)
{
    struct Set {
        std::string_view name;
        AddressAction action;
        bool v4;
    };
    constexpr std::array<Set, 4> sets{{{"allowed4", AddressAction::Allow, true},
                                       {"allowed6", AddressAction::Allow, false},
                                       {"blocked4", AddressAction::Block, true},
                                       {"blocked6", AddressAction::Block, false}}};
    std::string text = "# Sallyport's address lists, " + toRfc3339(now) +
                       ". Load with: nft -f FILE\n"
                       "# In a chain of your own in this table, the allowed first:\n"
                       "#   ip saddr @allowed4 accept; ip6 saddr @allowed6 accept\n"
                       "#   ip saddr @blocked4 drop; ip6 saddr @blocked6 drop\n"
                       "table inet sallyport {\n";
    for (const Set& set : sets)
        text.append("    set ")
            .append(set.name)
            .append(" { type ")
            .append(set.v4 ? "ipv4_addr" : "ipv6_addr")
            .append("; flags interval, timeout; }\n");
    text += "}\n";
    for (const Set& set : sets) {
        text.append("flush set inet sallyport ").append(set.name).append("\n");
        appendElements(text, set.name, rules, set.action, set.v4, now);
    }
    return text;
}

/// What `cscli decisions import --format json` reads. It has no decision without an end: what stays is given ten years.
std::string crowdSecText(std::span<const StoredRule> rules, UtcTime now)
{
    json::array all;
    for (const StoredRule& stored : rules) {
        const std::int64_t seconds = stored.rule.expiresAt ? secondsLeft(stored.rule, now) : addressRuleLongest.count();
        const std::string reason = commentText(stored.rule);
        all.push_back(json::object{{"duration", std::to_string(seconds) + "s"},
                                   {"scope", stored.range.isOne() ? "ip" : "range"},
                                   {"value", stored.rule.address},
                                   {"type", "ban"},
                                   {"reason", reason.empty() ? std::string("Sallyport") : reason}});
    }
    return json::serialize(all) + '\n';
}

} // namespace

void forEachListLine(std::string_view text, const std::function<void(const ListLine&)>& take)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
        const std::size_t mark = line.find_first_of("#;");
        const std::string_view address = withoutBlanks(line.substr(0, mark));
        if (address.empty())
            continue;
        take({number, address, mark == line.npos ? std::string_view() : withoutBlanks(line.substr(mark + 1))});
    }
}

std::string exportText(std::span<const StoredRule> rules, AddressExport format, UtcTime now)
{
    switch (format) {
    case AddressExport::Nftables: return nftablesText(rules, now);
    case AddressExport::CrowdSec: return crowdSecText(rules, now);
    case AddressExport::Plain: break;
    }
    return plainText(rules);
}

} // namespace sallyport::protection
