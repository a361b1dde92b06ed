#include "ui/parts/role_choices.h"

#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

RoleChoices::RoleChoices(Console& console, QObject* owner) : QObject(owner), m_console(console)
{
    refresh();
}

QList<RoleChoices::Choice> RoleChoices::choices() const
{
    QList<Choice> all;
    for (const char* name : roleNames)
        all.append({name, roleTitle(name)});
    for (const auto& [name, title] : m_own)
        all.append({name, title});
    return all;
}

QString RoleChoices::title(const std::string& name) const
{
    for (const auto& [own, title] : m_own)
        if (own == name)
            return title;
    return roleTitle(name);
}

void RoleChoices::refresh()
{
    if (!m_console.may(access::Permission::RolesRead))
        return;
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
        [this](const Result<std::vector<access::Role>>& roles) {
            if (!roles)
                return; // those that are known stay
            std::vector<std::pair<std::string, QString>> own;
            for (const access::Role& role : *roles)
                if (!role.builtIn)
                    own.emplace_back(role.name, roleName(role));
            if (own == m_own)
                return;
            m_own = std::move(own);
            Q_EMIT changed();
        });
}

} // namespace sallyport::ui
