#include "ui/words/field_text.h"

#include "backend/base/name_text.h"

#include <QCoreApplication>

namespace sallyport::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::FieldText)
};

QString adviceWord(std::string_view word)
{
    if (word == "longer")
        return Texts::tr("Make it longer");
    if (word == "add_words")
        return Texts::tr("Add another word or two");
    if (word == "common")
        return Texts::tr("It is one of those that are tried first");
    if (word == "contains_name")
        return Texts::tr("Leave the name and the e-mail out");
    if (word == "contains_product")
        return Texts::tr("Leave product, organisation and role names out");
    if (word == "breached")
        return Texts::tr("It is in the list of passwords that got out");
    if (word == "unchecked")
        return Texts::tr("It cannot be checked: the list of breached passwords is unreadable");
    if (word == "contains_word")
        return Texts::tr("Leave out the words that are forbidden here");
    if (word == "repeats")
        return Texts::tr("Avoid repeating the same characters");
    if (word == "sequence")
        return Texts::tr("Avoid sequences like abc or 6543");
    if (word == "keyboard")
        return Texts::tr("Avoid rows of the keyboard");
    if (word == "date")
        return Texts::tr("Avoid years and dates");
    return {};
}

} // namespace

QString nameText(const QString& typed)
{
    const std::string name = typed.toStdString();
    const std::string_view visible = visibleName(name);
    return QString::fromUtf8(visible.data(), static_cast<qsizetype>(visible.size()));
}

QString fieldErrorText(const FieldError& error)
{
    const std::string_view rule = error.rule;
    if (rule == "unique")
        return Texts::tr("Another user has this address");
    if (rule == "format")
        return error.field == "email" ? Texts::tr("This is not an e-mail address") : Texts::tr("This cannot be read as text");
    if (rule == "minLength" || rule == "required")
        return error.field == "password" ? Texts::tr("The password is too short") : Texts::tr("This is needed");
    if (rule == "maxLength")
        return Texts::tr("This is too long");
    if (rule == "visible")
        return Texts::tr("Nothing of this can be seen");
    if (rule == "printable")
        return Texts::tr("It contains characters that cannot be shown");
    if (rule == "minimum" || rule == "maximum")
        return Texts::tr("A whole number from 18 to 120");
    if (rule == "common" || rule == "forbidden" || rule == "forbiddenWord" || rule == "tooWeak" || rule == "breached" ||
        rule == "breachListUnreadable")
        return passwordRuleText(error, 0);
    if (rule == "hash")
        return Texts::tr("This is no password hash that is known here, or one that costs too much");
    if (rule == "encoding")
        return Texts::tr("This is not UTF-8: save the file as CSV in UTF-8");
    if (rule == "fields")
        return Texts::tr("There are more fields than the first line names");
    return Texts::tr("This is not accepted");
}

QString passwordAdvice(const std::vector<std::string>& advice)
{
    for (const auto& word : advice)
        if (const auto text = adviceWord(word); !text.isEmpty())
            return text;
    return {};
}

QString passwordRuleText(const FieldError& broken, unsigned minimumLength)
{
    if (broken.rule == "minLength" && minimumLength > 0)
        return Texts::tr("At least %Ln characters", nullptr, static_cast<int>(minimumLength));
    if (broken.rule == "common")
        return adviceWord("common");
    if (broken.rule == "forbidden")
        return Texts::tr("Leave names of people, product and roles out");
    if (broken.rule == "forbiddenWord")
        return adviceWord("contains_word");
    if (broken.rule == "breached")
        return adviceWord("breached");
    if (broken.rule == "breachListUnreadable")
        return adviceWord("unchecked");
    if (broken.rule == "tooWeak")
        return Texts::tr("It is too easy to guess");
    return broken.rule == "minLength" ? Texts::tr("The password is too short") : Texts::tr("This is not accepted");
}

} // namespace sallyport::ui
