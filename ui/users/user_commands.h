#pragma once

#include "backend/identity/core/user.h"

#include <QList>
#include <QString>

#include <string_view>

namespace sallyport::ui {

class Console;

/// Something that can be done to one user, wherever that is offered: the row's menu, the pane's, the palette.
struct UserCommand {
    std::string_view id; ///< `disable`
    QString words;       ///< `Disable…`
    QString against;     ///< why the operator may not, empty if they may
};

/// All that can be done to this user as they are now: what the pane has buttons for first, in the order of the row's menu. An
/// invalid one (no words) stands where a menu has a line between two groups.
QList<UserCommand> userCommands(const Console& console, const identity::User& user);
/// Of these the ones that the pane has no button for.
QList<UserCommand> furtherCommands(const Console& console, const identity::User& user);

} // namespace sallyport::ui
