#pragma once

#include <QList>
#include <QString>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// What one role has of one permission, after everything that isn't saved.
enum class Holding : std::uint8_t { None, Own, Inherited, Added, Removed };

/// The roles and permissions of a matrix, by their places: what the model shows, without anything of a window. Permissions are
/// words here, so that a test can have as many as it likes.
struct RoleTable {
    struct Permission {
        QString word;   ///< `users:read`
        QString title;  ///< `Read users`
        QString action; ///< the group by action, `read`
        QString object; ///< the group by object, `users`
    };
    struct Column {
        QString name;
        QString title;
        QList<bool> own; ///< by place of the permission
        QList<bool> all; ///< with what it inherits
    };
    QList<Permission> permissions;
    QList<Column> roles;

    /// The place of a role by its name, -1: there is none.
    int placeOf(const QString& name) const;
};

/// The vault's roles as a table: built-in ones and own ones, all permissions there are.
RoleTable tableOf(const std::vector<access::Role>& roles);
/// What a set has, by the places of the table.
QList<bool> placesOf(const access::PermissionSet& set);

} // namespace sallyport::ui
