#include "backend/records/record_file.h"

#include "backend/base/csv_field.h"
#include "backend/base/shown_text.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

#include <utility>

namespace sallyport::records {

namespace {

void addCsv(std::string& to, const Record& record, const TimeZone& zone)
{
    const auto field = [&to](std::string_view text, char end = ',') {
        appendCsvField(to, text);
        to += end;
    };
    std::string members;
    for (const std::string& name : record.sensitive)
        members.append(members.empty() ? "" : ", ").append(name);
    field(record.title);
    field(record.department.value_or(std::string()));
    field(classificationWord(record.classification));
    field(record.owner);
    field(record.body);
    field(members);
    field(zone.rfc3339(record.createdAt));
    field(record.createdBy);
    field(zone.rfc3339(record.changedAt));
    field(record.changedBy);
    field(record.ownerId.text());
    field(record.id.text(), '\r');
    to += '\n';
}

} // namespace

boost::json::object recordJson(const Record& record)
{
    boost::json::object object;
    object.reserve(13);
    object["id"] = record.id.text();
    object["title"] = record.title;
    object["body"] = record.body;
    object["department"] = record.department ? boost::json::value(*record.department) : boost::json::value(nullptr);
    object["classification"] = classificationWord(record.classification);
    object["owner_id"] = record.ownerId.empty() ? boost::json::value(nullptr) : boost::json::value(record.ownerId.text());
    object["owner"] = record.owner;
    boost::json::object sensitive;
    for (const std::string& name : record.sensitive)
        sensitive[name] = nullptr;
    object["sensitive"] = std::move(sensitive);
    object["created_at"] = toRfc3339(record.createdAt);
    object["created_by"] = record.createdBy;
    object["changed_at"] = toRfc3339(record.changedAt);
    object["changed_by"] = record.changedBy;
    object["version"] = record.version;
    return object;
}

std::optional<RecordFileText::Format> RecordFileText::formatOf(std::string_view word) noexcept
{
    if (word == "csv")
        return Format::Csv;
    if (word == "json")
        return Format::Json;
    return std::nullopt;
}

void RecordFileText::begin(std::string& to) const
{
    if (m_mark && m_format == Format::Csv)
        to += byteOrderMark;
    to += m_format == Format::Csv ? "title,department,classification,owner,body,sensitive_members,created_at,created_by,"
                                    "changed_at,changed_by,owner_id,id\r\n"
                                  : "{\"data\":[";
}

void RecordFileText::add(std::string& to, const Record& record)
{
    if (m_format == Format::Csv) {
        addCsv(to, record, m_zone);
    } else {
        to += std::exchange(m_first, false) ? "\n" : ",\n";
        appendJsonText(to, boost::json::serialize(recordJson(record)));
    }
}

void RecordFileText::end(std::string& to) const
{
    if (m_format == Format::Json)
        to += "\n]}\n";
}

} // namespace sallyport::records
