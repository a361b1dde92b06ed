#include "backend/audit/documents/csv_document.h"

#include "backend/audit/event_csv.h"
#include "backend/base/csv_field.h"

namespace sallyport::audit {

Result<void> CsvDocument::begin(const DocumentHead& head)
{
    m_zone = head.zone;
    m_damage = head.damage;
    if (m_mark)
        m_out.text() += byteOrderMark;
    return {};
}

Result<void> CsvDocument::beginTable(const Table& table)
{
    m_inMain = table.main;
    if (!m_inMain)
        return {};
    for (bool first = true; const TableColumn& column : table.columns) {
        if (!first)
            m_out.text() += ',';
        first = false;
        m_out.text() += column.id;
    }
    if (!m_damage.empty())
        m_out.text().append(",").append(damageColumn);
    m_out.text() += "\r\n";
    return {};
}

Result<void> CsvDocument::row(const std::vector<Cell>& cells)
{
    if (!m_inMain)
        return {};
    std::string& out = m_out.text();
    for (bool first = true; const Cell& cell : cells) {
        if (!first)
            out += ',';
        first = false;
        if (const auto* text = std::get_if<std::string>(&cell))
            appendCsvField(out, *text);
        else if (const auto* number = std::get_if<std::int64_t>(&cell))
            out += std::to_string(*number);
        else if (const auto* time = std::get_if<UtcTime>(&cell))
            out += m_zone.rfc3339(*time);
        else if (const auto* said = std::get_if<Phrase>(&cell))
            appendCsvField(out, textOf(*said));
    }
    appendDamageField(out, m_damage);
    out += "\r\n";
    return m_out.settle();
}

Result<void> CsvDocument::endTable()
{
    m_inMain = false;
    return m_out.settle();
}

} // namespace sallyport::audit
