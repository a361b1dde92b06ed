#include "backend/identity/users/user_search_index.h"

#include "backend/base/case_fold.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sallyport::identity {

namespace {

constexpr std::size_t groupLength = 3; // of migration 0039's tokenizer
constexpr std::int64_t sampleSize = 512;
/// Each group more costs a look through its list, and these tell enough.
constexpr std::size_t mostGroups = 6;
/// A list so many times as long as the shortest one costs more than the candidates that it rules out.
constexpr std::uint32_t muchLonger = 8;

enum class SampleColumn { NameKey, EmailKey, Number, End };
constexpr storage::Columns<SampleColumn> sampleColumns{
    {{SampleColumn::NameKey, "u.name_key"}, {SampleColumn::EmailKey, "u.email_key"}, {SampleColumn::Number, "n.number"}}};
constexpr auto sampleFrom = storage::select(sampleColumns, "FROM user_search_numbers n JOIN users u ON u.id = n.user_id WHERE "
                                                           "n.number >= $1 ORDER BY n.number LIMIT 1");

/// Where the code points of well-formed UTF-8 begin, and the end.
std::vector<std::size_t> codePoints(std::string_view text)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U)
            places.push_back(i);
    }
    places.push_back(text.size());
    return places;
}

std::string quoted(std::string_view group)
{
    std::string text = "\"";
    for (const char c : group) {
        if (c == '"')
            text += '"';
        text += c;
    }
    return text + '"';
}

/// Its groups, each once, in their order.
std::vector<std::string_view> groupsOf(std::string_view key)
{
    const std::vector<std::size_t> places = codePoints(key);
    std::vector<std::string_view> groups;
    for (std::size_t i = 0; i + groupLength < places.size(); ++i) {
        const auto group = key.substr(places[i], places[i + groupLength] - places[i]);
        const bool ends = group.find('\0') != group.npos; // would end the question
        if (!ends && std::ranges::find(groups, group) == groups.end())
            groups.push_back(group);
    }
    return groups;
}

} // namespace

Result<GroupSample> GroupSample::take(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto most, transaction.prepare("SELECT COALESCE(MAX(number), 0) FROM user_search_numbers"));
    SALLYPORT_TRY(most.step());
    const std::int64_t last = most.integer();
    const std::int64_t step = std::max<std::int64_t>(1, last / sampleSize);
    GroupSample sample;
    for (std::int64_t number = 1; number <= last; number += step) {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(sampleFrom));
        rows.bind(1, number);
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        ++sample.m_users;
        const auto row = rows.row();
        sample.add(row.text(SampleColumn::NameKey));
        sample.add(row.text(SampleColumn::EmailKey));
        number = std::max(number, row.integer(SampleColumn::Number)); // over a gap
    }
    return sample;
}

void GroupSample::add(std::string_view text)
{
    for (const std::string_view group : groupsOf(text)) {
        Count& count = m_counts[std::string(group)];
        if (count.last != m_users)
            ++count.users;
        count.last = m_users;
    }
}

std::uint32_t GroupSample::count(std::string_view group) const
{
    const auto known = m_counts.find(std::string(group));
    return known == m_counts.end() ? 0 : known->second.users;
}

std::string userSearchGroups(std::string_view text, const GroupSample& sample)
{
    const std::string key = searchKey(text);
    std::vector<std::pair<std::uint32_t, std::string_view>> groups;
    for (const std::string_view group : groupsOf(key))
        groups.emplace_back(std::max(1U, sample.count(group)), group);
    std::ranges::stable_sort(groups, {}, [](const auto& group) { return group.first; });
    std::string question;
    for (std::size_t i = 0; i < std::min(groups.size(), mostGroups) && groups[i].first <= muchLonger * groups[0].first; ++i)
        question += (question.empty() ? "" : " AND ") + quoted(groups[i].second);
    return question;
}

void addSearchIds(storage::SqlText& sql, const std::string& groups)
{
    sql.add("f.id IN (SELECT n.user_id FROM user_search s JOIN user_search_numbers n ON n.number = s.rowid "
            "WHERE s.user_search MATCH ");
    sql.bind(groups).add(")");
}

void addNumberedIds(storage::SqlText& sql, const std::string& numbers)
{
    sql.add("f.id IN (SELECT n.user_id FROM user_search_numbers n WHERE n.number IN (SELECT value FROM json_each(");
    sql.bind(numbers).add(")))");
}

Result<std::string> searchNumbers(storage::Transaction& transaction, const std::string& groups, std::int64_t most)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT s.rowid FROM user_search s WHERE s.user_search MATCH $1 LIMIT $2"));
    found.bind(1, groups).bind(2, most + 1);
    std::string numbers = "[";
    for (std::int64_t count = 0;; ++count) {
        SALLYPORT_ASSIGN(const bool row, found.step());
        if (!row)
            return numbers + ']';
        if (count == most)
            return std::string();
        numbers.append(count == 0 ? "" : ",").append(std::to_string(found.integer()));
    }
}

Result<std::int64_t> searchCount(storage::Transaction& transaction, const std::string& groups, std::int64_t most)
{
    SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM (SELECT 1 FROM user_search s WHERE s.user_search "
                                                     "MATCH $1 LIMIT $2) AS found"));
    count.bind(1, groups).bind(2, most);
    SALLYPORT_TRY(count.step());
    return count.integer();
}

} // namespace sallyport::identity
