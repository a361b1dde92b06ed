#pragma once

#include "backend/access/role.h"

#include <QString>

#include <optional>

namespace sallyport::ui {

/// What a role is called: a built-in one in the language of the window, an own one as the vault's people have named it.
QString roleName(const access::Role& role);
/// The same for what it is for.
QString roleDescription(const access::Role& role);
/// `Read`, for the guide's group `read`; `Other` for none.
QString permissionActionTitle(const QString& group);
/// `API keys`, for the `keys` of `keys:read`; a word that this program doesn't know stays itself.
QString permissionObjectTitle(const QString& object);

} // namespace sallyport::ui
