#include "app/report/kind_titles.h"

#include "ui/translations/translations.h"

#include <utility>

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
    return phrase(QStringLiteral("EventKind"), english);
}

QString KindTitles::phrase(const QString& context, const QString& english) const
{
    const QString text = m_translator.translate(context.toUtf8().constData(), english.toUtf8().constData());
    return text.isEmpty() ? english : text;
}

QString KindTitles::ofRole(const QString& name, const QString& title) const
{
    // What is built in, by the words that the window translates (ui/words/user_text.cpp).
    static constexpr std::pair<QLatin1StringView, const char*> builtIn[]{
        {QLatin1StringView("admin"), "Admin"},
        {QLatin1StringView("editor"), "Editor"},
        {QLatin1StringView("viewer"), "Viewer"},
        {QLatin1StringView("owner"), "Owner"},
        {QLatin1StringView("operator"), "Operator"},
        {QLatin1StringView("auditor"), "Auditor"},
        {QLatin1StringView("console_viewer"), "Console viewer"},
    };
    for (const auto& [known, word] : builtIn) {
        if (name != known)
            continue;
        const QString translatedWord = m_translator.translate("Role", word);
        return translatedWord.isEmpty() ? QString::fromLatin1(word) : translatedWord;
    }
    return title.isEmpty() ? name : title;
}

} // namespace sallyport::report
