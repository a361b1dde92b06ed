#pragma once

#include <QAbstractListModel>
#include <QListView>

#include <vector>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The roles in two sections, built-in ones and own ones, each with its head.
class RoleListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum DataRole {
        HeadRole = Qt::UserRole + 1, ///< true for the head of a section
        NameRole,                    ///< the role's name
        NoteRole,                    ///< `Inherits Viewer`
        MembersRole,                 ///< how many, as text
        CountRole,                   ///< of a head: how many roles
    };
    using QAbstractListModel::QAbstractListModel;

    void setRoles(std::vector<access::Role> roles);
    void setFilter(const QString& text);
    void retranslate();
    const std::vector<access::Role>& roles() const { return m_roles; }
    const access::Role* roleAt(const QModelIndex& index) const;
    QModelIndex indexOf(const std::string& name) const;
    QModelIndex firstRole() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        int role = -1; ///< place; -1: a head
        bool builtIn = false;
    };
    void arrange();

    std::vector<access::Role> m_roles;
    QList<Row> m_rows;
    QString m_filter;
};

/// Shows them: two lines a role, how many have it at the trailing edge.
class RoleList final : public QListView {
    Q_OBJECT

public:
    RoleList(RoleListModel* model, const QString& objectName, QWidget* parent = nullptr);

Q_SIGNALS:
    void roleChosen(const QModelIndex& index);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

} // namespace sallyport::ui
