#include "ui/roles/role_table.h"

#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <algorithm>

namespace sallyport::ui {

int RoleTable::placeOf(const QString& name) const
{
    const auto found = std::ranges::find(roles, name, &Column::name);
    return found == roles.end() ? -1 : static_cast<int>(found - roles.begin());
}

QList<bool> placesOf(const access::PermissionSet& set)
{
    QList<bool> places;
    for (const access::PermissionInfo& info : access::permissions())
        places << set.has(info.permission);
    return places;
}

RoleTable tableOf(const std::vector<access::Role>& roles)
{
    RoleTable table;
    for (const access::PermissionInfo& info : access::permissions()) {
        const std::string word(info.word);
        table.permissions << RoleTable::Permission{text(word), permissionTitle(info.permission), text(std::string(info.group)),
                                                   text(word.substr(0, word.find(':')))};
    }
    for (const access::Role& role : roles)
        table.roles << RoleTable::Column{text(role.name), roleName(role), placesOf(role.own), placesOf(role.permissions)};
    return table;
}

} // namespace sallyport::ui
