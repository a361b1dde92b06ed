#include "ui/events/columns_dialog.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

enum ItemRole { ColumnIdRole = Qt::UserRole, ColumnWidthRole };
constexpr int widestInDialog = 1200, narrowestInDialog = 40;

} // namespace

ColumnsDialog::ColumnsDialog(DataTable& table, QWidget* parent)
    : DialogFrame(u"columns"_s, parent, 480), m_table(table), m_list(new QListWidget(this)), m_width(new QSpinBox(this)),
      m_up(makeButton(ButtonKind::Secondary, u"columns.up"_s, this, Icon::ArrowUp)),
      m_down(makeButton(ButtonKind::Secondary, u"columns.down"_s, this, Icon::ArrowDown)),
      m_usual(makeButton(ButtonKind::Secondary, u"columns.usual"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"columns.cancel"_s, this)),
      m_apply(makeButton(ButtonKind::Primary, u"columns.apply"_s, this))
{
    m_list->setObjectName(u"columns.list"_s);
    m_list->setFixedHeight(scaled(320, this));
    m_width->setObjectName(u"columns.width"_s);
    m_width->setRange(narrowestInDialog - 1, widestInDialog);
    m_widthField = new Field(m_width, this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    body()->addWidget(m_list);
    body()->addLayout(buttons);
    body()->addWidget(m_widthField);
    addLeadingButton(m_usual);
    addButton(m_cancel);
    addButton(m_apply);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_width, &QSpinBox::valueChanged, this, &ColumnsDialog::takeWidth);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::showWidth);
    connect(m_usual, &QPushButton::clicked, this, [this] { fill({}, {}, {}); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ColumnsDialog::apply);
    fill(m_table.columnOrder(), m_table.chosenColumns(), m_table.chosenWidths());
    onRetranslate(this, [this] { setTexts(); });
    m_list->setFocus();
}

void ColumnsDialog::setTexts()
{
    setTitle(tr("Columns"));
    m_list->setAccessibleName(tr("Columns, in their order"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_widthField->setLabel(tr("Width of this column"));
    m_width->setSpecialValueText(tr("As it needs"));
    m_usual->setText(tr("As at first"));
    m_cancel->setText(tr("Cancel"));
    m_apply->setText(tr("Apply"));
}

/// With nothing: as the table is made.
void ColumnsDialog::fill(const QStringList& order, const QStringList& chosen, const QString& widths)
{
    m_list->clear();
    QStringList ids = order;
    if (ids.isEmpty()) {
        for (int column = 0; column < m_table.model()->columnCount(); ++column)
            ids << m_table.columnId(column);
    }
    for (const QString& id : ids) {
        const int column = m_table.columnOf(id);
        if (column < 0)
            continue;
        auto* item = new QListWidgetItem(m_table.model()->headerData(column, Qt::Horizontal).toString(), m_list);
        const bool always = m_table.isAlwaysShown(column);
        item->setData(ColumnIdRole, id);
        item->setData(ColumnWidthRole, widths.isEmpty() ? 0 : m_table.chosenWidth(column));
        item->setFlags(always ? Qt::ItemIsSelectable | Qt::ItemIsEnabled
                              : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        const bool on = always || (chosen.isEmpty() ? m_table.isShownAtFirst(column) : chosen.contains(id));
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
}

void ColumnsDialog::move(int by)
{
    const int row = m_list->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
}

void ColumnsDialog::takeWidth(int width)
{
    if (QListWidgetItem* const item = m_list->currentItem())
        item->setData(ColumnWidthRole, width < narrowestInDialog ? 0 : width);
}

void ColumnsDialog::showWidth()
{
    const QListWidgetItem* const item = m_list->currentItem();
    const int width = item ? item->data(ColumnWidthRole).toInt() : 0;
    m_width->setValue(width > 0 ? width : narrowestInDialog - 1);
}

/// Its field shows the width of one column of many.
std::size_t ColumnsDialog::entered() const
{
    std::size_t state = static_cast<std::size_t>(m_list->count());
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* const item = m_list->item(row);
        state = qHash(item->data(ColumnIdRole).toString(), qHash(item->data(ColumnWidthRole).toInt(), state));
        state = qHash(static_cast<int>(item->checkState()), state);
    }
    return state;
}

void ColumnsDialog::apply()
{
    QStringList order, chosen, widths;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* const item = m_list->item(row);
        const QString id = item->data(ColumnIdRole).toString();
        order << id;
        if (item->checkState() == Qt::Checked)
            chosen << id;
        widths << QStringLiteral("%1:%2").arg(id).arg(item->data(ColumnWidthRole).toInt());
    }
    m_table.setChosenColumns(chosen);
    m_table.setChosenWidths(widths.join(u','));
    m_table.setColumnOrder(order);
    accept();
}

} // namespace sallyport::ui
