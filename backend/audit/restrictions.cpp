#include "backend/audit/restrictions.h"

#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/base/case_fold.h"
#include "backend/base/sort_once.h"
#include "backend/base/utf8.h"
#include "backend/storage/search_pattern.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

/// Between fields that are searched as one text, so that nothing is found across their border.
#define SEPARATOR "\x1f"

using Words = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;

/// The known kinds that the words name; a trailing `.` or `.*` means the family. A word that names none stays, and
/// matches nothing or an event of another version.
Words kindsOf(const Words& wanted)
{
    Words kinds;
    for (std::string word : wanted) {
        if (word.ends_with(".*"))
            word.pop_back();
        if (!word.ends_with('.')) {
            kinds.push_back(std::move(word));
            continue;
        }
        for (const EventKind& known : eventKinds())
            if (known.word.starts_with(word))
                kinds.emplace_back(known.word);
    }
    sortOnce(kinds);
    return kinds;
}

/// Kinds whose word or English title contains the text, by searchKey().
Words kindsLike(std::string_view key)
{
    Words kinds;
    for (const EventKind& known : eventKinds())
        if (searchKey(known.word).find(key) != std::string::npos || searchKey(known.title).find(key) != std::string::npos)
            kinds.emplace_back(known.word);
    return kinds;
}

Restriction kindRestriction(const Words& wanted)
{
    const Words kinds = kindsOf(wanted);
    Restriction result;
    result.test = [kinds](SqlText& sql) { sql.add("coalesce(e.kind, '') IN ").bindList(kinds); };
    result.candidates = [kinds](SqlText& sql) { sql.add("SELECT c.sequence FROM events c WHERE c.kind IN ").bindList(kinds); };
    if (kinds.size() == 1)
        result.ordered = [kind = kinds.front()](SqlText& sql) { sql.add("e.kind = ").bind(kind); };
    return result;
}

Restriction outcomeRestriction(const std::vector<Outcome>& wanted)
{
    Numbers outcomes;
    for (const Outcome outcome : wanted)
        outcomes.push_back(static_cast<std::int64_t>(outcome));
    Restriction result;
    result.test = [outcomes](SqlText& sql) { sql.add("+e.outcome IN ").bindList(outcomes); };
    // The index leaves out success, which is no restriction worth one.
    if (std::ranges::find(outcomes, 0) != outcomes.end())
        return result;
    result.candidates = [outcomes](SqlText& sql) {
        sql.add("SELECT c.sequence FROM events c WHERE c.outcome <> 0 AND c.outcome IN ").bindList(outcomes);
    };
    if (outcomes.size() == 1)
        result.ordered = [outcome = outcomes.front()](SqlText& sql) { sql.add("e.outcome <> 0 AND e.outcome = ").bind(outcome); };
    return result;
}

Restriction severityRestriction(Severity atLeast)
{
    const auto least = static_cast<std::int64_t>(atLeast);
    Restriction result;
    result.test = [least](SqlText& sql) { sql.add("+e.severity >= ").bind(least); };
    if (atLeast > Severity::Info)
        result.candidates = [least](SqlText& sql) {
            sql.add("SELECT c.sequence FROM events c WHERE c.severity <> 0 AND c.severity >= ").bind(least);
        };
    return result;
}

struct KeyRange {
    Bytes first, last;
};

/// A wide IPv6 network goes around the keys of IPv4, which it doesn't contain as addresses.
void addWithoutMapped(std::vector<KeyRange>& ranges, const KeyRange& range)
{
    Bytes mapped(16, std::byte{0}), mappedEnd(16, std::byte{0});
    std::fill(mapped.begin() + 10, mapped.begin() + 12, std::byte{0xff});
    std::fill(mappedEnd.begin() + 10, mappedEnd.end(), std::byte{0xff});
    if (range.last < mapped || range.first > mappedEnd) {
        ranges.push_back(range);
        return;
    }
    Bytes before = mapped, after(16, std::byte{0});
    before[11] = std::byte{0xfe};
    std::fill(before.begin() + 12, before.end(), std::byte{0xff});
    after[9] = std::byte{1};
    if (range.first < mapped)
        ranges.push_back({range.first, before});
    if (range.last > mappedEnd)
        ranges.push_back({after, range.last});
}

/// First and last address of a network as keys. An unparsable one (not from parseFilter) matches nothing.
std::vector<KeyRange> rangesOf(const Words& networks)
{
    std::vector<KeyRange> ranges;
    for (const std::string& text : networks) {
        const auto network = Cidr::parse(text);
        if (!network)
            continue;
        const std::string whole = network->text();
        const std::size_t slash = whole.find('/');
        const auto base = IpAddress::parse(std::string_view(whole).substr(0, slash));
        if (!base)
            continue;
        std::size_t prefix = slash == whole.npos ? (base->isV4() ? 32u : 128u) : std::stoul(whole.substr(slash + 1));
        prefix += base->isV4() ? 96 : 0;
        const auto key = addressKey(*base);
        KeyRange range{Bytes(key.begin(), key.end()), Bytes(key.begin(), key.end())};
        for (std::size_t bit = prefix; bit < 128; ++bit)
            range.last[bit / 8] |= std::byte{0x80} >> (bit % 8);
        if (base->isV4())
            ranges.push_back(std::move(range));
        else
            addWithoutMapped(ranges, range);
    }
    return ranges;
}

Restriction addressRestriction(const Words& networks)
{
    const std::vector<KeyRange> ranges = rangesOf(networks);
    Restriction result;
    result.test = [ranges](SqlText& sql) {
        sql.add("(1 = 0");
        for (const KeyRange& range : ranges)
            sql.add(" OR coalesce(e.address_key, NULL) BETWEEN ").bind(range.first).add(" AND ").bind(range.last);
        sql.add(")");
    };
    result.candidates = [ranges](SqlText& sql) {
        // UNION ALL, as UNION would gather all before it gives out the first.
        sql.add("SELECT c.sequence FROM events c WHERE 1 = 0");
        for (const KeyRange& range : ranges)
            sql.add(" UNION ALL SELECT c.sequence FROM events c WHERE c.address_key IS NOT NULL "
                    "AND c.address_key BETWEEN ")
                .bind(range.first)
                .add(" AND ")
                .bind(range.last);
    };
    if (ranges.size() == 1 && ranges.front().first == ranges.front().last)
        result.ordered = [key = ranges.front().first](SqlText& sql) {
            sql.add("e.address_key IS NOT NULL AND e.address_key = ").bind(key);
        };
    return result;
}

/// Each name by the rule of its own, as event_match.cpp has it, whatever stands beside it.
Restriction userRestriction(const Words& users)
{
    // The journal's indexes know letters of ASCII only; who asks for others waits for all rows to be looked at.
    Words lower, keys;
    for (const std::string& user : users)
        if (isAscii(user))
            lower.push_back(toLowerAscii(user));
        else
            keys.push_back(searchKey(user));
    Restriction result;
    result.test = [lower, keys](SqlText& sql) {
        bool first = true;
        for (const std::string_view column :
             {"actor_name", "actor_id", "actor_email", "object_name", "object_id", "object_email"}) {
            const std::string text = "coalesce(e." + std::string(column) + ", '')";
            // A name may be of what no key keeps; that isn't nobody.
            sql.add(first ? "((" : " OR (").add(text).add(" <> '' AND (1 = 0");
            if (!lower.empty())
                sql.add(" OR lower(").add(text).add(") IN ").bindList(lower);
            if (!keys.empty())
                sql.add(" OR search_key(").add(text).add(") IN ").bindList(keys);
            sql.add("))");
            first = false;
        }
        sql.add(")");
    };
    if (!keys.empty())
        return result;
    result.candidates = [lower](SqlText& sql) {
        bool first = true;
        for (const std::string_view column :
             {"actor_name", "actor_email", "object_name", "object_email", "actor_id", "object_id"}) {
            sql.add(first ? "" : " UNION ALL ").add("SELECT c.sequence FROM events c WHERE c.").add(column);
            sql.add(" <> '' AND lower(c.").add(column).add(") IN ").bindList(lower);
            first = false;
        }
    };
    return result;
}

Restriction requestRestriction(const Words& requests)
{
    Restriction result;
    result.test = [requests](SqlText& sql) { sql.add("coalesce(e.request_id, '') IN ").bindList(requests); };
    result.candidates = [requests](SqlText& sql) {
        sql.add("SELECT c.sequence FROM events c WHERE c.request_id <> '' AND c.request_id IN ").bindList(requests);
    };
    return result;
}

/// What is about one of the sessions, or has the id of one in quotation marks among its details.
Restriction sessionRestriction(const Words& sessions)
{
    Restriction result;
    result.test = [sessions](SqlText& sql) {
        sql.add("((coalesce(e.object_kind, '') = 'session' AND coalesce(e.object_id, '') IN ").bindList(sessions).add(")");
        // LIKE finds them fast, but small letters too; what is left without the id had it as it is.
        for (const std::string& session : sessions) {
            const std::string quoted = '"' + session + '"';
            sql.add(" OR (e.details LIKE ").bind('%' + quoted + '%').add(" AND replace(e.details, ");
            sql.bind(quoted).add(", '') <> e.details)");
        }
        sql.add(")");
    };
    return result;
}

Restriction reasonRestriction(const Words& reasons)
{
    Restriction result;
    result.test = [reasons](SqlText& sql) { sql.add("coalesce(e.reason, '') IN ").bindList(reasons); };
    return result;
}

Restriction pathRestriction(const Words& paths)
{
    Restriction result;
    result.test = [paths](SqlText& sql) {
        for (bool first = true; const std::string& path : paths) {
            sql.add(first ? "(" : " OR ")
                .add("substr(e.path, 1, ")
                .bind(static_cast<std::int64_t>(codePointCount(path).value_or(path.size())));
            sql.add(") = ").bind(path);
            first = false;
        }
        sql.add(")");
    };
    return result;
}

Restriction textRestriction(const std::string& text)
{
    const Words kinds = kindsLike(searchKey(text));
    Restriction result;
    result.test = [pattern = storage::searchPattern(text), kinds](SqlText& sql) {
        sql.add("(search_key(e.actor_name || '" SEPARATOR "' || e.object_name || '" SEPARATOR "' || e.address || '" SEPARATOR
                "' || e.path || '" SEPARATOR "' || e.reason) LIKE ")
            .bind(pattern)
            .add(" ESCAPE '\\'");
        if (!kinds.empty())
            sql.add(" OR coalesce(e.kind, '') IN ").bindList(kinds);
        sql.add(")");
    };
    return result;
}

Restriction excluded(const Restriction& restriction)
{
    Restriction result;
    result.test = [test = restriction.test](SqlText& sql) {
        // An event without an address is in no network: NULL counts as "not matched".
        sql.add("NOT coalesce(");
        test(sql);
        sql.add(", 1 = 0)");
    };
    return result;
}

} // namespace

std::vector<Restriction> restrictionsOf(const EventQuery& query)
{
    std::vector<Restriction> all;
    if (!query.kinds.empty())
        all.push_back(kindRestriction(query.kinds));
    if (!query.outcomes.empty())
        all.push_back(outcomeRestriction(query.outcomes));
    if (query.atLeast && *query.atLeast > Severity::Info)
        all.push_back(severityRestriction(*query.atLeast));
    if (!query.addresses.empty())
        all.push_back(addressRestriction(query.addresses));
    if (!query.users.empty())
        all.push_back(userRestriction(query.users));
    if (!query.requestIds.empty())
        all.push_back(requestRestriction(query.requestIds));
    if (!query.paths.empty())
        all.push_back(pathRestriction(query.paths));
    if (!query.sessions.empty())
        all.push_back(sessionRestriction(query.sessions));
    if (!query.reasons.empty())
        all.push_back(reasonRestriction(query.reasons));
    for (const std::string& text : query.texts)
        all.push_back(textRestriction(text));
    const EventQuery::Excluded& without = query.without;
    if (!without.kinds.empty())
        all.push_back(excluded(kindRestriction(without.kinds)));
    if (!without.outcomes.empty())
        all.push_back(excluded(outcomeRestriction(without.outcomes)));
    if (!without.addresses.empty())
        all.push_back(excluded(addressRestriction(without.addresses)));
    if (!without.users.empty())
        all.push_back(excluded(userRestriction(without.users)));
    if (!without.paths.empty())
        all.push_back(excluded(pathRestriction(without.paths)));
    if (!without.reasons.empty())
        all.push_back(excluded(reasonRestriction(without.reasons)));
    for (const std::string& text : without.texts)
        all.push_back(excluded(textRestriction(text)));
    return all;
}

} // namespace sallyport::audit
