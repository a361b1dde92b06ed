#include "ui/words/role_text.h"

#include "ui/words/user_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sallyport::ui {

namespace {

struct Named {
    const char* word;
    const char* title;
};

constexpr std::array actions{
    Named{"read", QT_TRANSLATE_NOOP("PermissionGroup", "Read")},
    Named{"write", QT_TRANSLATE_NOOP("PermissionGroup", "Write")},
    Named{"delete", QT_TRANSLATE_NOOP("PermissionGroup", "Delete")},
    Named{"manage_users", QT_TRANSLATE_NOOP("PermissionGroup", "Manage users")},
    Named{"", QT_TRANSLATE_NOOP("PermissionGroup", "Other")},
};

constexpr std::array objects{
    Named{"users", QT_TRANSLATE_NOOP("PermissionObject", "Users")},
    Named{"roles", QT_TRANSLATE_NOOP("PermissionObject", "Roles")},
    Named{"events", QT_TRANSLATE_NOOP("PermissionObject", "Events")},
    Named{"settings", QT_TRANSLATE_NOOP("PermissionObject", "Settings")},
    Named{"server", QT_TRANSLATE_NOOP("PermissionObject", "Server")},
    Named{"metrics", QT_TRANSLATE_NOOP("PermissionObject", "Metrics")},
    Named{"protection", QT_TRANSLATE_NOOP("PermissionObject", "Protection")},
    Named{"bans", QT_TRANSLATE_NOOP("PermissionObject", "Bans")},
    Named{"records", QT_TRANSLATE_NOOP("PermissionObject", "Records")},
    Named{"comments", QT_TRANSLATE_NOOP("PermissionObject", "Comments")},
    Named{"files", QT_TRANSLATE_NOOP("PermissionObject", "Files")},
    Named{"policies", QT_TRANSLATE_NOOP("PermissionObject", "Policies")},
    Named{"decisions", QT_TRANSLATE_NOOP("PermissionObject", "Decisions")},
    Named{"keys", QT_TRANSLATE_NOOP("PermissionObject", "API keys")},
    Named{"service_accounts", QT_TRANSLATE_NOOP("PermissionObject", "Service accounts")},
    Named{"tokens", QT_TRANSLATE_NOOP("PermissionObject", "Tokens")},
    Named{"providers", QT_TRANSLATE_NOOP("PermissionObject", "Identity providers")},
    Named{"outputs", QT_TRANSLATE_NOOP("PermissionObject", "Destinations")},
    Named{"sessions", QT_TRANSLATE_NOOP("PermissionObject", "Sessions")},
    Named{"console", QT_TRANSLATE_NOOP("PermissionObject", "Console")},
};

template <std::size_t Size>
QString titleIn(const std::array<Named, Size>& table, const char* context, const QString& word)
{
    const auto found = std::ranges::find_if(table, [&](const Named& one) { return word == QLatin1StringView(one.word); });
    return found == table.end() ? word : QCoreApplication::translate(context, found->title);
}

} // namespace

QString roleName(const access::Role& role)
{
    return role.builtIn ? roleTitle(role.name) : text(role.title.empty() ? role.name : role.title);
}

QString roleDescription(const access::Role& role)
{
    // The product's own sentences stand in the table of roles, in English: what they allow says the rest.
    return text(role.description);
}

QString permissionActionTitle(const QString& group)
{
    return titleIn(actions, "PermissionGroup", group);
}

QString permissionObjectTitle(const QString& object)
{
    return titleIn(objects, "PermissionObject", object);
}

} // namespace sallyport::ui
