#include "backend/audit/documents/html_document.h"

#include "backend/audit/documents/html_chart.h"
#include "backend/audit/documents/html_text.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

constexpr std::string_view pageStyle =
    "body{font:15px/1.5 Inter,system-ui,sans-serif;color:#1a1d23;background:#fff;max-width:70rem;margin:2rem auto;padding:0 "
    "1.5rem}"
    "h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}h2{font-size:1.25rem;margin:2.5rem 0 .75rem;border-top:1px solid #dfe2e8;"
    "padding-top:1rem}dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.5rem;margin:0}dl.facts "
    "dt{color:#59616e}"
    "dl.facts dd{margin:0}ul.figures{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;list-style:none;padding:0}ul.figures "
    "span{display:block;"
    "color:#59616e}ul.figures "
    "strong{font-size:1.6rem;font-weight:600}table{border-collapse:collapse;width:100%;font-size:.875rem}"
    "caption{text-align:start;font-weight:600;padding:.5rem 0}th,td{text-align:start;vertical-align:top;padding:.3rem .6rem "
    ".3rem 0;"
    "border-bottom:1px solid #e9ebef;overflow-wrap:anywhere}thead th{color:#59616e;border-bottom-color:#bcc2cc}"
    ".number{text-align:end;font-variant-numeric:tabular-nums}td.time{white-space:nowrap;font-variant-numeric:tabular-nums}"
    "figure{margin:1rem 0}figcaption{font-weight:600;margin-bottom:.5rem}figure svg,figure img{width:100%;max-width:45rem}"
    "p.good,strong.good{color:#17683d}p.attention,strong.attention{color:#845000}p.bad,strong.bad{color:#b42318}"
    "@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}";

std::string clockText(UtcTime time, const TimeZone& zone)
{
    std::string text = zone.rfc3339(time).substr(0, 19);
    text[10] = ' ';
    return text;
}

std::string toneClass(Tone tone)
{
    return tone == Tone::Plain ? std::string() : " class=\"" + std::string(toneWord(tone)) + '"';
}

} // namespace

std::string HtmlDocument::words(const Phrase& words) const
{
    return htmlText(textOf(words, m_options.translate));
}

std::string HtmlDocument::timeHtml(UtcTime time) const
{
    const std::string stamp = m_zone.rfc3339(time);
    if (stamp.size() < 19)
        return htmlText(stamp);
    return "<time datetime=\"" + stamp + "\">" + clockText(time, m_zone) + "</time>";
}

void HtmlDocument::fact(const Phrase& label, const std::string& html)
{
    if (!html.empty())
        m_out.text() += "<dt>" + words(label) + "</dt><dd>" + html + "</dd>\n";
}

Result<void> HtmlDocument::begin(const DocumentHead& head)
{
    m_zone = head.zone;
    const std::string language = m_options.translate ? head.language : "en";
    const std::string title = words(head.title);
    std::string& out = m_out.text();
    out += "<!DOCTYPE html>\n<html lang=\"" + htmlText(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
           "data:\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title;
    if (!head.vault.empty())
        out += " · " + htmlText(head.vault);
    out += "</title>\n<style>" + std::string(pageStyle) + "</style>\n</head>\n<body>\n<main>\n<h1>" + title +
           "</h1>\n<dl class=\"facts\">\n";
    fact("Vault", htmlText(head.vault));
    if (head.since && head.until)
        fact("Period", timeHtml(*head.since) + " – " + timeHtml(*head.until));
    else if (head.since)
        fact("Since", timeHtml(*head.since));
    else if (head.until)
        fact("Until", timeHtml(*head.until));
    fact("Filter", htmlText(head.filter));
    fact("Times of", htmlText(head.zone.place(head.generatedAt)));
    fact("Prepared by", htmlText(head.operatorName));
    fact("Generated", timeHtml(head.generatedAt));
    m_out.text() += "</dl>\n";
    return m_out.settle();
}

Result<void> HtmlDocument::section(const Phrase& title)
{
    if (m_inSection)
        m_out.text() += "</section>\n";
    m_inSection = true;
    m_out.text() += "<section>\n<h2>" + words(title) + "</h2>\n";
    return m_out.settle();
}

Result<void> HtmlDocument::note(const Phrase& text, Tone tone)
{
    m_out.text() += "<p" + toneClass(tone) + ">" + words(text) + "</p>\n";
    return m_out.settle();
}

Result<void> HtmlDocument::figures(const std::vector<KeyFigure>& figures)
{
    m_out.text() += "<ul class=\"figures\">\n";
    for (const KeyFigure& figure : figures) {
        m_out.text() += "<li><span>" + words(figure.label) + "</span> <strong" + toneClass(figure.tone) + ">";
        cell(figure.value, CellType::Text);
        m_out.text() += "</strong></li>\n";
    }
    m_out.text() += "</ul>\n";
    return m_out.settle();
}

Result<void> HtmlDocument::chart(const Chart& chart)
{
    std::string svg = chartSvg(chart, ++m_charts, m_options.translate);
    m_out.text() += "<figure>\n<figcaption>" + words(chart.title) + "</figcaption>\n";
    if (m_options.chartAddress)
        m_out.text() +=
            "<img src=\"" + htmlText(m_options.chartAddress(std::move(svg))) + "\" alt=\"" + words(chart.summary) + "\">";
    else
        m_out.text() += svg;
    m_out.text() += "\n</figure>\n";
    return m_out.settle();
}

Result<void> HtmlDocument::beginTable(const Table& table)
{
    m_rows = 0;
    m_expected = table.rows;
    m_types.clear();
    std::string& out = m_out.text();
    out += "<table>\n<caption>" + words(table.caption) + "</caption>\n<thead>\n<tr>";
    for (const TableColumn& column : table.columns) {
        m_types.push_back(column.type);
        out += column.type == CellType::Number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
        out += words(column.title) + "</th>";
    }
    out += "</tr>\n</thead>\n<tbody>\n";
    return m_out.settle();
}

void HtmlDocument::cell(const Cell& cell, CellType type)
{
    std::string& out = m_out.text();
    if (const auto* text = std::get_if<std::string>(&cell))
        appendHtmlText(out, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&cell))
        out += groupedNumber(*number);
    else if (const auto* time = std::get_if<UtcTime>(&cell))
        out += timeHtml(*time);
    else if (const auto* said = std::get_if<Phrase>(&cell))
        out += words(*said);
    else if (type != CellType::Number)
        out += "–";
}

Result<void> HtmlDocument::row(const std::vector<Cell>& cells)
{
    if (!wantsRows())
        return {};
    ++m_rows;
    std::string& out = m_out.text();
    out += "<tr>";
    for (std::size_t i = 0; i < cells.size() && i < m_types.size(); ++i) {
        const bool head = i == 0;
        out += head ? "<th scope=\"row\"" : "<td";
        if (m_types[i] == CellType::Number)
            out += " class=\"number\"";
        else if (m_types[i] == CellType::Time)
            out += " class=\"time\"";
        out += '>';
        cell(cells[i], m_types[i]);
        out += head ? "</th>" : "</td>";
    }
    out += "</tr>\n";
    return m_out.settle();
}

Result<void> HtmlDocument::endTable()
{
    m_out.text() += "</tbody>\n</table>\n";
    if (m_rows == 0)
        return note("There is nothing to show.", Tone::Plain);
    if (m_expected > m_rows && !wantsRows())
        return note(Phrase("The first %1 of %2 rows are shown.", {groupedNumber(m_rows), groupedNumber(m_expected)}),
                    Tone::Plain);
    return m_out.settle();
}

Result<void> HtmlDocument::finish()
{
    m_out.text() += m_inSection ? "</section>\n</main>\n</body>\n</html>\n" : "</main>\n</body>\n</html>\n";
    return m_out.flush();
}

} // namespace sallyport::audit
