#include "app/console/appearance.h"

#include "ui/words/relative_time.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

const QString languageKey = u"language"_s;
const QString themeKey = u"theme"_s;

QString word(ui::ThemeMode mode)
{
    return mode == ui::ThemeMode::Light ? u"light"_s : mode == ui::ThemeMode::Dark ? u"dark"_s : u"system"_s;
}
ui::ThemeMode mode(const QString& word)
{
    return word == u"light" ? ui::ThemeMode::Light : word == u"dark" ? ui::ThemeMode::Dark : ui::ThemeMode::System;
}

} // namespace

Appearance::Appearance(AppContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    applyPreferences();
    connect(&context.console, &ui::Console::unlocked, this, &Appearance::applySettings);
    connect(&context.console, &ui::Console::settingsChanged, this, &Appearance::applySettings);
    connect(&context.language, &ui::Language::changed, this,
            [this](const QString& code) { remember(languageKey, "console.language", code); });
    connect(&context.theme, &ui::Theme::changed, this,
            [this] { remember(themeKey, "console.theme", word(m_context.theme.mode())); });
}

void Appearance::applyPreferences()
{
    const QScopedValueRollback applying(m_applying, true);
    m_context.language.set(m_context.preferences.value(languageKey, ui::Language::systemChoice()));
    m_context.theme.setMode(mode(m_context.preferences.value(themeKey)));
}

void Appearance::applySettings()
{
    const QScopedValueRollback applying(m_applying, true);
    const auto settings = m_context.console.settings();
    const auto language = QString::fromStdString(settings->consoleLanguage);
    m_context.language.set(language.isEmpty() || language == u"system" ? ui::Language::systemChoice() : language);
    m_context.theme.setMode(mode(QString::fromStdString(settings->consoleTheme)));
    if (!(ui::shownZone() == settings->timesZone)) {
        ui::setShownZone(settings->timesZone);
        // Whatever shows a time writes it anew, as it does for another language.
        QCoreApplication::postEvent(qApp, new QEvent(QEvent::LanguageChange));
    }
    m_context.preferences.setValue(languageKey, m_context.language.current());
    m_context.preferences.setValue(themeKey, word(m_context.theme.mode()));
}

void Appearance::remember(const QString& preference, const char* setting, const QString& value)
{
    if (m_applying || m_context.preferences.value(preference) == value)
        return;
    m_context.preferences.setValue(preference, value);
    if (!m_context.console.may(access::Permission::SettingsUpdate))
        return;
    m_context.console.run(
        this,
        [key = std::string(setting), value = value.toStdString()](Services& services, const access::Actor& actor) {
            return services.settings.change(actor, {{key, value}});
        },
        [](const Result<void>&) {}); // it holds for this screen all the same
}

} // namespace sallyport::app
