#include "app/report/kind_titles.h"

#include "ui/translations/translations.h"

namespace sallyport::report {

KindTitles::KindTitles(const QString& language)
{
    ui::initTranslations();
    for (const QLatin1StringView translated : {QLatin1StringView("de"), QLatin1StringView("fr")}) {
        if (language.startsWith(translated))
            // It is embedded: tests/report would miss it.
            static_cast<void>(m_translator.load(QStringLiteral(":/i18n/sallyport_%1.qm").arg(translated)));
    }
}

QString KindTitles::translated(const QString& english) const
{
    const QString title = m_translator.translate("EventKind", english.toUtf8().constData());
    return title.isEmpty() ? english : title;
}

} // namespace sallyport::report
