#include "ui/incidents/incident_list.h"

#include "ui/incidents/incidents_model.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/tables/painted_column.h"
#include "ui/tables/table_delegate.h"
#include "ui/words/alert_text.h"
#include "ui/words/event_marks.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace sallyport::ui {

using alerts::Incident;
using alerts::IncidentState;

namespace {

constexpr int incidentHeight = 52, headHeight = 28, firstLineTop = 7, secondLineTop = 28, iconSide = 16, iconGap = 7,
              lineGap = 12;

/// `! Many accounts tried             11 min ago`
/// `  203.0.113.47: 212 events      Hana Suzuki`
class IncidentCell final : public PaintedColumn {
public:
    IncidentCell(IncidentsModel* model, DataTable* table) : PaintedColumn(table), m_model(model) {}

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QRect& area) const override
    {
        const IncidentRow* row = m_model->rowAt(index.row());
        if (row && row->incident)
            paintIncident(painter, option, *row->incident, area);
        else if (row)
            paintHead(painter, option, *row, area);
        else
            drawBox(painter, QRectF(area.x(), area.center().y() - 3, area.width() / 2, 8), color(Token::Border), {}, 4);
    }

private:
    /// Draws the short text at the end of the line, then the other in what is left.
    static void drawPair(QPainter* painter, const QStyleOptionViewItem& option, QRect line, const QString& first,
                         const QFont& firstFont, const QColor& firstInk, const QString& last, const QFont& lastFont)
    {
        const QColor muted = color(Token::TextMuted);
        // A name at the end gives way to what happened, but never wholly.
        const int width = std::min(QFontMetrics(lastFont).horizontalAdvance(last) + 1, line.width() / 2);
        QRect end = line;
        const bool rtl = option.direction == Qt::RightToLeft;
        rtl ? end.setRight(end.left() + width) : end.setLeft(end.right() - width);
        if (!last.isEmpty()) {
            drawLine(painter, end, last, lastFont, muted, Qt::AlignTrailing);
            rtl ? line.setLeft(end.right() + lineGap) : line.setRight(end.left() - lineGap);
        }
        drawLine(painter, line, first, firstFont, firstInk);
    }
    void paintIncident(QPainter* painter, const QStyleOptionViewItem& option, const Incident& one, QRect area) const
    {
        const bool over = one.state == IncidentState::Closed;
        const EventMark mark = over ? EventMark{Icon::CheckCircle, Tone::Muted} : severityMark(one.severity);
        QRect first(area.x(), area.y() + scaled(firstLineTop), area.width(), lineHeight(TextStyle::Body));
        const QRect icon = takeLeading(&first, iconSide, iconGap, option.direction);
        drawIcon(painter, mark.icon, icon, color(toneText(mark.tone)), iconSide);
        const QRect second(first.x(), area.y() + scaled(secondLineTop), first.width(), lineHeight(TextStyle::Small));
        drawPair(painter, option, first, alertName(one.ruleName, one.shipped),
                 textFont(over ? TextStyle::Body : TextStyle::BodyStrong), color(over ? Token::TextMuted : Token::Text),
                 m_model->when(one), textFont(TextStyle::Body));
        const QFont small = textFont(TextStyle::Small);
        const QString who = IncidentsModel::with(one);
        QString about = IncidentsModel::about(one, true);
        const QFontMetrics measured(small);
        if (measured.horizontalAdvance(about) + lineGap + measured.horizontalAdvance(who) > second.width())
            about = IncidentsModel::about(one, false); // how many accounts, the pane beside says
        drawPair(painter, option, second, about, small, color(Token::TextMuted), who, small);
    }
    static void paintHead(QPainter* painter, const QStyleOptionViewItem& option, const IncidentRow& row, const QRect& area)
    {
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), color(Token::Surface)); // the mouse over it means nothing
        QFont title = textFont(TextStyle::Small);
        title.setWeight(QFont::DemiBold);
        const QString text = incidentStateTitle(row.group);
        drawLine(painter, area, text, title, color(Token::Text));
        QRect rest = area;
        takeLeading(&rest, QFontMetrics(title).horizontalAdvance(text), 8, option.direction);
        drawLine(painter, rest, QLocale().toString(static_cast<qlonglong>(row.total)), textFont(TextStyle::Small),
                 color(Token::TextMuted));
    }

    IncidentsModel* m_model;
};

} // namespace

IncidentList::IncidentList(DataTable* table, IncidentsModel* model) : QObject(table), m_table(table), m_model(model)
{
    table->horizontalHeader()->hide();
    table->setItemDelegateForColumn(0, new IncidentCell(model, table));
    table->verticalHeader()->setMinimumSectionSize(std::min(headHeight, DataTable::rowHeight(true, table)));
    table->verticalScrollBar()->setSingleStep(scaled(incidentHeight, table));
    table->installEventFilter(this);
    connect(model, &QAbstractItemModel::dataChanged, this, &IncidentList::arrange);
    connect(model, &QAbstractItemModel::modelReset, this, &IncidentList::arrange);
    arrange();
}

/// Heads are low, wherever they stand now.
void IncidentList::arrange()
{
    QHeaderView* rows = m_table->verticalHeader();
    const int low = std::max(scaled(headHeight, m_table), DataTable::rowHeight(true, m_table));
    const int high = std::max(scaled(incidentHeight, m_table), scaled(secondLineTop, m_table) + lineHeight(TextStyle::Small) + 6);
    rows->setDefaultSectionSize(high);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int height = m_model->isHead(row) ? low : high;
        if (rows->sectionSize(row) != height)
            rows->resizeSection(row, height);
    }
}

int IncidentList::incidentRow(int row, int step) const
{
    while (row >= 0 && row < m_model->rowCount() && m_model->isHead(row))
        row += step;
    return row >= 0 && row < m_model->rowCount() ? row : -1;
}

bool IncidentList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const int now = m_table->currentIndex().row();
    int to = -1;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: to = incidentRow(now + 1, 1); break;
    case Qt::Key_Up: to = now < 0 ? incidentRow(0, 1) : incidentRow(now - 1, -1); break;
    case Qt::Key_Home: to = incidentRow(0, 1); break;
    case Qt::Key_End: to = incidentRow(m_model->rowCount() - 1, -1); break;
    default: return QObject::eventFilter(watched, event);
    }
    if (to >= 0 && to != now)
        m_table->selectRow(to);
    if (to == 1)
        m_table->scrollToTop(); // with the head above it
    return true;
}

} // namespace sallyport::ui
