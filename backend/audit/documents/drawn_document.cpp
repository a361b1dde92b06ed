#include "backend/audit/documents/json_cells.h"
#include "backend/audit/documents/json_document.h"
#include "backend/base/shown_text.h"

namespace sallyport::audit {

namespace {

constexpr std::size_t drawnPiece = 64 * 1024;

void drawnText(std::string& to, std::string_view name, std::string_view value)
{
    to.append(",\"").append(name).append("\":");
    appendJsonString(to, value);
}

void drawnWords(std::string& to, std::string_view name, const Phrase& words)
{
    to.append(to.back() == '{' ? "\"" : ",\"").append(name).append("\":");
    appendDrawnWords(to, words);
}

} // namespace

Result<void> DrawnDocument::settle()
{
    if (m_waiting.size() < drawnPiece)
        return {};
    const Result<void> written = m_write(m_waiting);
    m_waiting.clear();
    return written;
}

Result<void> DrawnDocument::begin(const DocumentHead& head)
{
    m_zone = head.zone;
    m_waiting += R"({"report":"document")";
    drawnWords(m_waiting, "title", head.title);
    drawnText(m_waiting, "language", head.language);
    drawnText(m_waiting, "vault", head.vault);
    drawnText(m_waiting, "operator", head.operatorName);
    drawnText(m_waiting, "generated", m_zone.rfc3339(head.generatedAt));
    drawnText(m_waiting, "zone", m_zone.place(head.generatedAt));
    drawnText(m_waiting, "filter", head.filter);
    if (head.since)
        drawnText(m_waiting, "since", m_zone.rfc3339(*head.since));
    if (head.until)
        drawnText(m_waiting, "until", m_zone.rfc3339(*head.until));
    m_waiting += "}\n";
    return settle();
}

Result<void> DrawnDocument::section(const Phrase& title)
{
    m_waiting += '{';
    drawnWords(m_waiting, "section", title);
    m_waiting += "}\n";
    return settle();
}

Result<void> DrawnDocument::note(const Phrase& text, Tone tone)
{
    m_waiting += '{';
    drawnWords(m_waiting, "note", text);
    drawnText(m_waiting, "tone", toneWord(tone));
    m_waiting += "}\n";
    return settle();
}

Result<void> DrawnDocument::figures(const std::vector<KeyFigure>& figures)
{
    m_waiting += "{\"figures\":[";
    for (bool first = true; const KeyFigure& figure : figures) {
        m_waiting += first ? "{" : ",{";
        first = false;
        drawnWords(m_waiting, "label", figure.label);
        m_waiting += ",\"value\":";
        appendDrawnCell(m_waiting, figure.value, m_zone);
        drawnText(m_waiting, "tone", toneWord(figure.tone));
        m_waiting += '}';
    }
    m_waiting += "]}\n";
    return settle();
}

Result<void> DrawnDocument::chart(const Chart& chart)
{
    m_waiting += '{';
    drawnWords(m_waiting, "chart", chart.title);
    drawnText(m_waiting, "kind", chart.kind == Chart::Kind::Columns ? "columns" : "bars");
    m_waiting += ",\"series\":[";
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        m_waiting += i == 0 ? "{" : ",{";
        drawnWords(m_waiting, "name", chart.series[i]);
        drawnText(m_waiting, "tone", toneWord(i < chart.tones.size() ? chart.tones[i] : Tone::Plain));
        m_waiting += '}';
    }
    m_waiting += "],\"points\":[";
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        m_waiting += i == 0 ? "{" : ",{";
        drawnWords(m_waiting, "label", chart.points[i].label);
        m_waiting += ",\"values\":[";
        for (std::size_t k = 0; k < chart.points[i].values.size(); ++k)
            m_waiting += (k == 0 ? "" : ",") + std::to_string(chart.points[i].values[k]);
        m_waiting += "]}";
    }
    m_waiting += "]}\n";
    return settle();
}

Result<void> DrawnDocument::beginTable(const Table& table)
{
    m_waiting += '{';
    drawnWords(m_waiting, "table", table.caption);
    m_waiting += ",\"rows\":" + std::to_string(table.rows) + (table.isLong ? ",\"long\":true" : "") +
                 (table.lines > 1 ? ",\"lines\":2" : "") + ",\"columns\":[";
    for (bool first = true; const TableColumn& column : table.columns) {
        m_waiting += first ? "{" : ",{";
        first = false;
        drawnWords(m_waiting, "title", column.title);
        m_waiting += ",\"share\":" + std::to_string(column.share) + (column.type == CellType::Number ? ",\"right\":true}" : "}");
    }
    m_waiting += "]}\n";
    return settle();
}

Result<void> DrawnDocument::row(const std::vector<Cell>& cells)
{
    m_waiting += "{\"row\":[";
    for (bool first = true; const Cell& cell : cells) {
        if (!first)
            m_waiting += ',';
        first = false;
        appendDrawnCell(m_waiting, cell, m_zone);
    }
    m_waiting += "]}\n";
    return settle();
}

Result<void> DrawnDocument::endTable()
{
    m_waiting += "{\"end\":\"table\"}\n";
    return settle();
}

Result<void> DrawnDocument::finish()
{
    m_waiting += "{\"end\":\"document\"}\n";
    const Result<void> written = m_write(m_waiting);
    m_waiting.clear();
    return written;
}

} // namespace sallyport::audit
