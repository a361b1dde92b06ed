#include "backend/protection/limits/rate_keeper.h"

#include "backend/base/encoding.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace sallyport::protection {

namespace {

enum class SavedColumn { Seed, SavedAt, Counts, End };
constexpr storage::Columns<SavedColumn> savedColumns{
    {{SavedColumn::Seed, "seed"}, {SavedColumn::SavedAt, "saved_at"}, {SavedColumn::Counts, "counts"}}};
constexpr auto savedOne = storage::select(savedColumns, "FROM rate_counts WHERE id = 1");

using Seed = std::array<std::uint64_t, 4>;

std::string seedText(const Seed& seed)
{
    return toHex(std::as_bytes(std::span(seed)));
}

std::optional<Seed> seedOf(std::string_view text)
{
    const auto bytes = fromHex(text);
    Seed seed{};
    if (!bytes || bytes->size() != sizeof seed)
        return std::nullopt;
    std::ranges::copy(*bytes, std::as_writable_bytes(std::span(seed)).begin());
    return seed;
}

/// The next word of a line, and the rest.
std::string_view nextWord(std::string_view& rest, char end)
{
    const std::size_t at = std::min(rest.find(end), rest.size());
    const std::string_view word = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return word;
}

template <typename Number>
bool readNumber(std::string_view word, Number& number)
{
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    return read.ec == std::errc() && read.ptr == word.data() + word.size();
}

std::optional<SavedCount> readLine(std::string_view line,
                                   const std::function<std::optional<std::size_t>(std::string_view rule)>& slotOf)
{
    SavedCount saved;
    if (!readNumber(nextWord(line, ' '), saved.tag) || !readNumber(nextWord(line, ' '), saved.count.shape) ||
        !readNumber(nextWord(line, ' '), saved.count.pace))
        return std::nullopt;
    for (std::string_view counts = nextWord(line, ' '); !counts.empty();) {
        std::string_view one = nextWord(counts, ',');
        CountedAt counted;
        if (!readNumber(nextWord(one, ':'), counted.age) || !readNumber(one, counted.requests))
            return std::nullopt;
        saved.count.counted.push_back(counted);
    }
    if (line.empty())
        return saved;
    saved.slot = slotOf(nextWord(line, ' '));
    const std::string_view kind = nextWord(line, ' ');
    const auto text = fromHex(line);
    if (kind.size() != 1 || !text)
        return std::nullopt;
    saved.kind = kind.front();
    saved.text.assign(reinterpret_cast<const char*>(text->data()), text->size());
    return saved;
}

} // namespace

std::string countsText(const std::vector<SavedCount>& counts, const std::function<std::string(std::size_t slot)>& ruleOf)
{
    std::string text;
    for (const SavedCount& saved : counts) {
        text +=
            std::to_string(saved.tag) + ' ' + std::to_string(saved.count.shape) + ' ' + std::to_string(saved.count.pace) + ' ';
        for (const CountedAt& counted : saved.count.counted)
            text += (text.ends_with(' ') ? "" : ",") + std::to_string(counted.age) + ':' + std::to_string(counted.requests);
        if (const std::string rule = saved.slot ? ruleOf(*saved.slot) : std::string(); !rule.empty())
            text += ' ' + rule + ' ' + saved.kind + ' ' + toHex(asBytes(saved.text));
        text += '\n';
    }
    return text;
}

std::vector<SavedCount> readCounts(std::string_view text,
                                   const std::function<std::optional<std::size_t>(std::string_view rule)>& slotOf)
{
    std::vector<SavedCount> counts;
    while (!text.empty()) {
        if (auto saved = readLine(nextWord(text, '\n'), slotOf))
            counts.push_back(std::move(*saved));
    }
    return counts;
}

Result<void> RateKeeper::load(RandomSource& random, bool serves,
                              const std::function<std::optional<std::size_t>(std::string_view)>& slotOf)
{
    std::optional<Seed> seed;
    std::string counts;
    UtcTime savedAt;
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(savedOne));
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        seed = seedOf(rows.row().text(SavedColumn::Seed));
        counts = rows.row().text(SavedColumn::Counts);
        savedAt = rows.row().time(SavedColumn::SavedAt);
        return {};
    };
    SALLYPORT_TRY(m_store.read(work));
    if (!seed && serves) {
        seed.emplace();
        if (!random.fill(std::as_writable_bytes(std::span(*seed))))
            return makeError(ErrorCode::CryptoFailure, "The system has no randomness");
        // A full disk must not keep the vault closed: then the next opening makes another one.
        (void) m_store.write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto put,
                             transaction.prepare("INSERT INTO rate_counts (id, seed, saved_at, counts) VALUES (1, $1, $2, "
                                                 "'') ON CONFLICT (id) DO UPDATE SET seed = excluded.seed, counts = ''"));
            return put.bind(1, seedText(*seed)).bind(2, m_clock.now()).run();
        });
        counts.clear();
    }
    if (!seed)
        return {};
    m_limiter.setSeed(*seed);
    m_limiter.restore(readCounts(counts, slotOf), m_clock.now() - savedAt);
    return {};
}

Result<void> RateKeeper::save(const std::function<std::string(std::size_t)>& ruleOf)
{
    const std::lock_guard lock(m_saving);
    const std::vector<SavedCount> counts = m_limiter.save(savedWindow, savedMost);
    if (counts.empty() && !m_anything)
        return {};
    const std::string text = countsText(counts, ruleOf);
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE rate_counts SET saved_at = $1, counts = $2 WHERE id = 1"));
        return put.bind(1, m_clock.now()).bind(2, text).run();
    };
    SALLYPORT_TRY(m_store.write(work));
    m_anything = !counts.empty();
    return {};
}

} // namespace sallyport::protection
