#include "ui/settings/setting_value_text.h"

#include "ui/words/setting_text.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace sallyport::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::SettingValue)
};

QString numberText(const QString& text)
{
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    return isNumber ? QLocale().toString(number) : text;
}

QString secondsText(const QString& text)
{
    bool isNumber = false;
    const qlonglong seconds = text.toLongLong(&isNumber);
    return isNumber ? longDuration(std::chrono::seconds(seconds)) : text;
}

} // namespace

std::string settingDefault(const settings::Definition& definition)
{
    return definition.get(settings::Values());
}

bool differsFromDefault(const settings::Definition& definition, const settings::Values& values)
{
    return definition.key != "vault.name" && definition.get(values) != settingDefault(definition);
}

QString settingValueText(const settings::Definition& definition, const std::string& value)
{
    const QString text = QString::fromStdString(value);
    if (text.isEmpty())
        return Texts::tr("Nothing");
    if (definition.type == "boolean")
        return text == u"true" ? Texts::tr("On") : Texts::tr("Off");
    if (definition.type == "choice")
        return choiceText(definition.key, value);
    if (definition.type == "seconds")
        return secondsText(text);
    if (definition.type == "rate" && text.count(u'/') == 1)
        //: %1: a number of requests, %2: a length of time
        return Texts::tr("%1 in %2").arg(numberText(text.section(u'/', 0, 0)), secondsText(text.section(u'/', 1, 1)));
    if (definition.key == "server.port")
        return text; // a number that nobody counts with
    if (definition.key == "mfa.required_roles") {
        QStringList titles;
        for (const QString& name : text.split(u',', Qt::SkipEmptyParts))
            titles << roleTitle(name.trimmed().toStdString());
        return titles.join(QStringLiteral(", "));
    }
    return definition.type == "integer" ? numberText(text) : text;
}

} // namespace sallyport::ui
