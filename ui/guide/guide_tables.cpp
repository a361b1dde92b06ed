#include "ui/guide/guide_tables.h"

#include "ui/look/text_style.h"
#include "ui/look/tokens.h"

#include <QFontMetrics>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int cellPadding = 5;
constexpr int narrowColumn = 110; ///< a column of words up to here is as wide as they are
constexpr int manyColumns = 6;    ///< from here on a table is as wide as it must be, and the page scrolls
constexpr int widestOfMany = 200;

QString textOf(const QTextTableCell& cell)
{
    QString text;
    for (auto at = cell.begin(); !at.atEnd(); ++at)
        text += at.currentBlock().text();
    return text.trimmed();
}

bool hasHead(const QTextTable& table)
{
    for (int column = 0; column < table.columns(); ++column)
        if (!textOf(table.cellAt(0, column)).isEmpty())
            return true;
    return false;
}

/// What the longest cell of a column takes in one line.
int naturalWidth(const QTextTable& table, int column)
{
    const QFontMetrics head(textFont(TextStyle::Heading)), code(textFont(TextStyle::Mono)), body(textFont(TextStyle::Body));
    int width = head.horizontalAdvance(textOf(table.cellAt(0, column)));
    for (int row = 1; row < table.rows(); ++row) {
        const QString text = textOf(table.cellAt(row, column));
        width = std::max({width, body.horizontalAdvance(text), code.horizontalAdvance(text)});
    }
    return width;
}

void styleTable(QTextTable& table)
{
    const bool head = hasHead(table);
    if (!head && table.rows() > 1)
        table.removeRows(0, 1);
    QTextTableFormat format = table.format();
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(color(Token::Border));
    format.setCellSpacing(0);
    format.setCellPadding(cellPadding);
    format.setTopMargin(6);
    format.setBottomMargin(10);
    format.setHeaderRowCount(head ? 1 : 0);
    const bool many = table.columns() >= manyColumns;
    if (!many)
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> widths;
    for (int column = 0; column < table.columns(); ++column) {
        const int natural = naturalWidth(table, column);
        widths << (many                      ? QTextLength(QTextLength::FixedLength, std::min(natural, widestOfMany) + 2)
                   : natural <= narrowColumn ? QTextLength(QTextLength::FixedLength, natural + 2)
                                             : QTextLength());
    }
    format.setColumnWidthConstraints(widths);
    table.setFormat(format);
    for (int column = 0; head && column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat ground = cell.format();
        ground.setBackground(color(Token::Raised));
        cell.setFormat(ground);
    }
}

} // namespace

void styleGuideTables(QTextDocument* page)
{
    const auto frames = page->rootFrame()->childFrames();
    for (QTextFrame* frame : frames)
        if (auto* table = qobject_cast<QTextTable*>(frame))
            styleTable(*table);
}

} // namespace sallyport::ui
