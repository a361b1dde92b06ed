#include "ui/shell/shell_menus.h"

#include "ui/look/icons.h"
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QMenu>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct MenuTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ShellMenus)
};

QAction* addChoice(QMenu* menu, const QString& text, bool chosen)
{
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

PaletteEntry choice(Icon icon, const QString& title, const QString& words, std::function<void()> run)
{
    PaletteEntry entry{PaletteGroup::Commands, title, {}, icon};
    entry.words = words;
    entry.typed = true;
    entry.run = std::move(run);
    return entry;
}

} // namespace

void addThemeMenu(QMenu* menu, Theme* theme)
{
    QMenu* sub = menu->addMenu(icon(Icon::Sun), MenuTexts::tr("Appearance"));
    const auto add = [&](const QString& text, ThemeMode mode) {
        QAction* action = addChoice(sub, text, theme->mode() == mode);
        QObject::connect(action, &QAction::triggered, theme, [theme, mode] { theme->setMode(mode); });
    };
    add(MenuTexts::tr("Like the system"), ThemeMode::System);
    add(MenuTexts::tr("Light"), ThemeMode::Light);
    add(MenuTexts::tr("Dark"), ThemeMode::Dark);
    sub->addSeparator();
    QAction* contrast = addChoice(sub, MenuTexts::tr("High contrast"), theme->highContrast());
    QObject::connect(contrast, &QAction::toggled, theme, &Theme::setHighContrast);
}

void addLanguageMenu(QMenu* menu, Language* language)
{
    QMenu* sub = menu->addMenu(icon(Icon::Language), MenuTexts::tr("Language"));
    const QList<Language::Choice> choices = Language::choices();
    for (const Language::Choice& choice : choices) {
        QAction* action = addChoice(sub, choice.name, language->current() == choice.code);
        QObject::connect(action, &QAction::triggered, language, [language, code = choice.code] { language->set(code); });
    }
}

QList<PaletteEntry> appearanceEntries(Theme* theme, Language* language)
{
    QList<PaletteEntry> entries;
    const auto addMode = [&](const QString& name, const QString& words, ThemeMode mode) {
        //: %1: Light, Dark or Like the system
        entries << choice(Icon::Sun, MenuTexts::tr("Appearance: %1").arg(name), u"appearance theme mode "_s + words,
                          [theme, mode] { theme->setMode(mode); });
    };
    addMode(MenuTexts::tr("Like the system"), u"like the system"_s, ThemeMode::System);
    addMode(MenuTexts::tr("Light"), u"light"_s, ThemeMode::Light);
    addMode(MenuTexts::tr("Dark"), u"dark"_s, ThemeMode::Dark);
    entries << choice(Icon::Sun, MenuTexts::tr("Appearance: %1").arg(MenuTexts::tr("High contrast")),
                      u"appearance theme high contrast"_s, [theme] { theme->setHighContrast(!theme->highContrast()); });
    const QStringList here{MenuTexts::tr("English"), MenuTexts::tr("German"), MenuTexts::tr("French")};
    const QStringList english{u"English"_s, u"German"_s, u"French"_s};
    const QList<Language::Choice> choices = Language::choices();
    for (qsizetype at = 0; at < choices.size(); ++at)
        //: %1: a language by its own name
        entries << choice(Icon::Language, MenuTexts::tr("Language: %1").arg(choices[at].name),
                          u"language "_s + english.value(at) + u' ' + here.value(at),
                          [language, code = choices[at].code] { language->set(code); });
    return entries;
}

} // namespace sallyport::ui
