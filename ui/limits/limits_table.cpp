#include "ui/limits/limits_table.h"

#include "ui/charts/usage_bar.h"
#include "ui/limits/limits_model.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/painted_column.h"
#include "ui/tables/table_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace sallyport::ui {

namespace {

constexpr int usedBarWidth = 84, usedBarGap = 4, sectionHeight = 28;

/// A bar, and the number at the end.
class UsedColumn final : public PaintedColumn {
public:
    using PaintedColumn::PaintedColumn;

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QRect& area) const override
    {
        QRect rest = area;
        const bool rtl = option.direction == Qt::RightToLeft;
        const QRect bar = takeLeading(&rest, scaled(usedBarWidth, option.widget), usedBarGap, option.direction);
        const bool full = index.data(LimitsModel::FullRole).toBool();
        drawUsage(painter, QRectF(bar),
                  {index.data(LimitsModel::UsedShareRole).toDouble(), index.data(LimitsModel::UsedMarkRole).toDouble(),
                   full ? Token::ChartRefused : Token::ChartNormal},
                  rtl);
        rtl ? rest.setLeft(rest.left() + usedBarGap) : rest.setRight(rest.right() - usedBarGap);
        drawLine(painter, rest, index.data().toString(), textFont(full ? TextStyle::BodyStrong : TextStyle::Body),
                 color(full ? Token::Warning : Token::Text), Qt::AlignTrailing);
    }
};

/// `Classes                       Every route belongs to one`
class SectionRow final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool rtl = option.direction == Qt::RightToLeft;
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->fillRect(option.rect, color(Token::Surface));
        drawHairline(painter, option.rect.left(), option.rect.right(), option.rect.bottom(), color(Token::Grid));
        QRect area = option.rect.adjusted(rtl ? tableTrailingInset : tableLeadingInset, 0,
                                          rtl ? -tableLeadingInset : -tableTrailingInset, -1);
        QFont title = textFont(TextStyle::Small);
        title.setWeight(QFont::DemiBold);
        const QString text = index.data().toString();
        drawLine(painter, area, text, title, color(Token::Text));
        const int width = QFontMetrics(title).horizontalAdvance(text) + tableColumnGap;
        rtl ? area.setRight(area.right() - width) : area.setLeft(area.left() + width);
        drawLine(painter, area, index.data(LimitsModel::SectionNoteRole).toString(), textFont(TextStyle::Small),
                 color(Token::TextMuted), Qt::AlignTrailing);
        painter->restore();
    }
};

} // namespace

LimitsTable::LimitsTable(const QString& objectName, LimitsModel* model, QWidget* parent)
    : DataTable(objectName, parent), m_limits(model), m_sections(new SectionRow(this))
{
    setModel(model);
    setColumns(LimitsModel::columns());
    setSelectionMode(QAbstractItemView::SingleSelection);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setSectionsClickable(false);
    verticalHeader()->setMinimumSectionSize(std::min(sectionHeight, rowHeight(true, this)));
    setItemDelegateForColumn(LimitsModel::Used, new UsedColumn(this));
    connect(model, &QAbstractItemModel::modelReset, this, &LimitsTable::arrangeSections);
    connect(this, &DataTable::currentRowChanged, this, [this](int row) {
        if (row < 0 || m_limits->ruleAt(row))
            return Q_EMIT ruleChanged(row);
        // Not while the view is about to choose: then the next rule is.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_limits->isSection(currentIndex().row()))
                    selectRule(currentIndex().row());
            },
            Qt::QueuedConnection);
    });
    connect(this, &DataTable::rowActivated, this, [this](int row) {
        if (const int rule = ruleRow(row); rule >= 0) {
            selectRule(rule);
            Q_EMIT ruleOpened(rule);
        }
    });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (m_limits->ruleAt(index.row()))
            Q_EMIT ruleOpened(index.row());
    });
    arrangeSections();
}

int LimitsTable::ruleRow(int row) const
{
    while (m_limits->isSection(row))
        ++row;
    return m_limits->ruleAt(row) ? row : -1;
}

void LimitsTable::selectRule(int row)
{
    if (const int rule = ruleRow(std::max(0, row)); rule >= 0)
        selectRow(rule);
}

/// Qt begins at the first row, which is a section's head and can't be chosen: then nothing is.
void LimitsTable::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up || event->key() == Qt::Key_Home ||
                        event->key() == Qt::Key_PageDown;
    if (!enters || m_limits->ruleAt(currentIndex().row()))
        return DataTable::keyPressEvent(event);
    selectRule(0);
}

void LimitsTable::arrangeSections()
{
    clearSpans();
    for (const int row : std::as_const(m_heads))
        setItemDelegateForRow(row, nullptr);
    m_heads.clear();
    for (int row = 0; row < m_limits->rowCount(); ++row) {
        if (!m_limits->isSection(row))
            continue;
        m_heads << row;
        setSpan(row, 0, 1, LimitsModel::ColumnCount);
        setItemDelegateForRow(row, m_sections);
        verticalHeader()->resizeSection(row, rowHeight(true, this));
    }
}

} // namespace sallyport::ui
