#include "ui/words/key_text.h"

#include "ui/words/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace sallyport::ui {

namespace {

struct KeyTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::KeyText)
};

/// Characters of two titles that the column has room for.
constexpr qsizetype bothFit = 22;

/// In the middle of a list; German keeps its nouns.
QString inList(const QString& title)
{
    if (title.isEmpty() || QLocale().language() == QLocale::German)
        return title;
    return title.front().toLower() + title.mid(1);
}

} // namespace

Mark keyExpiry(const identity::ApiKey& key, UtcTime now)
{
    if (key.expiring)
        return {relativeTime(localTime(key.expiresAt), localTime(now)), Icon::Warning, Tone::Warning, Tone::Warning};
    return {dayText(key.expiresAt), Icon::None, Tone::Muted, Tone::Muted};
}

QStringList scopeTitles(const std::vector<std::string>& scopes)
{
    QStringList titles;
    for (const auto& word : scopes) {
        const auto permission = access::findPermission(word);
        titles << (permission ? permissionTitle(*permission) : text(word));
    }
    return titles;
}

QString scopesText(const std::vector<std::string>& scopes)
{
    const auto titles = scopeTitles(scopes);
    if (titles.isEmpty())
        return {};
    if (titles.size() == 1)
        return titles.front();
    if (titles.size() == 2 && titles.front().size() + titles.back().size() <= bothFit)
        return KeyTexts::tr("%1, %2", "two permissions").arg(titles.front(), inList(titles.back()));
    return KeyTexts::tr("%1 +%L2", "a permission and how many more").arg(titles.front()).arg(titles.size() - 1);
}

QString keyRateText(const std::optional<settings::RateLimit>& rate)
{
    if (!rate)
        return QStringLiteral("–");
    const auto requests = static_cast<qlonglong>(rate->requests);
    switch (rate->window.count()) {
    case 1: return KeyTexts::tr("%L1/s", "requests a second").arg(requests);
    case 60: return KeyTexts::tr("%L1/min", "requests a minute").arg(requests);
    case 3600: return KeyTexts::tr("%L1/h", "requests an hour").arg(requests);
    case 86400: return KeyTexts::tr("%L1/day", "requests a day").arg(requests);
    default:
        return KeyTexts::tr("%L1 in %2", "requests in a length of time").arg(requests).arg(durationText(rate->window.count()));
    }
}

QString exactText(const std::optional<UtcTime>& time)
{
    return time ? zonedTime(*time) : QString();
}

} // namespace sallyport::ui
