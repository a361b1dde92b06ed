#include "ui/shell/shell_menus.h"

#include "ui/look/icons.h"
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QMenu>

namespace sallyport::ui {

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

} // namespace sallyport::ui
