#include "ui/words/access_text.h"

#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QLocale>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::PolicyState;

namespace {

struct AccessWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::AccessText)
};

// The backend's texts, for the translators; attributeMeaning looks them up by the text of the table.
[[maybe_unused]] constexpr const char* attributeTexts[] = {
    QT_TRANSLATE_NOOP("Attribute", "Id of the user or service account that asks."),
    QT_TRANSLATE_NOOP(
        "Attribute",
        "`user`, `operator` (signed in at the console), `service`, `system` (the product or its command line) or `anonymous`."),
    QT_TRANSLATE_NOOP("Attribute", "Name."),
    QT_TRANSLATE_NOOP("Attribute", "E-mail address."),
    QT_TRANSLATE_NOOP("Attribute", "Names of the roles that were given."),
    QT_TRANSLATE_NOOP("Attribute", "All that the roles allow; with an API key what its scopes leave of that."),
    QT_TRANSLATE_NOOP("Attribute", "Department of the user."),
    QT_TRANSLATE_NOOP("Attribute", "Whether the user has set up a second factor."),
    QT_TRANSLATE_NOOP("Attribute", "When this session was signed in."),
    QT_TRANSLATE_NOOP("Attribute", "Public part of the API key."),
    QT_TRANSLATE_NOOP("Attribute", "What the API key was made for."),
    QT_TRANSLATE_NOOP("Attribute", "What whoever checks or simulates says about the subject; empty for requests."),
    QT_TRANSLATE_NOOP("Attribute", "The permission that is used: `records:read`."),
    QT_TRANSLATE_NOOP("Attribute", "`record`, `comment` or `file`."),
    QT_TRANSLATE_NOOP("Attribute", "Id of the object."),
    QT_TRANSLATE_NOOP("Attribute", "Id of the owner."),
    QT_TRANSLATE_NOOP("Attribute", "Department of the object."),
    QT_TRANSLATE_NOOP("Attribute", "`public`, `internal`, `confidential` or `restricted`."),
    QT_TRANSLATE_NOOP("Attribute", "Record to which a comment or file belongs."),
    QT_TRANSLATE_NOOP("Attribute", "When the object was made."),
    QT_TRANSLATE_NOOP("Attribute", "When the object was last changed."),
    QT_TRANSLATE_NOOP("Attribute", "What whoever checks or simulates says about the object; empty for requests."),
    QT_TRANSLATE_NOOP("Attribute", "Now."),
    QT_TRANSLATE_NOOP("Attribute", "The same, in short."),
    QT_TRANSLATE_NOOP("Attribute", "Address from which the request comes."),
    QT_TRANSLATE_NOOP("Attribute", "`GET`, `POST` and so on."),
    QT_TRANSLATE_NOOP("Attribute", "Path of the request, without what follows `?`."),
    QT_TRANSLATE_NOOP("Attribute", "Program, as it calls itself."),
    QT_TRANSLATE_NOOP("Attribute", "Whether the request is signed."),
    QT_TRANSLATE_NOOP("Attribute", "SHA-256 of the client's certificate in hex."),
    QT_TRANSLATE_NOOP("Attribute", "How long ago a second factor was shown, in this session or with this request."),
    QT_TRANSLATE_NOOP("Attribute", "What whoever checks or simulates says about the circumstances; empty for requests."),
};

/// What stands between the quotes of a message.
QString nameIn(const QString& message)
{
    const auto first = message.indexOf(u'\'');
    const auto last = message.lastIndexOf(u'\'');
    return last > first ? message.mid(first + 1, last - first - 1) : QString();
}

QString problemWords(const QString& message)
{
    const QString name = nameIn(message);
    if (message.startsWith("unknown name"_L1))
        return AccessWords::tr("There is no attribute “%1”.").arg(name);
    if (message.startsWith("unknown function"_L1))
        return AccessWords::tr("There is no function “%1”.").arg(name);
    if (message.endsWith("is no value by itself: name one of its attributes"_L1))
        return AccessWords::tr("“%1” is no value by itself: name one of its attributes.").arg(name);
    if (message.endsWith("does not take this many values"_L1))
        return AccessWords::tr("“%1” does not take this many values.").arg(name);
    if (message == "this text has no end"_L1)
        return AccessWords::tr("This text has no end.");
    if (message.startsWith("this is no time zone"_L1))
        return AccessWords::tr("This is no time zone of this system, nor a distance from UTC such as +01:00.");
    if (message.startsWith("expected "_L1) && message.contains(", found the end"_L1))
        return AccessWords::tr("Something is missing at the end.");
    return message.left(1).toUpper() + message.mid(1) + (message.endsWith(u'.') ? QString() : u"."_s);
}

} // namespace

QString actionText(const std::string& action)
{
    const auto known = access::findPermission(action);
    return known ? permissionTitle(*known) : text(action);
}

QString objectKindText(const std::string& kind)
{
    if (kind == "record")
        return AccessWords::tr("Record");
    if (kind == "comment")
        return AccessWords::tr("Comment");
    if (kind == "file")
        return AccessWords::tr("File");
    return text(kind);
}

QString classificationText(const std::string& classification)
{
    if (classification == "public")
        return AccessWords::tr("Public");
    if (classification == "internal")
        return AccessWords::tr("Internal");
    if (classification == "confidential")
        return AccessWords::tr("Confidential");
    if (classification == "restricted")
        return AccessWords::tr("Restricted");
    return text(classification);
}

QString effectText(access::PolicyEffect effect)
{
    return effect == access::PolicyEffect::Allow ? AccessWords::tr("Allow") : AccessWords::tr("Deny");
}

Mark policyStateMark(PolicyState state)
{
    switch (state) {
    case PolicyState::Draft: return {AccessWords::tr("Draft"), Icon::Edit, Tone::Muted, Tone::Muted};
    case PolicyState::Observe: return {AccessWords::tr("Observed"), Icon::Eye, Tone::Info, Tone::Info};
    case PolicyState::Enforce: return {AccessWords::tr("Enforced"), Icon::Check, Tone::Normal, Tone::Muted};
    }
    return {};
}

QStringList policyStateWords()
{
    QStringList words;
    for (const auto state : {PolicyState::Draft, PolicyState::Observe, PolicyState::Enforce})
        words << policyStateMark(state).text;
    return words;
}

QString policyActionsText(const access::Policy& policy)
{
    QStringList titles;
    for (const access::Permission action : policy.actions)
        titles << permissionTitle(action);
    return titles.join(u", "_s);
}

QString policyActionsBrief(const access::Policy& policy)
{
    if (policy.actions.empty())
        return {};
    const QString first = permissionTitle(policy.actions.front());
    const auto more = static_cast<qlonglong>(policy.actions.size()) - 1;
    return more == 0 ? first : QString(first + u" +"_s + QLocale().toString(more));
}

QString attributeMeaning(const access::policies::AttributeInfo& attribute)
{
    return QCoreApplication::translate("Attribute", std::string(attribute.meaning).c_str());
}

QString conditionProblemText(const access::cel::Problem& problem)
{
    QString words = problemWords(text(problem.message));
    if (!problem.suggestion.empty())
        words += u' ' + AccessWords::tr("Did you mean “%1”?").arg(text(problem.suggestion));
    return words;
}

} // namespace sallyport::ui
