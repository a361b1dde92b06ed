#pragma once

#include "backend/base/time_zone.h"
#include "backend/records/record.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::records {

/// A record as the API tells of one: its sensitive members by name, each null.
boost::json::object recordJson(const Record& record);

/// Records as a file, piece by piece. CSV is RFC 4180, formula-safe as the journal's, each record ended by CRLF, its times in
/// `zone`; it may begin with a byte order mark. JSON is `{"data": [..]}` with the API's members. Never a sensitive value.
class RecordFileText {
public:
    enum class Format : std::uint8_t { Csv, Json };
    static std::optional<Format> formatOf(std::string_view word) noexcept; ///< `csv` | `json`

    explicit RecordFileText(Format format, const TimeZone& zone = {}, bool byteOrderMark = false)
        : m_format(format), m_zone(zone), m_mark(byteOrderMark)
    {
    }

    void begin(std::string& to) const;
    void add(std::string& to, const Record& record);
    void end(std::string& to) const;

private:
    Format m_format;
    TimeZone m_zone;
    bool m_mark;
    bool m_first = true;
};

} // namespace sallyport::records
