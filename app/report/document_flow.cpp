#include "app/report/document_flow.h"

#include "app/report/plots.h"

#include <algorithm>
#include <cmath>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double flowWidth = Pages::right - Pages::left;
constexpr double sectionRoom = 44, figureRoom = 52, headRoom = 22, gap = 10, keptTogether = 120;
constexpr int figuresInLine = 5; ///< at most

/// Where a column's text may stand.
struct Span {
    double x, room;
};
Span fieldOf(const Sheet& sheet, std::size_t column)
{
    double x = Pages::left;
    for (std::size_t i = 0; i < column; ++i)
        x += flowWidth * sheet.columns[i].share;
    return {x, flowWidth * sheet.columns[column].share - 6};
}

double longRow(const Sheet& sheet)
{
    return sheet.onTwoLines ? 15 + Pages::lineStep : 15;
}

} // namespace

bool DocumentFlow::turn()
{
    ++m_page;
    m_y = Pages::top;
    return !m_draws || m_pages.next();
}

bool DocumentFlow::room(double height)
{
    return m_y + height <= Pages::bottom || turn();
}

bool DocumentFlow::put(const DocumentItem& item)
{
    switch (item.kind) {
    case DocumentItem::Kind::Section:
        if (!room(sectionRoom + keptTogether))
            return false;
        if (m_y > Pages::top)
            m_y += 14;
        m_sections.push_back({item.text, m_page});
        if (m_draws)
            m_pages.text(Pages::left, m_y + 16, item.text, Style::Heading, color::text, flowWidth);
        m_y += 30;
        return true;
    case DocumentItem::Kind::Note: {
        const double height = m_pages.paragraphHeight(flowWidth, item.text, Style::Body);
        if (!room(height))
            return false;
        if (m_draws)
            m_pages.paragraph(Pages::left, m_y, flowWidth, item.text, Style::Body, item.tint);
        m_y += height + gap;
        return true;
    }
    case DocumentItem::Kind::Figures: return figures(item);
    case DocumentItem::Kind::Plot:
        if (!room(std::min(plotHeight(item.plot), Pages::bottom - Pages::top)))
            return false;
        if (m_draws)
            drawPlot(m_pages, m_y, item.plot);
        m_y += plotHeight(item.plot);
        return true;
    case DocumentItem::Kind::Sheet: return sheet(item.sheet);
    }
    return true;
}

bool DocumentFlow::figures(const DocumentItem& item)
{
    const int inLine = std::clamp(static_cast<int>(item.figures.size()), 3, figuresInLine);
    const double slot = flowWidth / inLine;
    for (std::size_t i = 0; i < item.figures.size(); ++i) {
        const int place = static_cast<int>(i) % inLine;
        if (place == 0 && !room(figureRoom))
            return false;
        if (m_draws) {
            m_pages.text(Pages::left + slot * place, m_y + 10, item.figures[i].label, Style::Small, color::muted, slot - 8);
            m_pages.text(Pages::left + slot * place, m_y + 33, item.figures[i].value, Style::Figure, item.figures[i].tint,
                         slot - 8);
        }
        if (place == inLine - 1 || i + 1 == item.figures.size())
            m_y += figureRoom;
    }
    return true;
}

double DocumentFlow::headHeight(const Sheet& sheet) const
{
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (m_pages.widthOf(sheet.columns[i].title, Style::SmallStrong) > fieldOf(sheet, i).room)
            return headRoom + Pages::lineStep;
    return headRoom;
}

bool DocumentFlow::sheetHead(const Sheet& sheet)
{
    const double height = headHeight(sheet);
    if (m_draws) {
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            const Span field = fieldOf(sheet, i);
            const QString& title = sheet.columns[i].title;
            if (!sheet.columns[i].right)
                m_pages.twoLines(field.x, m_y + 10, field.room, title, Style::SmallStrong, color::muted);
            else
                m_pages.text(field.x + field.room, m_y + 10, title, Style::SmallStrong, color::muted, field.room, Qt::AlignRight);
        }
        m_pages.line(Pages::left, m_y + height - 5, Pages::right, m_y + height - 5, color::line, 0.75);
    }
    m_y += height;
    return true;
}

double DocumentFlow::rowHeight(const Sheet& sheet, const QStringList& cells) const
{
    double height = 0;
    for (std::size_t i = 0; i < sheet.columns.size() && static_cast<qsizetype>(i) < cells.size(); ++i)
        height =
            std::max(height, m_pages.paragraphHeight(fieldOf(sheet, i).room, cells[static_cast<qsizetype>(i)], Style::Small));
    return std::min(height + 6, Pages::bottom - Pages::top - headHeight(sheet));
}

void DocumentFlow::sheetRow(const Sheet& sheet, const QStringList& cells, double height)
{
    if (m_draws) {
        for (std::size_t i = 0; i < sheet.columns.size() && static_cast<qsizetype>(i) < cells.size(); ++i) {
            const Span field = fieldOf(sheet, i);
            const QString& text = cells[static_cast<qsizetype>(i)];
            if (sheet.columns[i].right)
                m_pages.text(field.x + field.room, m_y + 8, text, Style::Small, color::text, field.room, Qt::AlignRight);
            else if (sheet.onTwoLines)
                m_pages.twoLines(field.x, m_y + 8, field.room, text, Style::Small);
            else if (sheet.isLong)
                m_pages.text(field.x, m_y + 8, text, Style::Small, color::text, field.room);
            else
                m_pages.paragraph(field.x, m_y, field.room, text, Style::Small);
        }
        m_pages.line(Pages::left, m_y + height - 3, Pages::right, m_y + height - 3, color::rowLine, 0.4);
    }
    m_y += height;
}

bool DocumentFlow::sheet(const Sheet& sheet)
{
    if (!room(16 + headHeight(sheet) + longRow(sheet) * 2))
        return false;
    if (m_draws)
        m_pages.text(Pages::left, m_y + 10, sheet.caption, Style::BodyStrong, color::text, flowWidth);
    m_y += 18;
    sheetHead(sheet);
    if (sheet.isLong) {
        m_long = sheet;
        return true;
    }
    for (const QStringList& cells : sheet.cells) {
        const double height = rowHeight(sheet, cells);
        if (m_y + height > Pages::bottom) {
            if (!turn())
                return false;
            sheetHead(sheet);
        }
        sheetRow(sheet, cells, height);
    }
    m_y += gap;
    return true;
}

bool DocumentFlow::row(const QStringList& cells)
{
    const double height = longRow(m_long);
    if (m_y + height > Pages::bottom) {
        if (!turn())
            return false;
        sheetHead(m_long);
    }
    sheetRow(m_long, cells, height);
    return true;
}

qint64 DocumentFlow::lastPage(qint64 rows) const
{
    const double height = longRow(m_long);
    const auto here = static_cast<qint64>((Pages::bottom - m_y) / height);
    const auto each = static_cast<qint64>((Pages::bottom - Pages::top - headHeight(m_long)) / height);
    return rows <= here ? m_page : m_page + (rows - here + each - 1) / each;
}

} // namespace sallyport::report
