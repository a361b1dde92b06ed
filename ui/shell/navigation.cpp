#include "ui/shell/navigation.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/shell/nav_caption.h"
#include "ui/widgets/small_parts.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int navWidth = 208;
constexpr int railWidth = 56;
constexpr int itemInset = 8;
constexpr int itemHeight = 28;
constexpr int itemLead = 34; ///< the icon and what is around it
constexpr int itemTrail = 9;
constexpr int countGap = 8;
constexpr int groupGap = 8;
constexpr int blockHeight = 56;

/// Of the number behind a title; nothing where there is none.
int countWidth(int count)
{
    return count > 0 ? QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(QLocale().toString(count)) + 2 : 0;
}

} // namespace

// NavItem

NavItem::NavItem(const PanelEntry& entry, QWidget* parent) : QAbstractButton(parent), m_id(entry.id), m_icon(entry.icon)
{
    setObjectName(u"nav."_s + entry.id);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavItem::setCount(int count, int elsewhere)
{
    m_count = count;
    m_elsewhere = elsewhere;
    update();
}

void NavItem::setRail(bool rail)
{
    m_rail = rail;
    setToolTip(rail ? text() : QString());
    update();
}

QSize NavItem::sizeHint() const
{
    return {m_rail ? 40 : navWidth - 2 * itemInset, std::max(itemHeight, QFontMetrics(textFont(TextStyle::Body)).height() + 8)};
}

void NavItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (isChecked())
        drawBox(&painter, rect(), color(Token::Selection), isHighContrast() ? color(Token::Accent) : QColor());
    else if (underMouse())
        drawBox(&painter, rect(), mixed(color(Token::Window), color(Token::Text), 0.05), QColor());
    const QColor ink = color(isChecked() ? Token::Accent : Token::TextMuted);
    if (m_rail) {
        drawIcon(&painter, m_icon, rect(), ink);
        return;
    }
    drawIcon(&painter, m_icon, mirrored(this, rect(), QRect(8, 0, 16, height())), ink);
    const QFont font = textFont(isChecked() ? TextStyle::Heading : TextStyle::Body);
    int room = width() - itemLead - itemTrail;
    if (const int wide = countWidth(m_count); wide > 0) {
        drawLine(&painter, mirrored(this, rect(), QRect(width() - itemTrail - wide, 0, wide, height())),
                 QLocale().toString(m_count), textFont(TextStyle::Small), color(Token::TextMuted), Qt::AlignTrailing);
        room -= wide + countGap;
    }
    drawLine(&painter, mirrored(this, rect(), QRect(itemLead, 0, room, height())), text(), font, color(Token::Text));
}

int NavItem::neededWidth() const
{
    const int count = countWidth(m_count);
    return itemLead + QFontMetrics(textFont(TextStyle::Heading)).horizontalAdvance(text()) + 1 +
           (count > 0 ? count + countGap : 0) + itemTrail;
}

void NavItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

// VaultBlock

VaultBlock::VaultBlock(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(u"nav.vault"_s);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VaultBlock::setVault(const QString& name, bool demo)
{
    m_vault = name;
    m_demo = demo;
    setAccessibleName(u"Sallyport, "_s + name + (demo ? u", "_s + tr("Demo") : QString()));
    update();
}

void VaultBlock::setRail(bool rail)
{
    m_rail = rail;
    update();
}

QSize VaultBlock::sizeHint() const
{
    return {m_rail ? railWidth - 1 : navWidth - 1, blockHeight};
}

void VaultBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (underMouse())
        painter.fillRect(rect(), mixed(color(Token::Window), color(Token::Text), 0.03));
    drawLogo(&painter, QRectF(mirrored(this, rect(), QRect(18, 17, 20, 22))), color(Token::Accent));
    if (m_rail)
        return;
    const QRect chevrons(width() - 32, 20, 16, 16);
    drawIcon(&painter, Icon::ChevronsUpDown, mirrored(this, rect(), chevrons), color(Token::TextMuted));
    QFont name = textFont(TextStyle::Heading);
    name.setPointSizeF(14 * 0.75);
    drawLine(&painter, mirrored(this, rect(), QRect(50, 10, chevrons.x() - 54, 20)), u"Sallyport"_s, name, color(Token::Text));
    if (m_demo) {
        const QFont font = textFont(TextStyle::CaptionStrong);
        const QString demo = tr("Demo");
        const int wide = QFontMetrics(font).horizontalAdvance(demo) + 10;
        const int x = 50 + QFontMetrics(name).horizontalAdvance(u"Sallyport"_s) + 8;
        const QRect box = mirrored(this, rect(), QRect(x, 12, wide, 16));
        drawBox(&painter, box, color(Token::WarningTint), isHighContrast() ? color(Token::Warning) : QColor(), chipRadius);
        drawLine(&painter, box, demo, font, color(Token::Warning), Qt::AlignHCenter);
    }
    drawLine(&painter, mirrored(this, rect(), QRect(50, 29, chevrons.x() - 54, 16)), m_vault, textFont(TextStyle::Small),
             color(Token::TextMuted));
}

// Navigation

Navigation::Navigation(QWidget* parent) : Surface(Token::Window, parent), m_vault(new VaultBlock(this))
{
    setObjectName(u"nav"_s);
    setHairlines(Qt::RightEdge);
    setFixedWidth(scaled(navWidth, this));
    auto* area = new QScrollArea(this);
    m_area = area;
    area->setObjectName(u"nav.list"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // wheel and Tab scroll; a handle would cover counts
    area->setFocusPolicy(Qt::NoFocus);
    auto* list = new Surface(Token::Window, area);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(itemInset, 0, itemInset, 8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    area->setWidget(list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(leadingMargins(0, 0, 1, 0));
    column->setSpacing(0);
    column->addWidget(m_vault);
    column->addWidget(area, 1);
    onRetranslate(this, [this] { showTexts(); });
}

void Navigation::addPanel(const PanelEntry& entry)
{
    const QString group = entry.group ? entry.group() : QString();
    if (m_items.isEmpty() || group != m_lastGroup) {
        if (!m_items.isEmpty())
            m_column->insertSpacing(m_column->count() - 1, groupGap);
        auto* caption = new NavCaption(m_column->parentWidget());
        caption->setObjectName(u"nav.group."_s + entry.id);
        m_column->insertWidget(m_column->count() - 1, caption);
        m_groups.append({caption, entry.group, {}});
        connect(caption, &QAbstractButton::clicked, this, [this, caption] { toggle(caption); });
        m_lastGroup = group;
    }
    auto* item = new NavItem(entry, m_column->parentWidget());
    m_column->insertWidget(m_column->count() - 1, item);
    m_entries.append(entry);
    m_items.append(item);
    m_groups.last().items.append(item);
    // A click, or what a screen reader does instead: the only action on a checkable button is to toggle it.
    const auto choose = [this, id = entry.id](bool on) {
        if (on && id != m_current)
            Q_EMIT panelChosen(id);
    };
    connect(item, &QAbstractButton::toggled, this, choose);
    connect(item, &QAbstractButton::clicked, this, choose);
    item->setRail(m_rail);
    showTexts();
}

void Navigation::clearPanels()
{
    while (m_column->count() > 0) {
        QLayoutItem* item = m_column->takeAt(0);
        delete item->widget();
        delete item;
    }
    m_column->addStretch(1);
    m_items.clear();
    m_entries.clear();
    m_groups.clear();
    m_lastGroup.clear();
    m_current.clear();
}

void Navigation::showTexts()
{
    for (const Group& group : std::as_const(m_groups)) {
        group.caption->setCaption(group.text ? group.text() : QString());
        group.caption->setRail(m_rail);
    }
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const QString title = m_entries.at(i).title();
        m_items.at(i)->setText(title);
        m_items.at(i)->setAccessibleName(title);
        m_items.at(i)->setRail(m_rail);
    }
    fitWidth();
    arrange();
}

void Navigation::fitWidth()
{
    int width = scaled(m_rail ? railWidth : navWidth, this);
    for (const NavItem* item : std::as_const(m_items))
        if (!m_rail)
            width = std::max(width, item->neededWidth() + 2 * itemInset + 1);
    setFixedWidth(width);
}

void Navigation::setFolded(const QStringList& groups)
{
    m_folded = groups;
    arrange();
}

bool Navigation::isFolded(const Group& group) const
{
    // Icons without words: there is nothing to fold them under.
    return !m_rail && (group.foldedForRoom || m_folded.contains(group.items.front()->id()));
}

qsizetype Navigation::activeGroup() const
{
    for (qsizetype i = 0; i < m_groups.size(); ++i)
        for (const NavItem* item : m_groups.at(i).items)
            if (item->id() == m_current)
                return i;
    return 0;
}

void Navigation::toggle(NavCaption* caption)
{
    for (const Group& group : std::as_const(m_groups)) {
        if (group.caption != caption)
            continue;
        const QString id = group.items.front()->id();
        m_opened.clear();
        if (isFolded(group)) {
            m_folded.removeAll(id);
            m_opened = id; // where there is no room the others give way
        } else {
            m_folded.append(id);
        }
    }
    arrange();
    Q_EMIT foldedChanged(m_folded);
}

void Navigation::arrange()
{
    if (m_groups.isEmpty())
        return;
    const qsizetype active = activeGroup();
    const int room = isVisible() ? m_area->viewport()->height() : 0; // not known before
    for (Group& group : m_groups)
        group.foldedForRoom = false;
    const auto needed = [this] {
        int sum = 8 + groupGap * static_cast<int>(m_groups.size() - 1);
        for (const Group& group : std::as_const(m_groups)) {
            sum += group.caption->sizeHint().height();
            if (!isFolded(group))
                for (const NavItem* item : group.items)
                    sum += item->sizeHint().height();
        }
        return sum;
    };
    // The farthest first; of two as far the lower one.
    QList<qsizetype> byDistance;
    for (qsizetype i = 0; i < m_groups.size(); ++i)
        if (i != active && m_groups.at(i).items.front()->id() != m_opened)
            byDistance.append(i);
    std::stable_sort(byDistance.begin(), byDistance.end(), [active](qsizetype a, qsizetype b) {
        const auto far = [active](qsizetype i) { return std::abs(i - active); };
        return far(a) != far(b) ? far(a) > far(b) : a > b;
    });
    for (const qsizetype i : std::as_const(byDistance)) {
        if (room <= 0 || needed() <= room)
            break;
        m_groups[i].foldedForRoom = true;
    }
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        const Group& group = m_groups.at(i);
        const bool folded = isFolded(group);
        int count = 0;
        for (NavItem* item : group.items) {
            item->setVisible(!folded);
            count += item->ownCount();
        }
        group.caption->setFolded(folded, folded && i == active);
        group.caption->setCount(count);
    }
}

void Navigation::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    layout()->activate();
    arrange();
}

void Navigation::showEvent(QShowEvent* event)
{
    Surface::showEvent(event);
    arrange();
}

void Navigation::setCurrent(const QString& id)
{
    if (m_current != id)
        m_opened.clear();
    m_current = id;
    for (NavItem* item : std::as_const(m_items))
        if (item->id() == id)
            item->setChecked(true);
    arrange();
}

void Navigation::setCount(const QString& id, int count, int elsewhere)
{
    for (NavItem* item : std::as_const(m_items))
        if (item->id() == id)
            item->setCount(count, elsewhere);
    fitWidth();
    arrange();
}

void Navigation::setRail(bool rail)
{
    if (m_rail == rail)
        return;
    m_rail = rail;
    m_vault->setRail(rail);
    showTexts();
}

} // namespace sallyport::ui
