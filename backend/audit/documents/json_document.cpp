#include "backend/audit/documents/json_document.h"

#include "backend/audit/documents/json_cells.h"
#include "backend/base/shown_text.h"

namespace sallyport::audit {

namespace {

void textMember(std::string& to, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    to.append(",\"").append(name).append("\":");
    appendJsonString(to, value);
}

void wordsMember(std::string& to, std::string_view name, const Phrase& words)
{
    textMember(to, name, textOf(words));
}

} // namespace

Result<void> JsonDocument::begin(const DocumentHead& head)
{
    std::string& out = m_out.text();
    out += R"({"type":"report")";
    textMember(out, "report", head.report);
    wordsMember(out, "title", head.title);
    textMember(out, "vault", head.vault);
    textMember(out, "prepared_by", head.operatorName);
    textMember(out, "generated", TimeZone().rfc3339(head.generatedAt));
    if (head.since)
        textMember(out, "since", TimeZone().rfc3339(*head.since));
    if (head.until)
        textMember(out, "until", TimeZone().rfc3339(*head.until));
    textMember(out, "filter", head.filter);
    textMember(out, "damage", head.damage);
    out += "}\n";
    return m_out.settle();
}

Result<void> JsonDocument::section(const Phrase& title)
{
    m_out.text() += R"({"type":"section")";
    wordsMember(m_out.text(), "title", title);
    m_out.text() += "}\n";
    return m_out.settle();
}

Result<void> JsonDocument::note(const Phrase& text, Tone tone)
{
    m_out.text() += R"({"type":"note")";
    wordsMember(m_out.text(), "text", text);
    textMember(m_out.text(), "tone", toneWord(tone));
    m_out.text() += "}\n";
    return m_out.settle();
}

Result<void> JsonDocument::figures(const std::vector<KeyFigure>& figures)
{
    for (const KeyFigure& figure : figures) {
        m_out.text() += R"({"type":"figure")";
        wordsMember(m_out.text(), "label", figure.label);
        m_out.text() += ",\"value\":";
        appendJsonCell(m_out.text(), figure.value, {});
        m_out.text() += "}\n";
    }
    return m_out.settle();
}

Result<void> JsonDocument::chart(const Chart& chart)
{
    std::string& out = m_out.text();
    out += R"({"type":"chart")";
    wordsMember(out, "title", chart.title);
    wordsMember(out, "summary", chart.summary);
    out += ",\"series\":[";
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        out += i == 0 ? "" : ",";
        appendJsonWords(out, chart.series[i]);
    }
    out += "],\"points\":[";
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        out += i == 0 ? "{\"label\":" : ",{\"label\":";
        appendJsonWords(out, chart.points[i].label);
        out += ",\"values\":[";
        for (std::size_t k = 0; k < chart.points[i].values.size(); ++k)
            out += (k == 0 ? "" : ",") + std::to_string(chart.points[i].values[k]);
        out += "]}";
    }
    out += "]}\n";
    return m_out.settle();
}

Result<void> JsonDocument::beginTable(const Table& table)
{
    m_rowStart = R"({"type":"row","table":)";
    appendJsonString(m_rowStart, table.id);
    m_names.clear();
    for (const TableColumn& column : table.columns)
        m_names.push_back(",\"" + std::string(column.id) + "\":");
    return {};
}

Result<void> JsonDocument::row(const std::vector<Cell>& cells)
{
    std::string& out = m_out.text();
    out += m_rowStart;
    for (std::size_t i = 0; i < cells.size() && i < m_names.size(); ++i) {
        if (std::holds_alternative<std::monostate>(cells[i]))
            continue;
        out += m_names[i];
        appendJsonCell(out, cells[i], {});
    }
    out += "}\n";
    return m_out.settle();
}

} // namespace sallyport::audit
