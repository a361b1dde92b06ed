#include "ui/roles/role_matrix_view.h"

#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/roles/role_matrix_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWidth = 176;
constexpr int widestTitle = 250;
constexpr int besideTitle = 50; // the arrow of a group, insets
constexpr int roleWidth = 100;  // the selected one
constexpr int gutterWidth = 28;
constexpr int comparedWidth = 50;
constexpr int otherWidth = 56;
constexpr int widestRole = 96;
constexpr int typingEnds = 1000; // ms without a letter: the next begins anew

/// Wide enough for the head in two lines.
int widthFor(const QHeaderView* header, const QString& title, int least)
{
    const QFontMetrics metrics(textFont(TextStyle::SmallStrong));
    int longest = 0;
    for (const QString& word : title.split(u' '))
        longest = std::max(longest, metrics.horizontalAdvance(word));
    const int inTwo = std::max(longest, metrics.horizontalAdvance(title) / 2 + metrics.averageCharWidth() * 2);
    return std::clamp(std::min(inTwo, metrics.horizontalAdvance(title)) + scaled(14, header), scaled(least, header),
                      scaled(widestRole, header));
}

/// Wide enough for the words of every row.
int widthOfTitles(const QAbstractItemModel* model, const QWidget* view)
{
    const QFontMetrics metrics(textFont(TextStyle::Body));
    int longest = 0;
    const auto look = [&](const QModelIndex& parent) {
        for (int row = 0; row < model->rowCount(parent); ++row)
            longest =
                std::max(longest, metrics.horizontalAdvance(model->index(row, RoleMatrixModel::Title, parent).data().toString()));
    };
    look({});
    for (int group = 0; group < model->rowCount(); ++group)
        look(model->index(group, RoleMatrixModel::Title));
    return std::clamp(longest + scaled(besideTitle, view), scaled(titleWidth, view), scaled(widestTitle, view));
}

} // namespace

RoleMatrixView::RoleMatrixView(RoleMatrixModel* model, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_model(model), m_frozen(makeTree(objectName + u".frozen"_s)), m_rest(makeTree(objectName + u".rest"_s)),
      m_below(new Surface(Token::Surface, this)), m_selection(m_frozen->selectionModel())
{
    setObjectName(objectName);
    setFocusProxy(m_frozen);
    m_rest->setSelectionModel(m_selection);
    m_rest->setFocusPolicy(Qt::ClickFocus);
    m_rest->setTreePosition(RoleMatrixModel::Title); // which is hidden there
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_searchEnds.setSingleShot(true);
    m_searchEnds.setInterval(typingEnds);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* leading = new QVBoxLayout;
    leading->setSpacing(0);
    leading->addWidget(m_frozen, 1);
    leading->addWidget(m_below);
    row->addLayout(leading);
    row->addWidget(m_rest, 1);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, m_rest->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_rest->verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
    // Whichever has a bar below gives the other as much room, or the last rows would not stand beside each other.
    connect(m_rest->horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this] { layOutColumns(); });
    for (auto* tree : {m_frozen, m_rest}) {
        connect(tree, &QTreeView::clicked, this, &RoleMatrixView::clickedAt);
        connect(tree, &QTreeView::expanded, this, [this](const QModelIndex& group) { fold(group, false); });
        connect(tree, &QTreeView::collapsed, this, [this](const QModelIndex& group) { fold(group, true); });
        connect(tree->header(), &QHeaderView::sectionClicked, this, [this](int column) {
            if (const int place = m_model->roleAt(column); place >= 0 && column >= RoleMatrixModel::FirstOther)
                Q_EMIT roleChosen(place);
        });
        tree->installEventFilter(this);
    }
    // Whoever is somewhere stays there, whatever is read anew.
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_lastPermission = m_model->permissionAt(current());
        m_lastColumn = std::max(0, current().column());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        layOutColumns();
        foldAgain();
        if (m_model->rowCount() == 0)
            return;
        const int column = m_lastColumn < m_model->columnCount() ? m_lastColumn : int{RoleMatrixModel::Title};
        const QModelIndex again = m_lastPermission < 0 ? QModelIndex() : m_model->indexOf(m_lastPermission, column);
        setCurrent(again.isValid() ? again : m_model->index(0, RoleMatrixModel::Title));
    });
    layOutColumns();
}

RoleMatrixView::~RoleMatrixView() = default;

QTreeView* RoleMatrixView::makeTree(const QString& name)
{
    auto* tree = new QTreeView(this);
    tree->setObjectName(name);
    tree->setModel(m_model);
    tree->setItemDelegate(new RoleMatrixDelegate(tree));
    auto* header = new RoleMatrixHeader(tree);
    tree->setHeader(header);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setRootIsDecorated(false);
    tree->setItemsExpandable(true);
    tree->setExpandsOnDoubleClick(false);
    tree->setIndentation(0);
    tree->setUniformRowHeights(true);
    tree->setAnimated(false);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    tree->setSelectionBehavior(QAbstractItemView::SelectItems);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setAllColumnsShowFocus(false);
    tree->setAutoScroll(false);
    return tree;
}

void RoleMatrixView::layOutColumns()
{
    const int columns = m_model->columnCount();
    const bool compares = m_model->compared() >= 0, selects = m_model->selected() >= 0;
    const auto title = [&](int column) { return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    int frozenWidth = 0;
    for (int column = 0; column < columns; ++column) {
        const bool isFrozen = column < RoleMatrixModel::FirstOther;
        const bool shown = column == RoleMatrixModel::Title || column >= RoleMatrixModel::FirstOther ||
                           (column == RoleMatrixModel::Selected ? selects : compares && selects);
        m_frozen->setColumnHidden(column, !isFrozen || !shown);
        m_rest->setColumnHidden(column, isFrozen);
        const auto* header = m_frozen->header();
        const int width = column == RoleMatrixModel::Title ? widthOfTitles(m_model, this)
                          : column == RoleMatrixModel::Selected
                              ? std::max(widthFor(header, title(column), comparedWidth), scaled(roleWidth, this))
                          : column == RoleMatrixModel::Differs  ? scaled(gutterWidth, this)
                          : column == RoleMatrixModel::Compared ? widthFor(header, title(column), comparedWidth)
                                                                : widthFor(header, title(column), otherWidth);
        (isFrozen ? m_frozen : m_rest)->setColumnWidth(column, width);
        if (isFrozen && shown)
            frozenWidth += width;
    }
    m_frozen->setFixedWidth(std::min(frozenWidth + 1, std::max(scaled(widestTitle, this), width() - scaled(otherWidth, this))));
    const auto* below = m_rest->horizontalScrollBar();
    const bool bar = below->maximum() > below->minimum() && m_rest->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
    m_below->setFixedHeight(bar ? below->sizeHint().height() : 0);
}

void RoleMatrixView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutColumns();
}

void RoleMatrixView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOutColumns();
}

void RoleMatrixView::foldAgain()
{
    m_folding = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, RoleMatrixModel::Title);
        const bool folded = m_folded.value(group.data().toString());
        for (auto* tree : {m_frozen, m_rest})
            tree->setExpanded(group, !folded);
    }
    m_folding = false;
}

void RoleMatrixView::fold(const QModelIndex& group, bool folded)
{
    if (m_folding)
        return;
    m_folding = true;
    m_folded[group.data().toString()] = folded;
    for (auto* tree : {m_frozen, m_rest})
        tree->setExpanded(group, !folded);
    m_folding = false;
}

QModelIndex RoleMatrixView::current() const
{
    return m_selection->currentIndex();
}

void RoleMatrixView::setCurrent(const QModelIndex& index)
{
    m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    showCurrent(index);
}

void RoleMatrixView::showCurrent(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    // The column is scrolled to where it is shown, the row in either.
    m_frozen->scrollTo(index.siblingAtColumn(RoleMatrixModel::Title));
    if (index.column() >= RoleMatrixModel::FirstOther)
        m_rest->scrollTo(index);
}

void RoleMatrixView::clickedAt(const QModelIndex& index)
{
    if (index.data(RoleMatrixModel::GroupRole).toBool()) {
        const QModelIndex group = index.siblingAtColumn(RoleMatrixModel::Title);
        return fold(group, m_frozen->isExpanded(group));
    }
    if (index.column() == RoleMatrixModel::Selected)
        Q_EMIT toggleRequested(m_model->permissionAt(index));
}

bool RoleMatrixView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_frozen || watched == m_rest))
        return takeKey(static_cast<QKeyEvent*>(event));
    return QWidget::eventFilter(watched, event);
}

void RoleMatrixView::moveTo(int column, const QModelIndex& row)
{
    if (row.isValid())
        setCurrent(row.siblingAtColumn(column));
}

void RoleMatrixView::moveRows(int rows)
{
    QModelIndex at = current().siblingAtColumn(RoleMatrixModel::Title);
    for (int step = 0; step < std::abs(rows); ++step) {
        const QModelIndex next = rows < 0 ? m_frozen->indexAbove(at) : m_frozen->indexBelow(at);
        if (!next.isValid())
            break;
        at = next;
    }
    moveTo(current().column(), at);
}

bool RoleMatrixView::takeKey(QKeyEvent* event)
{
    const QModelIndex at = current();
    if (!at.isValid() || event->modifiers().testFlag(Qt::AltModifier))
        return false;
    const auto shown = [this](int column) { return !(m_frozen->isColumnHidden(column) && m_rest->isColumnHidden(column)); };
    const auto beside = [&](int step) {
        int column = at.column() + step;
        while (column >= 0 && column < m_model->columnCount() && (!shown(column) || column == RoleMatrixModel::Differs))
            column += step;
        return column >= 0 && column < m_model->columnCount() ? column : at.column();
    };
    const bool group = at.data(RoleMatrixModel::GroupRole).toBool();
    const QModelIndex title = at.siblingAtColumn(RoleMatrixModel::Title);
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right, back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, m_frozen->viewport()->height() / std::max(1, m_frozen->visualRect(title).height()) - 1);
    if (event->key() == Qt::Key_Space && m_searchEnds.isActive()) {
        searchFor(event->text()); // of the words that are being typed
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        moveRows(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        moveRows(event->key() == Qt::Key_PageUp ? -page : page);
    } else if (event->key() == forward || event->key() == back) {
        const bool ahead = event->key() == forward;
        if (group && at.column() == RoleMatrixModel::Title && m_frozen->isExpanded(title) != ahead)
            fold(title, !ahead);
        else
            moveTo(beside(ahead ? 1 : -1), at);
    } else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        const bool last = event->key() == Qt::Key_End;
        if (whole)
            moveRows(last ? m_model->permissionCount() + m_model->rowCount() : -m_model->permissionCount() - m_model->rowCount());
        else
            moveTo(last ? m_model->columnCount() - 1 : RoleMatrixModel::Title, at);
    } else if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (group)
            fold(title, m_frozen->isExpanded(title));
        else if (at.column() >= RoleMatrixModel::FirstOther)
            Q_EMIT roleChosen(m_model->roleAt(at.column()));
        else
            Q_EMIT toggleRequested(m_model->permissionAt(at));
    } else if (!whole && !event->text().isEmpty() && event->text().front().isPrint()) {
        searchFor(event->text());
    } else {
        return false;
    }
    return true;
}

void RoleMatrixView::searchFor(const QString& letter)
{
    const bool anew = !m_searchEnds.isActive();
    m_searched = anew ? letter : m_searched + letter;
    m_searchEnds.start();
    QList<QModelIndex> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, RoleMatrixModel::Title);
        rows << group;
        for (int child = 0; child < m_model->rowCount(group); ++child)
            rows << m_model->index(child, RoleMatrixModel::Title, group);
    }
    const qsizetype from = rows.indexOf(current().siblingAtColumn(RoleMatrixModel::Title));
    for (qsizetype step = anew ? 1 : 0; step <= rows.size(); ++step) {
        const QModelIndex& found = rows[(from + step) % rows.size()];
        if (!found.data().toString().startsWith(m_searched, Qt::CaseInsensitive))
            continue;
        if (found.parent().isValid())
            fold(found.parent(), false);
        return moveTo(current().column(), found);
    }
}

} // namespace sallyport::ui
