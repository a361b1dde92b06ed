#include "ui/guide/guide.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

// Q_INIT_RESOURCE must not stand in a namespace.
static void initGuide()
{
    Q_INIT_RESOURCE(guide);
}

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

const QString commandLine = u"command-line"_s;

QString read(const QString& id)
{
    initGuide();
    QFile file(u":/guide/%1.md"_s.arg(id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QList<GuidePage> guidePages()
{
    QList<GuidePage> pages;
    static const QRegularExpression row(uR"(^\| \[([^\]]+)\]\(([a-z-]+)\.md\) \| ([^|]+) \|)"_s,
                                        QRegularExpression::MultilineOption);
    auto rows = row.globalMatch(read(u"README"_s));
    while (rows.hasNext()) {
        const auto found = rows.next();
        pages.append({found.captured(2), found.captured(1), found.captured(3).trimmed()});
    }
    pages.append({commandLine, u"Command line"_s, u"the words of sallyportd, exit status, secrets"_s});
    return pages;
}

QString guideText(const QString& id)
{
    static const QRegularExpression picture(uR"(!\[[^\]]*\]\([^)]*\)\n?)"_s);
    return read(id).remove(picture);
}

QString guidePageOf(const QString& panel)
{
    static const QHash<QString, QString> pages{{u"users"_s, u"users"_s},           {u"coverage"_s, u"mfa"_s},
                                               {u"policy"_s, u"passwords"_s},      {u"sessions"_s, u"sessions"_s},
                                               {u"keys"_s, u"api-keys"_s},         {u"service_accounts"_s, u"service-accounts"_s},
                                               {u"leaks"_s, u"api-keys"_s},        {u"providers"_s, u"identity-providers"_s},
                                               {u"settings"_s, u"operators"_s},    {u"signing"_s, u"signed-requests"_s},
                                               {u"policies"_s, u"policies"_s},     {u"simulator"_s, u"simulator"_s},
                                               {u"decisions"_s, u"simulator"_s},   {u"records"_s, u"records"_s},
                                               {u"roles"_s, u"roles"_s},           {u"access"_s, u"roles"_s},
                                               {u"limits"_s, u"rate-limits"_s},    {u"bans"_s, u"bans"_s},
                                               {u"threats"_s, u"threats"_s},       {u"detection"_s, u"detection"_s},
                                               {u"drill"_s, u"drill"_s},           {u"playground"_s, u"playground"_s},
                                               {u"headers"_s, u"headers"_s},       {u"events"_s, u"events"_s},
                                               {u"outputs"_s, u"outputs"_s},       {u"incidents"_s, u"incidents"_s},
                                               {u"alert_rules"_s, u"incidents"_s}, {u"reports"_s, u"reports"_s},
                                               {u"integrity"_s, u"evidence"_s},    {u"retention"_s, u"retention"_s},
                                               {u"history"_s, u"history"_s}};
    return pages.value(panel, u"first-steps"_s);
}

QString guideLink(const QString& target)
{
    static const QRegularExpression page(uR"(^(?:\./|\.\./|guide/)*([A-Za-z-]+)\.md(?:#.*)?$)"_s);
    const auto found = page.match(target);
    if (!found.hasMatch())
        return {};
    const QString id = found.captured(1);
    initGuide();
    return QFile::exists(u":/guide/%1.md"_s.arg(id)) ? id : QString();
}

} // namespace sallyport::ui
