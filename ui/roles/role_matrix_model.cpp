#include "ui/roles/role_matrix_model.h"

#include "ui/words/role_text.h"
#include "ui/words/text_match.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// The internal id of a group's row; that of a permission's is its group's place plus one.
constexpr quintptr groupRow = 0;

} // namespace

RoleMatrixModel::RoleMatrixModel(QObject* parent) : QAbstractItemModel(parent) {}

void RoleMatrixModel::setTable(const RoleTable& table)
{
    const QString selected = m_selected >= 0 ? m_table.roles.value(m_selected).name : QString();
    const QString compared = m_compared >= 0 ? m_table.roles.value(m_compared).name : QString();
    beginResetModel();
    m_table = table;
    m_selected = selected.isEmpty() ? -1 : m_table.placeOf(selected);
    m_compared = compared.isEmpty() ? -1 : m_table.placeOf(compared);
    reset();
    endResetModel();
}

/// What follows from the table, the selected role and the compared one; between the ends of a reset.
void RoleMatrixModel::reset()
{
    if (m_compared == m_selected)
        m_compared = -1;
    m_own = m_selected < 0 ? QList<bool>() : m_table.roles[m_selected].own;
    m_all = m_selected < 0 ? QList<bool>() : m_table.roles[m_selected].all;
    m_others.clear();
    for (int place = 0; place < m_table.roles.size(); ++place)
        if (place != m_selected && place != m_compared)
            m_others << place;
    regroup();
}

void RoleMatrixModel::regroup()
{
    m_groups.clear();
    QList<QString> keys;
    // Actions in the order in which they are read; objects as the table of permissions has them.
    if (m_grouping == Grouping::Action)
        keys = {QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("delete"), QStringLiteral("manage_users")};
    const auto keyOf = [this](const RoleTable::Permission& permission) {
        return m_grouping == Grouping::Action ? permission.action : permission.object;
    };
    for (const RoleTable::Permission& permission : m_table.permissions)
        if (!keys.contains(keyOf(permission)))
            keys << keyOf(permission);
    for (const QString& key : keys) {
        Group group{m_grouping == Grouping::Action ? permissionActionTitle(key) : permissionObjectTitle(key), {}};
        for (int at = 0; at < m_table.permissions.size(); ++at) {
            const RoleTable::Permission& permission = m_table.permissions[at];
            if (keyOf(permission) == key && (containsText(permission.title, m_filter) || containsText(permission.word, m_filter)))
                group.permissions << at;
        }
        if (!group.permissions.isEmpty())
            m_groups << group;
    }
}

void RoleMatrixModel::setGrouping(Grouping grouping)
{
    if (m_grouping == grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    regroup();
    endResetModel();
}

void RoleMatrixModel::setFilter(const QString& text)
{
    if (m_filter == text.trimmed())
        return;
    beginResetModel();
    m_filter = text.trimmed();
    regroup();
    endResetModel();
}

void RoleMatrixModel::select(int place)
{
    beginResetModel();
    m_selected = place;
    reset();
    endResetModel();
}

void RoleMatrixModel::compareWith(int place)
{
    beginResetModel();
    const QList<bool> own = m_own, all = m_all;
    m_compared = place;
    reset();
    m_own = own;
    m_all = all;
    endResetModel();
}

void RoleMatrixModel::setDraft(const QList<bool>& own, const QList<bool>& all)
{
    m_own = own;
    m_all = all;
    tellChange();
}

void RoleMatrixModel::tellChange()
{
    for (int row = 0; row < m_groups.size(); ++row) {
        const QModelIndex group = index(row, Title);
        Q_EMIT dataChanged(index(row, Selected), index(row, Differs));
        Q_EMIT dataChanged(index(0, Selected, group),
                           index(static_cast<int>(m_groups[row].permissions.size()) - 1, Differs, group));
    }
}

void RoleMatrixModel::retranslate()
{
    beginResetModel();
    regroup();
    endResetModel();
}

bool RoleMatrixModel::has(int permission, int role) const
{
    return role == m_selected ? m_all.value(permission) : m_table.roles[role].all.value(permission);
}

Holding RoleMatrixModel::holdingOf(int permission, int role) const
{
    const RoleTable::Column& saved = m_table.roles[role];
    if (role != m_selected)
        return saved.own.value(permission) ? Holding::Own : saved.all.value(permission) ? Holding::Inherited : Holding::None;
    const bool had = saved.all.value(permission), now = m_all.value(permission);
    if (had != now)
        return now ? Holding::Added : Holding::Removed;
    return m_own.value(permission) ? Holding::Own : now ? Holding::Inherited : Holding::None;
}

bool RoleMatrixModel::differs(int permission) const
{
    return m_selected >= 0 && m_compared >= 0 && has(permission, m_selected) != has(permission, m_compared);
}

int RoleMatrixModel::differences() const
{
    int count = 0;
    for (const Group& group : m_groups)
        count += static_cast<int>(std::ranges::count_if(group.permissions, [this](int at) { return differs(at); }));
    return count;
}

int RoleMatrixModel::permissionCount() const
{
    int count = 0;
    for (const Group& group : m_groups)
        count += static_cast<int>(group.permissions.size());
    return count;
}

int RoleMatrixModel::permissionAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == groupRow)
        return -1;
    return m_groups[static_cast<int>(index.internalId()) - 1].permissions.value(index.row(), -1);
}

int RoleMatrixModel::roleAt(int column) const
{
    switch (column) {
    case Title:
    case Differs: return -1;
    case Selected: return m_selected;
    case Compared: return m_compared;
    default: return m_others.value(column - FirstOther, -1);
    }
}

QModelIndex RoleMatrixModel::indexOf(int permission, int column) const
{
    for (int row = 0; row < m_groups.size(); ++row)
        if (const qsizetype at = m_groups[row].permissions.indexOf(permission); at >= 0)
            return index(static_cast<int>(at), column, index(row, Title));
    return {};
}

QModelIndex RoleMatrixModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= columnCount())
        return {};
    if (!parent.isValid())
        return row < m_groups.size() ? createIndex(row, column, groupRow) : QModelIndex();
    if (parent.internalId() != groupRow || row >= m_groups[parent.row()].permissions.size())
        return {};
    return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
}

QModelIndex RoleMatrixModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == groupRow)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, Title, groupRow);
}

int RoleMatrixModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == groupRow && parent.column() == Title
               ? static_cast<int>(m_groups[parent.row()].permissions.size())
               : 0;
}

int RoleMatrixModel::columnCount(const QModelIndex&) const
{
    return FirstOther + static_cast<int>(m_others.size());
}

QString RoleMatrixModel::titleOf(int place) const
{
    return place < 0 ? QString() : m_table.roles.value(place).title;
}

QVariant RoleMatrixModel::groupData(const Group& group, int column, int role) const
{
    const int total = static_cast<int>(group.permissions.size());
    if (role == GroupRole)
        return true;
    if (role == TotalRole)
        return total;
    if (column == Title)
        return role == Qt::DisplayRole          ? QVariant(group.title)
               : role == Qt::AccessibleTextRole ? QVariant(tr("%1, %Ln permissions", nullptr, total).arg(group.title))
                                                : QVariant();
    if (column == Differs) {
        const auto count = static_cast<int>(std::ranges::count_if(group.permissions, [this](int at) { return differs(at); }));
        if (role == DiffersRole)
            return count;
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return count == 0                ? QString()
                   : role == Qt::DisplayRole ? QLocale().toString(count)
                                             : tr("%Ln differ", nullptr, count);
        return {};
    }
    const int place = roleAt(column);
    if (place < 0)
        return {};
    const auto count = static_cast<int>(std::ranges::count_if(group.permissions, [&](int at) { return has(at, place); }));
    if (role == CountRole)
        return count;
    if (role == Qt::DisplayRole)
        return count == 0 ? QStringLiteral("–") : u"%1/%2"_s.arg(QLocale().toString(count), QLocale().toString(total));
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2: %3 of %4").arg(group.title, titleOf(place), QLocale().toString(count), QLocale().toString(total));
    return {};
}

QString RoleMatrixModel::saidOf(int permission, int column) const
{
    const QString title = m_table.permissions[permission].title;
    if (column == Differs)
        return differs(permission) ? tr("%1: differs from %2").arg(title, titleOf(m_compared)) : QString();
    const int place = roleAt(column);
    if (place < 0)
        return {};
    const auto said = [&] {
        switch (holdingOf(permission, place)) {
        case Holding::None: return tr("no");
        case Holding::Own: return tr("own");
        case Holding::Inherited: return tr("inherited");
        case Holding::Added: return tr("added, not saved");
        case Holding::Removed: return tr("removed, not saved");
        }
        return QString();
    };
    return tr("%1, %2: %3").arg(title, titleOf(place), said());
}

QVariant RoleMatrixModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == groupRow)
        return groupData(m_groups[index.row()], index.column(), role);
    const int permission = permissionAt(index);
    if (permission < 0)
        return {};
    if (index.column() == Title)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(m_table.permissions[permission].title)
               : role == Qt::ToolTipRole                                 ? QVariant(m_table.permissions[permission].word)
                                                                         : QVariant();
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return saidOf(permission, index.column());
    if (index.column() == Differs)
        return role == DiffersRole ? QVariant(differs(permission)) : QVariant();
    const int place = roleAt(index.column());
    return role == HoldingRole && place >= 0 ? QVariant(static_cast<int>(holdingOf(permission, place))) : QVariant();
}

QVariant RoleMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    if (section == Title)
        return role == Qt::DisplayRole ? tr("Permission") : tr("Permission, %Ln in all", nullptr, permissionCount());
    if (section == Differs)
        return role == Qt::DisplayRole || m_compared < 0 ? QString() : tr("Differs from %1").arg(titleOf(m_compared));
    return titleOf(roleAt(section));
}

Qt::ItemFlags RoleMatrixModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != groupRow)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

} // namespace sallyport::ui
