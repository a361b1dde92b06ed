#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

/// Reads CSV (RFC 4180) piece by piece: quotation marks doubled inside quoted fields, lines that end with LF or CRLF. Fields
/// stand apart by commas, or by semicolons or tabs, as spreadsheets write them in many countries: `sep=;` in the first line
/// says by what, or else the first line shows it. Bounded: a record has at most 32 fields, empty ones behind them don't count,
/// and 16 KiB. UTF-8; a byte order mark at the beginning is passed over.
class CsvReader {
public:
    struct Record {
        std::int64_t line = 0; ///< where it begins, from 1
        std::vector<std::string> fields;
    };
    /// An error stops the reading and is handed on.
    using Sink = std::function<Result<void>(Record&& record)>;

    explicit CsvReader(Sink sink) : m_sink(std::move(sink)) {}

    /// InvalidArgument says in which line the text is no CSV; whatever the sink says.
    [[nodiscard]] Result<void> feed(std::string_view piece);
    /// The text is over: its last record may have no line end.
    [[nodiscard]] Result<void> finish();

    /// What separates the fields of a text that begins so: as `sep=;` says or the first line shows.
    static char separatorIn(std::string_view text) noexcept;

private:
    enum class State : std::uint8_t { FieldStart, Plain, Quoted, QuoteInQuoted, Return };

    Result<void> begin();
    Result<void> readSeparator();
    Result<void> take(char c);
    Result<void> add(char c);
    Result<void> endField();
    Result<void> endRecord();
    Error broken(std::string_view what) const;

    Sink m_sink;
    Record m_record{1, {}};
    std::string m_field;
    std::size_t m_bytes = 0; ///< of the record
    std::int64_t m_line = 1;
    std::string m_head; ///< the first line, until what separates its fields is known
    char m_separator = ',';
    bool m_begun = false;    ///< it is
    bool m_anything = false; ///< the record holds something, and be it an empty field in quotation marks
    State m_state = State::FieldStart;
};

} // namespace sallyport
