#include "backend/base/csv_reader.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sallyport {

namespace {

constexpr std::size_t csvFieldsMost = 32;
constexpr std::size_t csvRecordBytes = 16 * 1024;
constexpr std::string_view csvByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view csvSeparators = "\t,;"; // no name of a column has the first, the last may stand in one

/// Of what separates fields and stands in a line outside quotation marks, the most frequent; a comma if there is none.
char mostFrequent(std::string_view line) noexcept
{
    std::array<std::size_t, csvSeparators.size()> counts{};
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        if (const std::size_t at = csvSeparators.find(c); !quoted && at != csvSeparators.npos)
            ++counts[at];
    }
    if (std::ranges::count(counts, 0U) == static_cast<std::ptrdiff_t>(counts.size()))
        return ',';
    return csvSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// What a line `sep=;` says, however it was quoted; nothing if it is another line.
std::optional<std::string_view> announced(std::string_view line) noexcept
{
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
        line = line.substr(1, line.size() - 2);
    constexpr std::string_view begin = "sep=";
    const auto sameLetter = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    if (line.size() < begin.size() || !std::ranges::equal(line.substr(0, begin.size()), begin, sameLetter))
        return std::nullopt;
    return line.substr(begin.size());
}

} // namespace

Error CsvReader::broken(std::string_view what) const
{
    Error error(ErrorCode::InvalidArgument, "Line " + std::to_string(m_line) + " is not CSV: " + std::string(what));
    error.word = "malformed_csv";
    return error;
}

Result<void> CsvReader::add(char c)
{
    if (++m_bytes > csvRecordBytes)
        return broken("a record is longer than 16 KiB.");
    m_field += c;
    return {};
}

Result<void> CsvReader::endField()
{
    if (m_record.fields.size() < csvFieldsMost)
        m_record.fields.push_back(std::exchange(m_field, {}));
    else if (!m_field.empty())
        return broken("a record has more than 32 fields.");
    m_state = State::FieldStart;
    return {};
}

Result<void> CsvReader::endRecord()
{
    // A line with nothing in it is no record.
    if (std::exchange(m_anything, false)) {
        SALLYPORT_TRY(endField());
        SALLYPORT_TRY(m_sink(std::move(m_record)));
    }
    m_record = {m_line + 1, {}};
    m_bytes = 0;
    m_state = State::FieldStart;
    return {};
}

Result<void> CsvReader::take(char c)
{
    if (c == '\0')
        return broken("it holds a NUL. A file in UTF-16 does; save it as CSV in UTF-8.");
    if (m_state == State::Return && c != '\n')
        return broken("a carriage return stands alone.");
    if (m_state == State::Quoted) {
        if (c == '"') {
            m_state = State::QuoteInQuoted;
            return {};
        }
        m_line += c == '\n' ? 1 : 0;
        return add(c);
    }
    m_anything = m_anything || (c != '\n' && c != '\r');
    if (c == m_separator)
        return endField();
    switch (c) {
    case '\n':
        SALLYPORT_TRY(endRecord());
        ++m_line;
        return {};
    case '\r': m_state = State::Return; return {};
    case '"':
        if (m_state == State::FieldStart) {
            m_state = State::Quoted;
            return {};
        }
        if (m_state == State::QuoteInQuoted) {
            m_state = State::Quoted;
            return add('"');
        }
        return broken("a quotation mark stands inside a field that does not begin with one.");
    default:
        if (m_state == State::QuoteInQuoted)
            return broken("text follows the end of a quoted field.");
        m_state = State::Plain;
        return add(c);
    }
}

Result<void> CsvReader::feed(std::string_view piece)
{
    for (const char c : piece) {
        if (m_begun) {
            SALLYPORT_TRY(take(c));
            continue;
        }
        m_head += c;
        if (c == '\n' || m_head.size() == csvRecordBytes)
            SALLYPORT_TRY(begin());
    }
    return {};
}

Result<void> CsvReader::readSeparator()
{
    const std::optional<std::string_view> said = announced(m_head);
    if (!said) {
        m_separator = mostFrequent(m_head);
        return {};
    }
    // Whoever writes such a line means it, so another character than those that are known is an error.
    if (said->size() != 1 || csvSeparators.find(said->front()) == csvSeparators.npos)
        return broken("sep= takes a comma, a semicolon or a tab.");
    m_separator = said->front();
    m_head.clear();
    m_record.line = ++m_line;
    return {};
}

char CsvReader::separatorIn(std::string_view text) noexcept
{
    if (text.starts_with(csvByteOrderMark))
        text.remove_prefix(csvByteOrderMark.size());
    const std::string_view line = text.substr(0, std::min({text.find('\n'), text.size(), csvRecordBytes}));
    const std::optional<std::string_view> said = announced(line);
    if (!said)
        return mostFrequent(line);
    return said->size() == 1 && csvSeparators.find(said->front()) != csvSeparators.npos ? said->front() : ',';
}

Result<void> CsvReader::begin()
{
    m_begun = true;
    if (m_head.starts_with(csvByteOrderMark))
        m_head.erase(0, csvByteOrderMark.size());
    if (m_head.starts_with("\xff\xfe") || m_head.starts_with("\xfe\xff"))
        return broken("it is in UTF-16. Save it as CSV in UTF-8.");
    SALLYPORT_TRY(readSeparator());
    for (const char c : std::exchange(m_head, {}))
        SALLYPORT_TRY(take(c));
    return {};
}

Result<void> CsvReader::finish()
{
    if (!m_begun)
        SALLYPORT_TRY(begin());
    if (m_state == State::Quoted)
        return broken("a quoted field has no end.");
    if (m_state == State::Return)
        return broken("a carriage return stands alone.");
    return endRecord();
}

} // namespace sallyport
