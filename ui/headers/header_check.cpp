#include "ui/headers/header_check.h"

#include "backend/settings/security_policy.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <functional>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

using Answer = ServerClient::Answer;
using Grade = HeaderFinding::Grade;

/// Less than half a year of HTTPS alone is lost between two visits.
constexpr std::chrono::days leastHsts{180};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(HeaderCheck)
};

QString otherwise()
{
    return Texts::tr("The server answers otherwise than it is set. Start it again; if that doesn’t help, report it.");
}

QString notSent()
{
    return Texts::tr("Not sent");
}

QString seenAs(const QByteArray& value)
{
    return value.isEmpty() ? notSent() : QString::fromLatin1(value);
}

/// The same in two answers, unless one of them is wrong: then that is shown.
HeaderFinding field(const HeaderAnswers& answers, const char* name, const QString& expected,
                    const std::function<bool(const QByteArray&)>& fits)
{
    HeaderFinding found;
    found.title = QString::fromLatin1(name);
    found.expected = expected;
    for (const Answer* answer : {&answers.plain, &answers.foreignAsked}) {
        const QByteArray value = answer->field(name);
        found.seen = seenAs(value);
        if (!fits(value)) {
            found.grade = Grade::Wrong;
            found.advice = otherwise();
            break;
        }
    }
    return found;
}

HeaderFinding exactly(const HeaderAnswers& answers, const char* name, const QByteArray& value)
{
    return field(answers, name, QString::fromLatin1(value), [&](const QByteArray& seen) { return seen == value; });
}

HeaderFinding hsts(const HeaderAnswers& answers, const settings::Values& values)
{
    QByteArray expected = "max-age=" + QByteArray::number(static_cast<qlonglong>(values.headersHstsMaxAge.count()));
    if (values.headersHstsSubdomains)
        expected += "; includeSubDomains";
    HeaderFinding found = exactly(answers, "Strict-Transport-Security", expected);
    found.setting = "headers.hsts_max_age";
    if (found.grade == Grade::Good && values.headersHstsMaxAge < leastHsts) {
        found.grade = Grade::Weak;
        found.advice = values.headersHstsMaxAge.count() == 0
                           ? Texts::tr("Browsers forget to use HTTPS alone. Set a year unless that is what you want.")
                           : Texts::tr("Browsers forget it soon. Set at least 180 days.");
    }
    return found;
}

HeaderFinding policy(const HeaderAnswers& answers, const settings::Values& values)
{
    const QByteArray own = QByteArray::fromStdString(values.headersContentSecurityPolicy);
    HeaderFinding found = own.isEmpty()
                              ? field(answers, "Content-Security-Policy", u"default-src 'none'; frame-ancestors 'none'; …"_s,
                                      [](const QByteArray& seen) {
                                          return seen.startsWith("default-src 'none'") && seen.contains("frame-ancestors 'none'");
                                      })
                              : exactly(answers, "Content-Security-Policy", own);
    found.setting = "headers.content_security_policy";
    if (found.grade != Grade::Good || own.isEmpty())
        return found;
    switch (settings::weaknessOf(values.headersContentSecurityPolicy)) {
    case settings::PolicyWeakness::None: return found;
    case settings::PolicyWeakness::AllowsSources:
        found.advice = Texts::tr("Answers of an API need nothing: default-src 'none' is enough unless a page shows them.");
        break;
    case settings::PolicyWeakness::ScriptsFollowBase:
        found.advice = Texts::tr("Scripts are allowed: add base-uri 'none', so that no page sends them elsewhere.");
        break;
    }
    found.grade = Grade::Weak;
    return found;
}

HeaderFinding absent(const HeaderAnswers& answers, const char* name)
{
    return field(answers, name, notSent(), [](const QByteArray& seen) { return seen.isEmpty(); });
}

/// `Access-Control-*` that came, or that none did.
QString permitted(const Answer& answer)
{
    QStringList lines;
    for (const char* const name : {"Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
                                   "Access-Control-Allow-Credentials", "Access-Control-Max-Age"}) {
        const QByteArray value = answer.field(name);
        if (!value.isEmpty())
            lines << QString::fromLatin1(name).sliced(15) + u": "_s + QString::fromLatin1(value);
    }
    return lines.isEmpty() ? Texts::tr("Nothing is allowed") : lines.join(u"; "_s);
}

HeaderFinding foreign(const Answer& answer, const QString& title)
{
    HeaderFinding found;
    found.title = title;
    found.expected = Texts::tr("Nothing is allowed");
    found.seen = permitted(answer);
    found.setting = "cors.origins";
    if (found.seen != found.expected) {
        found.grade = Grade::Wrong;
        found.advice = Texts::tr("Any page can read answers. Stop the server and look at what stands before it.");
    }
    return found;
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(u", "_s);
}

HeaderFinding allowedAsked(const HeaderAnswers& answers, const settings::Values& values)
{
    HeaderFinding found;
    //: %1: an origin, https://app.example.com
    found.title = Texts::tr("%1 asks").arg(answers.origin);
    found.expected = u"Allow-Origin: %1; Allow-Methods: %2"_s.arg(answers.origin, joined(values.corsMethods));
    if (!values.corsHeaders.empty())
        found.expected += u"; Allow-Headers: "_s + joined(values.corsHeaders);
    if (values.corsCredentials)
        found.expected += u"; Allow-Credentials: true"_s;
    found.expected += u"; Max-Age: "_s + QString::number(values.corsMaxAge.count());
    found.seen = permitted(answers.allowedAsked);
    found.setting = "cors.methods";
    if (found.seen != found.expected) {
        found.grade = Grade::Wrong;
        found.advice = otherwise();
    } else if (values.corsCredentials) {
        found.grade = Grade::Weak;
        found.setting = "cors.credentials";
        found.advice = Texts::tr("Browsers send client certificates for these pages. Switch that off unless you need it.");
    }
    return found;
}

HeaderFinding allowedReads(const HeaderAnswers& answers)
{
    HeaderFinding found;
    //: %1: an origin, https://app.example.com
    found.title = Texts::tr("%1 reads").arg(answers.origin);
    found.expected = u"Allow-Origin: %1; Vary: Origin"_s.arg(answers.origin);
    const QByteArray origin = answers.allowed.field("Access-Control-Allow-Origin");
    const QByteArray vary = answers.allowed.field("Vary");
    found.seen = origin.isEmpty() ? Texts::tr("Nothing is allowed")
                                  : u"Allow-Origin: %1; Vary: %2"_s.arg(QString::fromLatin1(origin), seenAs(vary));
    found.setting = "cors.origins";
    if (found.seen != found.expected) {
        found.grade = Grade::Wrong;
        found.advice = otherwise();
    } else if (answers.origin.startsWith(u"http://"_s)) {
        found.grade = Grade::Weak;
        found.advice = Texts::tr("Whoever is on the way can change this page. Serve it over HTTPS.");
    }
    return found;
}

} // namespace

QList<HeaderFinding> judgeHeaders(const HeaderAnswers& answers, const settings::Values& values)
{
    QList<HeaderFinding> all{hsts(answers, values),
                             policy(answers, values),
                             exactly(answers, "X-Content-Type-Options", "nosniff"),
                             exactly(answers, "X-Frame-Options", "DENY"),
                             exactly(answers, "Referrer-Policy", "no-referrer"),
                             exactly(answers, "Cross-Origin-Resource-Policy", "same-origin"),
                             exactly(answers, "Cross-Origin-Opener-Policy", "same-origin"),
                             exactly(answers, "Permissions-Policy", "interest-cohort=()"),
                             exactly(answers, "Cache-Control", "no-store"),
                             absent(answers, "Server"),
                             absent(answers, "X-Powered-By"),
                             foreign(answers.foreignAsked, Texts::tr("A page that isn’t allowed asks")),
                             foreign(answers.foreign, Texts::tr("A page that isn’t allowed reads"))};
    if (!answers.origin.isEmpty())
        all << allowedAsked(answers, values) << allowedReads(answers);
    std::ranges::stable_sort(all, std::ranges::greater(), &HeaderFinding::grade);
    return all;
}

} // namespace sallyport::ui
