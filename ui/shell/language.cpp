#include "ui/shell/language.h"

#include "ui/translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

Language::Language(QObject* parent) : QObject(parent)
{
    initTranslations();
}

Language::~Language()
{
    if (qApp) {
        QCoreApplication::removeTranslator(&m_translator);
        QCoreApplication::removeTranslator(&m_qtTranslator);
    }
}

QList<Language::Choice> Language::choices()
{
    return {{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}, {u"fr"_s, u"Français"_s}};
}

QString Language::systemChoice()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    const QList<Choice> known = choices();
    for (const QString& language : wanted) {
        const QString code = language.section(u'-', 0, 0);
        if (std::any_of(known.cbegin(), known.cend(), [&code](const Choice& choice) { return choice.code == code; }))
            return code;
    }
    return u"en"_s;
}

void Language::set(const QString& code)
{
    const QList<Choice> known = choices();
    const bool spoken = std::any_of(known.cbegin(), known.cend(), [&](const Choice& choice) { return choice.code == code; });
    const QString chosen = spoken ? code : u"en"_s;
    if (chosen == m_current)
        return;
    m_current = chosen;
    // The locale first: texts made during LanguageChange already use it.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(chosen) ? system : QLocale(chosen));
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (m_qtTranslator.load(u"qtbase_"_s + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    // English has a file too, for its plurals.
    if (m_translator.load(u":/i18n/sallyport_"_s + chosen))
        QCoreApplication::installTranslator(&m_translator);
    Q_EMIT changed(chosen);
}

} // namespace sallyport::ui
