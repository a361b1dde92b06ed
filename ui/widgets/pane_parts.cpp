// The parts of a details pane that stand on their own: tabs, key-value grid, titled section.

#include "ui/look/paint.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"

#include <QFontMetricsF>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int tabGap = 20;
constexpr int leastTabGap = 8;
constexpr int paneInset = 20;
constexpr int nameWidth = 104;

double textAdvance(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

double tabWidth(const QTabBar& tabs, int index)
{
    double width = textAdvance(tabs.tabText(index), tabs.font());
    if (tabs.tabData(index).isValid())
        width += 4 + textAdvance(QLocale().toString(tabs.tabData(index).toInt()), tabs.font());
    return width;
}

/// The first that is shown stands where the pane's other parts begin.
bool isFirstShown(const QTabBar& tabs, int index)
{
    for (int before = 0; before < index; ++before)
        if (tabs.isTabVisible(before))
            return false;
    return true;
}

/// Narrower where the words are long, so that all tabs are seen.
int gapOf(const QTabBar& tabs)
{
    double words = paneInset;
    int shown = 0;
    for (int i = 0; i < tabs.count(); ++i) {
        if (!tabs.isTabVisible(i))
            continue;
        words += std::ceil(tabWidth(tabs, i));
        ++shown;
    }
    const int room = static_cast<int>((tabs.width() - words) / std::max(shown - 0.5, 0.5));
    return std::clamp(room / 2 * 2, leastTabGap, tabGap);
}
} // namespace

// PaneTabs

PaneTabs::PaneTabs(QWidget* parent) : QTabBar(parent)
{
    setFont(textFont(TextStyle::BodyStrong));
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFixedHeight(std::max(36, fontMetrics().height() + 18));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaneTabs::setTabCount(int index, int count)
{
    setTabData(index, count < 0 ? QVariant() : QVariant(count));
    // QTabBar measures again only when a text changes.
    const QString text = tabText(index);
    setTabText(index, text + u' ');
    setTabText(index, text);
}

QSize PaneTabs::tabSizeHint(int index) const
{
    const int gap = gapOf(*this);
    double width = tabWidth(*this, index) + gap;
    if (isFirstShown(*this, index))
        width += paneInset - gap / 2;
    return {static_cast<int>(std::ceil(width)), height()};
}

void PaneTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawHairline(&painter, 0, width() - 1, height() - 1, color(Token::Border));
    const bool rtl = isRightToLeft();
    const int half = gapOf(*this) / 2;
    for (int i = 0; i < count(); ++i) {
        if (!isTabVisible(i))
            continue;
        const int lead = isFirstShown(*this, i) ? paneInset : half;
        QRect box = tabRect(i).adjusted(rtl ? half : lead, 0, rtl ? -lead : -half, 0);
        const bool chosen = i == currentIndex();
        if (chosen)
            painter.fillRect(box.left(), height() - 2, box.width(), 2, color(Token::Accent));
        if (hasFocus() && chosen)
            drawRing(&painter, box.adjusted(-5, 4, 5, -5), chipRadius);
        const double text = std::ceil(textAdvance(tabText(i), font()));
        QRectF line(rtl ? box.right() + 1 - text : box.left(), 0, text + 1, height() - 1);
        drawLine(&painter, line, tabText(i), font(), color(chosen ? Token::Text : Token::TextMuted));
        if (tabData(i).isValid()) {
            const QString number = QLocale().toString(tabData(i).toInt());
            const double wide = std::ceil(textAdvance(number, font()));
            const double x = rtl ? line.left() - 4 - wide : line.right() + 3;
            drawLine(&painter, QRectF(x, 0, wide + 1, height() - 1), number, font(), color(Token::TextMuted));
        }
    }
}

// KeyValueGrid

KeyValueGrid::KeyValueGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, scaled(nameWidth - 8, this));
    m_grid->setColumnStretch(1, 1);
}

int KeyValueGrid::rowOf(const QString& id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

void KeyValueGrid::addRow(const QString& id, QWidget* value)
{
    const int row = static_cast<int>(m_ids.size());
    m_ids.append(id);
    auto* name = new ElideLabel(TextStyle::Body, Tone::Muted, this);
    name->setBesideLines();
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(value, row, 1, 1, 2, Qt::AlignVCenter);
    m_grid->setRowMinimumHeight(row, std::max(26, fontMetrics().height() + 8));
}

ElideLabel* KeyValueGrid::addRow(const QString& id, bool mono)
{
    auto* value = new ElideLabel(mono ? TextStyle::Mono : TextStyle::Body, Tone::Normal, this);
    value->setObjectName(id);
    value->setWraps(true);
    addRow(id, value);
    return value;
}

ElideLabel* KeyValueGrid::addNote(const QString& id)
{
    ElideLabel* note = addRow(id, false);
    note->setTone(Tone::Muted);
    return note;
}

QPushButton* KeyValueGrid::addLink(const QString& id, const QString& objectName)
{
    auto* link = makeButton(ButtonKind::Link, objectName, this);
    link->setFont(textFont(TextStyle::BodyStrong));
    const int row = rowOf(id);
    if (QLayoutItem* item = m_grid->itemAtPosition(row, 1); item && item->widget()) {
        QWidget* value = item->widget();
        m_grid->removeWidget(value);
        m_grid->addWidget(value, row, 1, Qt::AlignVCenter);
    }
    m_grid->addWidget(link, row, 2, Qt::AlignVCenter | Qt::AlignTrailing);
    return link;
}

/// `Change: Roles`: alone the word says nothing to who doesn't see the row.
void KeyValueGrid::nameLinks()
{
    for (int row = 0; row < m_grid->rowCount(); ++row) {
        QLayoutItem* name = m_grid->itemAtPosition(row, 0);
        QLayoutItem* last = m_grid->itemAtPosition(row, 2);
        const auto* label = name ? qobject_cast<ElideLabel*>(name->widget()) : nullptr;
        auto* link = last ? qobject_cast<QPushButton*>(last->widget()) : nullptr;
        if (label && link && !link->text().isEmpty())
            link->setAccessibleName(label->text().isEmpty() ? link->text() : link->text() + u": "_s + label->text());
    }
}

bool KeyValueGrid::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) // a text has changed
        nameLinks();
    return QWidget::event(event);
}

void KeyValueGrid::setRowName(const QString& id, const QString& name)
{
    QLayoutItem* item = m_grid->itemAtPosition(rowOf(id), 0);
    if (auto* label = item ? qobject_cast<ElideLabel*>(item->widget()) : nullptr)
        label->setText(name);
}

void KeyValueGrid::setRowVisible(const QString& id, bool visible)
{
    const int row = rowOf(id);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        if (QLayoutItem* item = m_grid->itemAtPosition(row, column); item && item->widget())
            item->widget()->setVisible(visible);
    m_grid->setRowMinimumHeight(row, visible ? std::max(26, fontMetrics().height() + 8) : 0);
}

// PaneSection

PaneSection::PaneSection(QWidget* parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_count(makeLabel(TextStyle::Body, Tone::Muted, this)), m_head(new QHBoxLayout), m_body(new QVBoxLayout)
{
    m_head->setSpacing(8);
    m_head->addWidget(m_title);
    m_head->addWidget(m_count);
    m_head->addStretch(1);
    m_title->hide();
    m_count->hide();
    m_body->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(paneInset, 10, paneInset, 10);
    column->setSpacing(4);
    column->addLayout(m_head);
    column->addLayout(m_body);
}

void PaneSection::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    const bool titled = !title.isEmpty();
    layout()->setContentsMargins(paneInset, titled ? 15 : 10, paneInset, titled ? 12 : 10);
}

void PaneSection::setLineAbove(bool line)
{
    m_lineAbove = line;
    update();
}

void PaneSection::setCount(const QString& count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

void PaneSection::setAside(const QString& text)
{
    if (!m_aside) {
        m_aside = makeLabel(TextStyle::Small, Tone::Muted, this);
        m_head->addWidget(m_aside);
    }
    m_aside->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

QPushButton* PaneSection::addLink(const QString& objectName)
{
    auto* link = makeButton(ButtonKind::Link, objectName, this);
    m_head->addWidget(link);
    m_links.append(link);
    return link;
}

void PaneSection::addTool(QPushButton* button)
{
    m_head->addWidget(button);
}

void PaneSection::nameLinks()
{
    for (QPushButton* link : std::as_const(m_links))
        if (!link->text().isEmpty())
            link->setAccessibleName(m_title->text().isEmpty() ? link->text() : link->text() + u": "_s + m_title->text());
}

bool PaneSection::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        nameLinks();
    return QWidget::event(event);
}

void PaneSection::setContent(QWidget* content)
{
    m_body->addWidget(content);
}

void PaneSection::paintEvent(QPaintEvent*)
{
    if (!m_lineAbove)
        return;
    QPainter painter(this);
    drawHairline(&painter, 0, width() - 1, 0, color(Token::Border));
}

} // namespace sallyport::ui
