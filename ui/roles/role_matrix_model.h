#pragma once

#include "ui/roles/role_table.h"

#include <QAbstractItemModel>
#include <QList>

namespace sallyport::ui {

/// Roles beside permissions in groups. Columns: the permission, the selected role, what differs, the role that it is compared
/// with, then the other roles. All texts of cells are words, so that they can be heard as well as seen.
class RoleMatrixModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Title, Selected, Differs, Compared, FirstOther };
    enum class Grouping { Action, Object };
    enum Role {
        HoldingRole = Qt::UserRole + 1, ///< a Holding
        GroupRole,                      ///< true for the row of a group
        CountRole,                      ///< of a group: how many the role has, and of how many
        TotalRole,
        DiffersRole, ///< of a cell of Differs: true; of a group there: how many
    };

    explicit RoleMatrixModel(QObject* parent = nullptr);

    /// Everything anew.
    void setTable(const RoleTable& table);
    const RoleTable& table() const { return m_table; }
    void setGrouping(Grouping grouping);
    /// Only permissions whose title or word has this text; groups without any go.
    void setFilter(const QString& text);
    /// The role in the column that is worked on, by its place in the table; -1: none.
    void select(int place);
    int selected() const { return m_selected; }
    /// -1: with none.
    void compareWith(int place);
    int compared() const { return m_compared; }
    /// What the selected role has now, before it is saved: own, and with what it inherits.
    void setDraft(const QList<bool>& own, const QList<bool>& all);
    /// Texts and groups in another language.
    void retranslate();

    /// Permissions in sight of which the selected role and the compared one differ, whatever is folded.
    int differences() const;
    int permissionCount() const;
    /// The place in the table of what a row shows; -1 for a group.
    int permissionAt(const QModelIndex& index) const;
    /// The place in the table of the role that a column shows; -1: none.
    int roleAt(int column) const;
    QModelIndex indexOf(int permission, int column) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Group {
        QString title;
        QList<int> permissions;
    };
    void regroup();
    void reset();
    Holding holdingOf(int permission, int role) const;
    bool has(int permission, int role) const;
    bool differs(int permission) const;
    QVariant groupData(const Group& group, int column, int role) const;
    QString saidOf(int permission, int column) const;
    QString titleOf(int place) const;
    void tellChange();

    RoleTable m_table;
    QList<Group> m_groups;
    QList<int> m_others; ///< places of the roles that stand behind
    Grouping m_grouping = Grouping::Action;
    QString m_filter;
    int m_selected = -1, m_compared = -1;
    QList<bool> m_own, m_all; ///< the draft of the selected role
};

} // namespace sallyport::ui
