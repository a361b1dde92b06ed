#include "backend/journal/top_lists.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace sallyport::journal {
namespace {

enum class TopColumn { Kind, ActorKind, Actor, Address, Path, End };
constexpr storage::Columns<TopColumn> topColumns{{{TopColumn::Kind, "e.kind"},
                                                  {TopColumn::ActorKind, "e.actor_kind"},
                                                  {TopColumn::Actor, "e.actor_name"},
                                                  {TopColumn::Address, "e.address"},
                                                  {TopColumn::Path, "e.path"}}};

/// How often each text came; what is empty isn't counted.
class Tally {
public:
    void count(std::string text)
    {
        if (!text.empty())
            ++m_counts[std::move(text)];
    }
    std::vector<TopValue> top(std::size_t most) const
    {
        std::vector<TopValue> values;
        values.reserve(m_counts.size());
        for (const auto& [text, count] : m_counts)
            values.push_back({text, count});
        const auto before = [](const TopValue& a, const TopValue& b) {
            return std::tie(b.count, a.value) < std::tie(a.count, b.value);
        };
        const auto end = values.begin() + static_cast<std::ptrdiff_t>(std::min(most, values.size()));
        std::partial_sort(values.begin(), end, values.end(), before);
        values.erase(end, values.end());
        return values;
    }

private:
    std::unordered_map<std::string, std::int64_t> m_counts; ///< at most topLooksAt
};

} // namespace

Result<TopLists> topLists(storage::Transaction& transaction, const audit::EventSelection& selection, std::uint32_t most)
{
    audit::SqlText sql;
    sql.add("SELECT ").add(topColumns.text());
    selection.addSource(sql);
    selection.addNewest(sql, topLooksAt + 1);
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, topColumns));
    Tally kinds, users, addresses, paths;
    TopLists lists;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        if (lists.events == topLooksAt) {
            lists.all = false;
            break;
        }
        ++lists.events;
        const auto row = rows.row();
        kinds.count(row.text(TopColumn::Kind));
        if (row.text(TopColumn::ActorKind) != "system")
            users.count(row.text(TopColumn::Actor));
        addresses.count(row.text(TopColumn::Address));
        paths.count(row.text(TopColumn::Path));
    }
    lists.kinds = kinds.top(most);
    lists.users = users.top(most);
    lists.addresses = addresses.top(most);
    lists.paths = paths.top(most);
    return lists;
}

} // namespace sallyport::journal
