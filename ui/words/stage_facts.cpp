#include "ui/words/stage_facts.h"

#include "backend/access/permission.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace sallyport::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::StageFact)

public:
    static QString of(const QString& fact, const QStringList& values);
    static QString rate(const QStringList& values);
    static QString permission(const QStringList& values);
    static QString period(int seconds);
    static QString clock(qint64 off, qint64 allowed);
};

QString Texts::clock(qint64 off, qint64 allowed)
{
    const QLocale locale;
    return (off < 0 ? tr("%1 s behind the server’s clock; %2 s are allowed")
                    : tr("%1 s ahead of the server’s clock; %2 s are allowed"))
        .arg(locale.toString(off < 0 ? -off : off), locale.toString(allowed));
}

QString Texts::period(int seconds)
{
    if (seconds % 3600 == 0)
        return tr("%1 h").arg(seconds / 3600);
    if (seconds % 60 == 0)
        return tr("%1 min").arg(seconds / 60);
    return tr("%1 s").arg(seconds);
}

QString Texts::rate(const QStringList& values)
{
    const QLocale locale;
    return tr("%1 of %2 left in %3")
        .arg(locale.toString(values.value(1).toLongLong()), locale.toString(values.value(2).toLongLong()),
             period(values.value(3).toInt()));
}

QString Texts::permission(const QStringList& values)
{
    // Titles of roles and permissions are translated where users are shown; here they are looked up by the same words.
    const auto found = access::findPermission(values.value(0).toStdString());
    if (!found)
        return tr("No permission needed");
    const QString needed = QCoreApplication::translate("Permission", std::string(access::info(*found).title).c_str());
    QStringList roles;
    for (const QString& role : values.mid(1)) {
        const QString title = role.left(1).toUpper() + role.mid(1);
        roles << QCoreApplication::translate("Role", title.toUtf8().constData());
    }
    //: %1: roles, %2: what is asked for, as in “Viewer: Change users”
    return roles.isEmpty() ? needed : tr("%1: %2").arg(roles.join(QStringLiteral(", ")), needed);
}

/// A time of the wire format in the reader's zone and language.
QString shownMoment(const QString& text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(localTime(time), QLocale::ShortFormat) : text;
}

QString Texts::of(const QString& fact, const QStringList& values)
{
    if (fact == u"direct_address")
        return tr("%1, direct").arg(values.value(0));
    if (fact == u"forwarded_address")
        return tr("%1, by the proxy %2").arg(values.value(0), values.value(1));
    if (fact == u"unreadable_forwarding")
        return tr("%1: what the proxy says of its client cannot be used").arg(values.value(0));
    if (fact == u"not_listed")
        return tr("On no list");
    if (fact == u"address_allowed")
        return tr("Always let in");
    if (fact == u"address_blocked")
        return tr("On the block list");
    if (fact == u"address_banned")
        return tr("Banned until %1").arg(shownMoment(values.value(0)));
    if (fact == u"route")
        return values.value(0);
    if (fact == u"no_route")
        return tr("No such route");
    if (fact == u"threat_score")
        return tr("Score %1").arg(values.value(0));
    if (fact == u"threat_score_waited")
        return tr("Score %1; waited %2 ms, request %3 of this address").arg(values.value(0), values.value(1), values.value(2));
    if (fact == u"threat_score_would_wait")
        return tr("Score %1; would have waited %2 ms, request %3 of this address")
            .arg(values.value(0), values.value(1), values.value(2));
    if (fact == u"not_limited")
        return tr("Not limited");
    if (fact == u"within_limit")
        return tr("Within the limit");
    if (fact == u"rate_left")
        return rate(values);
    if (fact == u"principal")
        return tr("As %1").arg(values.value(0));
    if (fact == u"key")
        return tr("Key “%1” of %2").arg(values.value(0), values.value(1));
    if (fact == u"signed")
        return tr("Signed with key “%1” of %2").arg(values.value(0), values.value(1));
    if (fact == u"signature_clock")
        return clock(values.value(0).toLongLong(), values.value(1).toLongLong());
    if (fact == u"signature_coverage")
        return tr("Not signed: %1").arg(values.value(0));
    if (fact == u"refused")
        return reasonText(values.value(0).toStdString());
    if (fact == u"public_route")
        return tr("Public route");
    if (fact == u"no_credential")
        return tr("No valid credential");
    if (fact == u"permission")
        return permission(values);
    if (fact == u"not_needed")
        return tr("Not needed");
    if (fact == u"code_accepted")
        return tr("Code accepted");
    if (fact == u"factor_shown")
        return tr("Second factor shown earlier");
    if (fact == u"factor_missing")
        return tr("No second factor shown");
    if (fact == u"enrolment_done")
        return tr("Nothing is overdue");
    if (fact == u"enrolment_due")
        return tr("Due by %1").arg(shownMoment(values.value(0)));
    if (fact == u"query_differs")
        return tr("Parameters after ? that this route does not take");
    if (fact == u"no_body")
        return tr("No body");
    if (fact == u"schema_matches")
        return tr("As %1 asks").arg(values.value(0));
    if (fact == u"schema_differs")
        return tr("Not as %1 asks").arg(values.value(0));
    return {};
}

} // namespace

QString stageFactText(const QString& fact, const QStringList& values)
{
    return Texts::of(fact, values);
}

} // namespace sallyport::ui
