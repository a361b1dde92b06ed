#include "ui/roles/role_list.h"

#include "backend/access/role_graph.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/words/role_text.h"
#include "ui/words/text_match.h"
#include "ui/words/user_text.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowPx = 48;
constexpr int headPx = 32;
constexpr int leadPx = 24;
constexpr int trailPx = 16;

class RoleListDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool rtl = option.direction == Qt::RightToLeft;
        const bool selected = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        const bool head = index.data(RoleListModel::HeadRole).toBool();
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->fillRect(option.rect, color(selected ? Token::Selection : hovered && !head ? Token::Hover : Token::Surface));
        drawHairline(painter, option.rect.left(), option.rect.right(), option.rect.bottom(), color(Token::Grid));
        if (selected)
            painter->fillRect(rtl ? option.rect.right() - 2 : option.rect.left(), option.rect.top(), 3, option.rect.height() - 1,
                              color(Token::Accent));
        const int lead = scaled(leadPx, option.widget), trail = scaled(trailPx, option.widget);
        QRect area = option.rect.adjusted(rtl ? trail : lead, 0, rtl ? -lead : -trail, 0);
        const QString title = index.data().toString(), members = index.data(RoleListModel::MembersRole).toString();
        const auto cutTrailing = [&](int width) {
            rtl ? area.setLeft(area.left() + width + 8) : area.setRight(area.right() - width - 8);
        };
        if (head) {
            const QFont font = textFont(TextStyle::SmallStrong);
            drawLine(painter, area, members, font, color(Token::TextMuted), Qt::AlignTrailing);
            drawLine(painter, area, title, font, color(Token::TextMuted));
            const int width = QFontMetrics(font).horizontalAdvance(title) + 7;
            rtl ? area.setRight(area.right() - width) : area.setLeft(area.left() + width);
            drawLine(painter, area, index.data(RoleListModel::CountRole).toString(), textFont(TextStyle::Small),
                     color(Token::TextMuted));
        } else {
            const int first = lineHeight(TextStyle::BodyStrong), second = lineHeight(TextStyle::Small);
            const int top = area.top() + (area.height() - first - second) / 2;
            const QFont figures = textFont(TextStyle::Body);
            drawLine(painter, QRect(area.left(), top, area.width(), first), members, figures, color(Token::Text),
                     Qt::AlignTrailing);
            QRect name(area.left(), top + first, area.width(), second);
            drawLine(painter, name, index.data(RoleListModel::NoteRole).toString(), textFont(TextStyle::Small),
                     color(Token::TextMuted));
            cutTrailing(QFontMetrics(figures).horizontalAdvance(members));
            drawLine(painter, QRect(area.left(), top, area.width(), first), title, textFont(TextStyle::BodyStrong),
                     color(Token::Text));
        }
        if ((option.state & QStyle::State_HasFocus) != 0)
            drawRing(painter, QRectF(option.rect).adjusted(4, 2, -2, -3), chipRadius);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {80, scaled(index.data(RoleListModel::HeadRole).toBool() ? headPx : rowPx, option.widget)};
    }
};

} // namespace

void RoleListModel::setRoles(std::vector<access::Role> roles)
{
    beginResetModel();
    m_roles = std::move(roles);
    std::ranges::stable_sort(m_roles, [](const access::Role& one, const access::Role& other) {
        return one.builtIn != other.builtIn ? one.builtIn : QString::localeAwareCompare(roleName(one), roleName(other)) < 0;
    });
    arrange();
    endResetModel();
}

void RoleListModel::setFilter(const QString& text)
{
    if (text.trimmed() == m_filter)
        return;
    beginResetModel();
    m_filter = text.trimmed();
    arrange();
    endResetModel();
}

void RoleListModel::retranslate()
{
    setRoles(std::move(m_roles));
}

void RoleListModel::arrange()
{
    m_rows.clear();
    for (const bool builtIn : {true, false}) {
        QList<Row> section;
        for (int place = 0; place < static_cast<int>(m_roles.size()); ++place) {
            const access::Role& role = m_roles[static_cast<std::size_t>(place)];
            if (role.builtIn == builtIn && (containsText(roleName(role), m_filter) || containsText(text(role.name), m_filter)))
                section << Row{place, builtIn};
        }
        // The section of own roles stands there, too, when there are none: that there can be some is news.
        if (!section.isEmpty() || (!builtIn && m_filter.isEmpty() && !m_roles.empty()))
            m_rows << Row{-1, builtIn};
        m_rows << section;
    }
}

const access::Role* RoleListModel::roleAt(const QModelIndex& index) const
{
    const int place = index.isValid() ? m_rows.value(index.row()).role : -1;
    return place < 0 ? nullptr : &m_roles[static_cast<std::size_t>(place)];
}

QModelIndex RoleListModel::indexOf(const std::string& name) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (const access::Role* role = roleAt(index(row)); role != nullptr && role->name == name)
            return index(row);
    return {};
}

QModelIndex RoleListModel::firstRole() const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].role >= 0)
            return index(row);
    return {};
}

int RoleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RoleListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row row = m_rows.value(index.row());
    const access::Role* const shown = roleAt(index);
    if (role == HeadRole)
        return shown == nullptr;
    if (shown == nullptr) {
        const auto count = static_cast<int>(std::ranges::count(m_roles, row.builtIn, &access::Role::builtIn));
        switch (role) {
        case Qt::DisplayRole: return row.builtIn ? tr("Built-in") : tr("Own");
        case CountRole: return QLocale().toString(count);
        case MembersRole: return index.row() == 0 ? tr("Members") : QString();
        case Qt::AccessibleTextRole:
            return row.builtIn ? tr("%Ln built-in roles", nullptr, count) : tr("%Ln own roles", nullptr, count);
        default: return {};
        }
    }
    QStringList inherited;
    for (const std::string& name : shown->inherits) {
        const access::Role* const from = access::findRole(m_roles, name);
        inherited << (from == nullptr ? text(name) : roleName(*from));
    }
    const QString note = inherited.isEmpty() ? tr("Inherits nothing") : tr("Inherits %1").arg(inherited.join(u", "_s));
    switch (role) {
    case Qt::DisplayRole: return roleName(*shown);
    case NameRole: return text(shown->name);
    case NoteRole: return note;
    case MembersRole: return QLocale().toString(static_cast<qlonglong>(shown->members));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(roleName(*shown), tr("%Ln members", nullptr, static_cast<int>(shown->members)), note);
    case Qt::ToolTipRole: return text(shown->description);
    default: return {};
    }
}

Qt::ItemFlags RoleListModel::flags(const QModelIndex& index) const
{
    return roleAt(index) == nullptr ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

RoleList::RoleList(RoleListModel* model, const QString& objectName, QWidget* parent) : QListView(parent)
{
    setObjectName(objectName);
    setModel(model);
    setItemDelegate(new RoleListDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void RoleList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT roleChosen(current);
}

} // namespace sallyport::ui
