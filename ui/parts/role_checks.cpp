#include "ui/parts/role_checks.h"

#include "ui/console/console.h"
#include "ui/look/text_style.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a built-in role is for; another one describes itself.
QString describe(const access::Role& role)
{
    if (role.name == "admin")
        return QCoreApplication::translate("Role", "Everything: users, settings, server, audit");
    if (role.name == "editor")
        return QCoreApplication::translate("Role", "Reads, adds and changes records");
    if (role.name == "viewer")
        return QCoreApplication::translate("Role", "Reads records");
    if (role.name == "owner")
        return QCoreApplication::translate("Role", "Everything, as an admin: for who answers for the console");
    if (role.name == "operator")
        return QCoreApplication::translate("Role", "Works in the console: users, sessions, keys, the server; no settings");
    if (role.name == "auditor")
        return QCoreApplication::translate("Role", "Reads everything in the console, exports and verifies; changes nothing");
    if (role.name == "console_viewer")
        return QCoreApplication::translate("Role", "Sees the dashboard, users and events in the console");
    return text(role.description);
}

} // namespace

RoleChecks::RoleChecks(Console& console, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_console(console), m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
        [this](const Result<std::vector<access::Role>>& roles) {
            if (roles)
                show(*roles);
            else
                Q_EMIT failed(roles.error());
        });
}

void RoleChecks::show(const std::vector<access::Role>& roles)
{
    for (const auto& role : roles) {
        auto* box = new QCheckBox(roleTitle(role.name), this);
        box->setObjectName(objectName() + u'.' + text(role.name));
        box->setFont(textFont(TextStyle::Body));
        box->setAccessibleDescription(describe(role));
        const bool mayGive = m_console.actor().permissions.covers(role.permissions);
        const bool chosen = std::find(m_chosen.begin(), m_chosen.end(), role.name) != m_chosen.end();
        box->setChecked(chosen);
        box->setEnabled(mayGive || chosen);
        if (!mayGive)
            box->setToolTip(tr("It allows more than your own role"));
        auto* note = makeLabel(describe(role), TextStyle::Small, Tone::Muted, this);
        note->setWordWrap(true);
        note->setContentsMargins(0, 4, 0, 0); // its first line on that of the box
        const int row = m_grid->rowCount();
        m_grid->addWidget(box, row, 0, Qt::AlignTop);
        m_grid->addWidget(note, row, 1, Qt::AlignTop);
        m_boxes.emplace_back(role.name, box);
        connect(box, &QCheckBox::toggled, this, &RoleChecks::changed);
    }
    Q_EMIT loaded();
}

void RoleChecks::setChosen(const std::vector<std::string>& roles)
{
    m_chosen = roles;
    for (const auto& [name, box] : m_boxes)
        box->setChecked(std::find(roles.begin(), roles.end(), name) != roles.end());
}

std::vector<std::string> RoleChecks::chosen() const
{
    if (m_boxes.empty())
        return m_chosen;
    std::vector<std::string> names;
    for (const auto& [name, box] : m_boxes)
        if (box->isChecked())
            names.push_back(name);
    return names;
}

} // namespace sallyport::ui
