#include "ui/words/user_text.h"

#include "ui/words/relative_time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace sallyport::ui {

namespace {

// The backend's titles, for the translators; permissionTitle looks them up by the text of the permission table.
[[maybe_unused]] constexpr const char* permissionTexts[] = {
    QT_TRANSLATE_NOOP("Permission", "Read users"),
    QT_TRANSLATE_NOOP("Permission", "Add users"),
    QT_TRANSLATE_NOOP("Permission", "Change users"),
    QT_TRANSLATE_NOOP("Permission", "Delete users"),
    QT_TRANSLATE_NOOP("Permission", "Reset second factors"),
    QT_TRANSLATE_NOOP("Permission", "Reset passwords"),
    QT_TRANSLATE_NOOP("Permission", "End sessions of others"),
    QT_TRANSLATE_NOOP("Permission", "Erase the data of people"),
    QT_TRANSLATE_NOOP("Permission", "Read roles"),
    QT_TRANSLATE_NOOP("Permission", "Add roles"),
    QT_TRANSLATE_NOOP("Permission", "Change roles"),
    QT_TRANSLATE_NOOP("Permission", "Delete roles"),
    QT_TRANSLATE_NOOP("Permission", "Assign roles"),
    QT_TRANSLATE_NOOP("Permission", "Read security events"),
    QT_TRANSLATE_NOOP("Permission", "Export audit reports"),
    QT_TRANSLATE_NOOP("Permission", "Verify the audit chain"),
    QT_TRANSLATE_NOOP("Permission", "Read incidents"),
    QT_TRANSLATE_NOOP("Permission", "Work on incidents"),
    QT_TRANSLATE_NOOP("Permission", "Read alert rules"),
    QT_TRANSLATE_NOOP("Permission", "Change alert rules"),
    QT_TRANSLATE_NOOP("Permission", "Read destinations of events"),
    QT_TRANSLATE_NOOP("Permission", "Change destinations of events"),
    QT_TRANSLATE_NOOP("Permission", "Read what is kept how long"),
    QT_TRANSLATE_NOOP("Permission", "Change what is kept how long"),
    QT_TRANSLATE_NOOP("Permission", "Read the history of the configuration"),
    QT_TRANSLATE_NOOP("Permission", "Read settings"),
    QT_TRANSLATE_NOOP("Permission", "Change settings"),
    QT_TRANSLATE_NOOP("Permission", "Start and stop the server"),
    QT_TRANSLATE_NOOP("Permission", "Read metrics"),
    QT_TRANSLATE_NOOP("Permission", "Read records"),
    QT_TRANSLATE_NOOP("Permission", "Add records"),
    QT_TRANSLATE_NOOP("Permission", "Change records"),
    QT_TRANSLATE_NOOP("Permission", "Delete records"),
    QT_TRANSLATE_NOOP("Permission", "Show sensitive values of records"),
    QT_TRANSLATE_NOOP("Permission", "Read comments"),
    QT_TRANSLATE_NOOP("Permission", "Write comments"),
    QT_TRANSLATE_NOOP("Permission", "Change comments"),
    QT_TRANSLATE_NOOP("Permission", "Delete comments"),
    QT_TRANSLATE_NOOP("Permission", "Read files"),
    QT_TRANSLATE_NOOP("Permission", "Upload files"),
    QT_TRANSLATE_NOOP("Permission", "Delete files"),
    QT_TRANSLATE_NOOP("Permission", "Read policies and simulate"),
    QT_TRANSLATE_NOOP("Permission", "Add policies"),
    QT_TRANSLATE_NOOP("Permission", "Change and publish policies"),
    QT_TRANSLATE_NOOP("Permission", "Delete policies"),
    QT_TRANSLATE_NOOP("Permission", "Read decisions"),
    QT_TRANSLATE_NOOP("Permission", "Manage own API keys"),
    QT_TRANSLATE_NOOP("Permission", "Read all API keys"),
    QT_TRANSLATE_NOOP("Permission", "Create API keys for others"),
    QT_TRANSLATE_NOOP("Permission", "Change all API keys"),
    QT_TRANSLATE_NOOP("Permission", "Revoke all API keys"),
    QT_TRANSLATE_NOOP("Permission", "Read service accounts"),
    QT_TRANSLATE_NOOP("Permission", "Add service accounts"),
    QT_TRANSLATE_NOOP("Permission", "Change service accounts"),
    QT_TRANSLATE_NOOP("Permission", "Delete service accounts"),
    QT_TRANSLATE_NOOP("Permission", "Check tokens of others"),
    QT_TRANSLATE_NOOP("Permission", "Read identity providers"),
    QT_TRANSLATE_NOOP("Permission", "Add identity providers"),
    QT_TRANSLATE_NOOP("Permission", "Change identity providers"),
    QT_TRANSLATE_NOOP("Permission", "Delete identity providers"),
    QT_TRANSLATE_NOOP("Permission", "Link users to outside logins"),
    QT_TRANSLATE_NOOP("Permission", "Read everybody's sessions"),
    QT_TRANSLATE_NOOP("Permission", "Use the console"),
    QT_TRANSLATE_NOOP("Permission", "Read limits, scores and detection"),
    QT_TRANSLATE_NOOP("Permission", "Change limits, scores and detection"),
    QT_TRANSLATE_NOOP("Permission", "Read bans and address lists"),
    QT_TRANSLATE_NOOP("Permission", "Ban and allow addresses"),
    QT_TRANSLATE_NOOP("Permission", "Lift bans"),
};

} // namespace

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

bool isLocked(const identity::User& user, UtcTime now)
{
    return user.lockedUntil && *user.lockedUntil > now;
}

Mark userState(const identity::User& user, UtcTime now)
{
    if (user.status == identity::UserStatus::Disabled)
        return {QCoreApplication::translate("Users", "Disabled"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    if (isLocked(user, now))
        return {QCoreApplication::translate("Users", "Locked"), Icon::Lock, Tone::Danger, Tone::Danger};
    if (user.status == identity::UserStatus::Invited)
        return {QCoreApplication::translate("Users", "Invited"), Icon::Mail, Tone::Info, Tone::Info};
    return {QCoreApplication::translate("Users", "Active"), Icon::CheckCircle, Tone::Normal, Tone::Muted};
}

QStringList userStateWords()
{
    QStringList words;
    identity::User user;
    for (const auto status : {identity::UserStatus::Active, identity::UserStatus::Invited, identity::UserStatus::Disabled}) {
        user.status = status;
        words << userState(user, {}).text;
    }
    user.status = identity::UserStatus::Active;
    user.lockedUntil = UtcTime::max();
    return words << userState(user, {}).text;
}

Mark userMfa(const identity::User& user)
{
    if (user.mfaEnabled)
        return {QCoreApplication::translate("Users", "On", "MFA is on"), Icon::ShieldCheck, Tone::Normal, Tone::Muted};
    return {QCoreApplication::translate("Users", "Off", "MFA is off"), Icon::ShieldOff, Tone::Muted, Tone::Muted};
}

QStringList userMfaWords()
{
    identity::User with, without;
    with.mfaEnabled = true;
    return {userMfa(with).text, userMfa(without).text};
}

QString roleTitle(const std::string& role)
{
    if (role == "admin")
        return QCoreApplication::translate("Role", "Admin");
    if (role == "editor")
        return QCoreApplication::translate("Role", "Editor");
    if (role == "viewer")
        return QCoreApplication::translate("Role", "Viewer");
    if (role == "owner")
        return QCoreApplication::translate("Role", "Owner");
    if (role == "operator")
        return QCoreApplication::translate("Role", "Operator");
    if (role == "auditor")
        return QCoreApplication::translate("Role", "Auditor");
    if (role == "console_viewer")
        return QCoreApplication::translate("Role", "Console viewer");
    return text(role);
}

QString rolesText(const std::vector<std::string>& roles)
{
    QStringList titles;
    for (const auto& role : roles)
        titles << roleTitle(role);
    return titles.join(QStringLiteral(", "));
}

QString permissionTitle(access::Permission permission)
{
    const auto title = access::info(permission).title;
    return QCoreApplication::translate("Permission", std::string(title).c_str());
}

QString whenText(UtcTime time, UtcTime now)
{
    return relativeTime(localTime(time), localTime(now));
}

QString whenText(const std::optional<UtcTime>& time, UtcTime now)
{
    return relativeTime(time ? localTime(*time) : QDateTime(), localTime(now));
}

QString shortWhenText(UtcTime time, UtcTime now)
{
    const auto then = localTime(time);
    const auto days = then.date().daysTo(localTime(now).date());
    if (days == 0)
        return then.toString(QStringLiteral("HH:mm"));
    if (days > 0 && days < 7)
        return QLocale().dayName(then.date().dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(then.date(), QCoreApplication::translate("Users", "d MMM", "date format without year"));
}

QString daysAgoText(UtcTime time, UtcTime now)
{
    const auto days = static_cast<int>(localTime(time).date().daysTo(localTime(now).date()));
    if (days <= 0)
        return QCoreApplication::translate("Users", "today");
    if (days == 1)
        return QCoreApplication::translate("Users", "yesterday");
    return QCoreApplication::translate("Users", "%Ln days ago", nullptr, days);
}

QString dayText(UtcTime time)
{
    return shortDate(localTime(time).date());
}

} // namespace sallyport::ui
