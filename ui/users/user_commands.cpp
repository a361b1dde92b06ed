#include "ui/users/user_commands.h"

#include "ui/console/permit.h"

#include <QCoreApplication>

namespace sallyport::ui {

using access::Permission;
using identity::UserStatus;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::UserActions)
};

} // namespace

QList<UserCommand> furtherCommands(const Console& console, const identity::User& user)
{
    QList<UserCommand> all;
    const auto put = [&](std::string_view id, const QString& words, Permission permission) {
        all.append({id, words, lacks(console, permission, user.id, user.roles)});
    };
    if (user.lockedUntil)
        put("unlock", Words::tr("Unlock"), Permission::UsersUpdate);
    put("reset_password", user.status == UserStatus::Invited ? Words::tr("New invitation…") : Words::tr("Reset password…"),
        Permission::UsersResetPassword);
    put("end_sessions", Words::tr("End all sessions…"), Permission::UsersRevokeSessions);
    all.append(UserCommand{});
    put("delete", Words::tr("Delete…"), Permission::UsersDelete);
    put("erase", Words::tr("Erase personal data…"), Permission::UsersErase);
    return all;
}

QList<UserCommand> userCommands(const Console& console, const identity::User& user)
{
    QList<UserCommand> all;
    const auto put = [&](std::string_view id, const QString& words, Permission permission) {
        all.append({id, words, lacks(console, permission, user.id, user.roles)});
    };
    put("edit", Words::tr("Edit…"), Permission::UsersUpdate);
    put("roles", Words::tr("Change roles…"), Permission::RolesAssign);
    put("mfa", user.mfaEnabled ? Words::tr("Reset MFA…") : Words::tr("Set up MFA…"), Permission::UsersResetMfa);
    put("toggle", user.status == UserStatus::Disabled ? Words::tr("Enable") : Words::tr("Disable…"), Permission::UsersUpdate);
    all.append(UserCommand{});
    return all + furtherCommands(console, user);
}

} // namespace sallyport::ui
