#include "ui/words/rate_rule_text.h"

#include "backend/settings/limits.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace sallyport::ui {

using protection::RateAlgorithm;
using protection::RateCaller;
using protection::RateSubject;
using settings::ControlMode;

namespace {

struct Rate {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::RateRuleText)
};

constexpr qint64 rateMinute = 60, rateHour = 3600, rateDay = 86400;

QString classScope(const std::string& id)
{
    if (id == "address")
        return Rate::tr("Whatever is asked for, before anybody is known");
    if (id == "auth")
        return Rate::tr("Sign-ins that fail");
    if (id == "api_read")
        return Rate::tr("Read and search");
    if (id == "api_write")
        return Rate::tr("Add, change and delete");
    if (id == "file_upload")
        return Rate::tr("Files that are sent here");
    if (id == "admin")
        return Rate::tr("Users, roles, settings");
    return {};
}

} // namespace

QString rateClassName(std::string_view id)
{
    if (id == "address")
        return Rate::tr("Any request");
    if (id == "auth")
        return Rate::tr("Sign-in");
    if (id == "api_read")
        return Rate::tr("Reading");
    if (id == "api_write")
        return Rate::tr("Writing");
    if (id == "file_upload")
        return Rate::tr("Uploads");
    if (id == "admin")
        return Rate::tr("Administration");
    return {};
}

QString rateRuleName(const protection::RateSetting& rule)
{
    const QString known = rule.builtIn ? rateClassName(rule.id) : QString();
    return known.isEmpty() ? text(rule.name) : known;
}

QString rateRuleScope(const protection::RateRule& rule)
{
    QString what;
    if (rule.setting.builtIn) {
        what = classScope(rule.setting.id);
    } else {
        QStringList parts;
        QStringList methods;
        for (const std::string& method : rule.setting.scope.methods)
            methods << text(method);
        if (!methods.isEmpty())
            parts << methods.join(QStringLiteral(", "));
        if (!rule.setting.scope.path.empty())
            parts << text(rule.setting.scope.path);
        what = parts.join(u' ');
        if (const auto permission = access::findPermission(rule.setting.scope.permission))
            what = what.isEmpty() ? permissionTitle(*permission)
                                  : QString(what + QStringLiteral(", ") + permissionTitle(*permission));
    }
    const QString routes = Rate::tr("%Ln routes", nullptr, static_cast<int>(rule.routes));
    return what.isEmpty() ? routes : Rate::tr("%1: %2", "what a rule is for, and for how many routes").arg(what, routes);
}

QString rateLimitText(std::uint32_t requests, std::chrono::seconds window)
{
    const QString count = QLocale().toString(requests);
    switch (window.count()) {
    case 1: return Rate::tr("%1 a second").arg(count);
    case rateMinute: return Rate::tr("%1 a minute").arg(count);
    case rateHour: return Rate::tr("%1 an hour").arg(count);
    case rateDay: return Rate::tr("%1 a day").arg(count);
    default: return Rate::tr("%1 in %2", "5 requests in 15 min").arg(count, lengthText(window.count()));
    }
}

QString rateWindowText(std::chrono::seconds window)
{
    switch (window.count()) {
    case 1: return Rate::tr("1 second");
    case rateMinute: return Rate::tr("1 minute");
    case rateHour: return Rate::tr("1 hour");
    case rateDay: return Rate::tr("1 day");
    default: return lengthText(window.count());
    }
}

QString rateAlgorithmText(RateAlgorithm algorithm)
{
    switch (algorithm) {
    case RateAlgorithm::Gcra: return Rate::tr("Even pace");
    case RateAlgorithm::Sliding: return Rate::tr("Sliding");
    case RateAlgorithm::Fixed: break;
    }
    return Rate::tr("Fixed");
}

QString rateSubjectText(RateSubject subject)
{
    switch (subject) {
    case RateSubject::Address: return Rate::tr("Address");
    case RateSubject::AddressAndAccount: return Rate::tr("Account", "requests are counted by the account that is tried");
    case RateSubject::Principal: return Rate::tr("User, key");
    case RateSubject::User: return Rate::tr("User");
    case RateSubject::Key: break;
    }
    return Rate::tr("Key");
}

QString rateSubjectChoice(RateSubject subject)
{
    switch (subject) {
    case RateSubject::AddressAndAccount: return Rate::tr("Account, address");
    case RateSubject::Principal: return Rate::tr("User or key");
    default: return rateSubjectText(subject);
    }
}

QString controlModeText(ControlMode mode)
{
    switch (mode) {
    case ControlMode::Off: return Rate::tr("Off");
    case ControlMode::Observe: return Rate::tr("Observe");
    case ControlMode::Enforce: break;
    }
    return Rate::tr("Enforce");
}

Tone controlModeTone(ControlMode mode)
{
    return mode == ControlMode::Observe ? Tone::Info : Tone::Muted;
}

Icon controlModeIcon(ControlMode mode)
{
    return mode == ControlMode::Observe ? Icon::Eye : mode == ControlMode::Off ? Icon::OffCircle : Icon::None;
}

QString rateCallerText(const RateCaller& caller)
{
    const QString name = text(caller.name);
    return caller.from.empty() ? name : Rate::tr("%1 from %2", "an account from an address").arg(name, text(caller.from));
}

Icon rateCallerIcon(RateCaller::Kind kind)
{
    switch (kind) {
    case RateCaller::Kind::Address: return Icon::Globe;
    case RateCaller::Kind::User: return Icon::User;
    case RateCaller::Kind::ServiceAccount: return Icon::Bot;
    case RateCaller::Kind::Key: break;
    }
    return Icon::Key;
}

QString rateFieldErrorText(const FieldError& error)
{
    if (error.field == "requests")
        return Rate::tr("From 1 to %1").arg(QLocale().toString(static_cast<qlonglong>(settings::rateRequestsLimit)));
    if (error.field == "window_seconds" || error.field == "window")
        return Rate::tr("At least a second, and at most 31 days");
    if (error.field == "name")
        return Rate::tr("Give it a name that no other rule has");
    if (error.field == "path")
        return Rate::tr("This is no route of the server");
    if (error.field == "exempt")
        return text(error.message);
    return Rate::tr("This can’t be so: %1").arg(text(error.message));
}

} // namespace sallyport::ui
