#include "backend/base/csv_reader.h"

#include <utility>

namespace sallyport {

namespace {

constexpr std::size_t csvFieldsMost = 32;
constexpr std::size_t csvRecordBytes = 16 * 1024;
constexpr std::string_view csvByteOrderMark = "\xef\xbb\xbf";

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
    if (m_record.fields.size() == csvFieldsMost)
        return broken("a record has more than 32 fields.");
    m_record.fields.push_back(std::exchange(m_field, {}));
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
        return broken("it holds a NUL.");
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
    switch (c) {
    case '\n':
        SALLYPORT_TRY(endRecord());
        ++m_line;
        return {};
    case '\r': m_state = State::Return; return {};
    case ',': return endField();
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
        if (csvByteOrderMark.starts_with(m_head) && m_head != csvByteOrderMark)
            continue;
        SALLYPORT_TRY(begin());
    }
    return {};
}

Result<void> CsvReader::begin()
{
    m_begun = true;
    if (m_head == csvByteOrderMark)
        return {};
    for (const char c : m_head)
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
