#include "ui/words/provider_text.h"

#include "backend/identity/providers/role_rule_text.h"
#include "ui/words/field_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct ProviderTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ProviderText)
};

struct WordText {
    std::string_view word;
    const char* text;
};

/// What is wrong and what helps, by the words of backend/identity/outside/failure.h and backend/outbound/client.h.
constexpr std::array advice{
    WordText{"outbound_bad_url", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                   "An address in the provider’s description cannot be used. Check the issuer.")},
    WordText{"outbound_plain_http",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The provider speaks http. Only https is accepted, except on this machine.")},
    WordText{"outbound_no_such_host",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "There is no such host. Check the issuer and this machine’s name server.")},
    WordText{
        "outbound_address_refused",
        QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                          "The provider is at an address that is not public. Allow its network in Settings, Outgoing calls.")},
    WordText{"outbound_unreachable", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                       "The provider does not answer. Check the network and the firewall.")},
    WordText{
        "outbound_untrusted",
        QT_TRANSLATE_NOOP(
            "sallyport::ui::ProviderText",
            "Its certificate is not trusted. If it comes from your own authority, name its file in Settings, Outgoing calls.")},
    WordText{"outbound_timed_out",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The provider took too long. Try again, then check the network.")},
    WordText{"outbound_too_large",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The answer is larger than is accepted. This may not be an identity provider.")},
    WordText{"outbound_malformed",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The answer is not HTTP, or was cut. This may not be an identity provider.")},
    WordText{"outbound_redirected",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The provider points elsewhere. Enter the address that it points to as the issuer.")},
    WordText{"metadata_wrong", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                 "There is no usable description at this issuer. Check the issuer.")},
    WordText{"metadata_issuer_wrong",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The provider calls itself by another issuer. Copy it from its description, to the letter.")},
    WordText{"keys_wrong", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                             "The provider publishes no key that can be used. Ask who runs it.")},
    WordText{"state_unknown", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                "The answer belongs to no sign-in that is waiting. Start the test again.")},
    WordText{"browser_other",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The answer came in another browser or a private window. Use one browser for all of it.")},
    WordText{"iss_parameter_wrong",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The answer names another issuer, or none. It may not come from this provider.")},
    WordText{"provider_said_no",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The provider refused. Check there that the person and this client are allowed.")},
    WordText{"provider_changed",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The provider was changed during the test. Start the test again.")},
    WordText{"code_missing",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The answer has no code. Check that the client may use the authorization code flow.")},
    WordText{
        "code_refused",
        QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                          "The provider does not take its own code back. Check the redirect address that is registered there.")},
    WordText{"client_refused",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The provider does not know this client. Check client ID, secret and how they are sent.")},
    WordText{"token_answer_wrong",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The token endpoint sends no ID token. Check that the client may ask for the scope openid.")},
    WordText{"id_token_malformed",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The ID token cannot be read. Ask who runs the provider.")},
    WordText{"id_token_algorithm",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The ID token is signed in a way that is not allowed for this provider. Check how it signs.")},
    WordText{"id_token_key_unknown", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                       "The ID token is signed with a key that the provider does not publish.")},
    WordText{"id_token_signature",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "The signature of the ID token is wrong. Do not use this provider until it is clear why.")},
    WordText{"id_token_issuer",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The ID token is of another issuer. Check the issuer.")},
    WordText{"id_token_audience",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The ID token is for another client. Check the client ID.")},
    WordText{"id_token_expired",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The ID token has expired. Compare the clocks of both servers.")},
    WordText{"id_token_time", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                "The times of the ID token are wrong. Compare the clocks of both servers.")},
    WordText{"id_token_nonce",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The ID token answers another sign-in. Start the test again.")},
    WordText{"id_token_at_hash",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "ID token and access token do not belong together.")},
    WordText{"id_token_subject", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "The ID token names nobody.")},
    WordText{"userinfo_wrong", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                                                 "The provider’s user info cannot be read, or is of somebody else.")},
    WordText{"not_linked",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "Would be refused: the account is linked to no user. Link it, or let first sign-ins add users.")},
    WordText{"email_missing",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "Would be refused: the provider sends no e-mail address. Ask for the scope email.")},
    WordText{"email_unverified",
             QT_TRANSLATE_NOOP("sallyport::ui::ProviderText",
                               "Would be refused: the provider does not say that it has verified the e-mail address.")},
    WordText{
        "email_taken",
        QT_TRANSLATE_NOOP(
            "sallyport::ui::ProviderText",
            "Would be refused: a user has this e-mail address already. Link the account to that user if it is the same person.")},
};

constexpr std::array steps{
    WordText{"description", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "Description of the provider")},
    WordText{"keys", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "Keys of the provider")},
    WordText{"browser", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "Browser opened, sent to the provider")},
    WordText{"answer", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "Answer of the provider")},
    WordText{"token", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "Code exchanged for tokens")},
    WordText{"claims", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "Tokens checked")},
    WordText{"account", QT_TRANSLATE_NOOP("sallyport::ui::ProviderText", "What a sign-in would do")},
};

QString textOf(std::span<const WordText> texts, std::string_view word)
{
    for (const auto& entry : texts)
        if (entry.word == word)
            return QCoreApplication::translate("sallyport::ui::ProviderText", entry.text);
    return {};
}

} // namespace

Mark providerState(const identity::IdentityProvider& provider)
{
    if (!provider.enabled)
        return {ProviderTexts::tr("Disabled"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    return {ProviderTexts::tr("Enabled"), Icon::CheckCircle, Tone::Normal, Tone::Muted};
}

QStringList providerStateWords()
{
    identity::IdentityProvider provider;
    provider.enabled = false;
    QStringList words{providerState(provider).text};
    provider.enabled = true;
    return words << providerState(provider).text;
}

QString firstLoginText(identity::FirstLogin rule)
{
    switch (rule) {
    case identity::FirstLogin::Refuse: return ProviderTexts::tr("Refuse: only linked users sign in");
    case identity::FirstLogin::Create: return ProviderTexts::tr("Add a user");
    case identity::FirstLogin::CreateDisabled: return ProviderTexts::tr("Add a disabled user, to be approved");
    }
    return {};
}

QStringList firstLoginWords()
{
    using identity::FirstLogin;
    return {firstLoginText(FirstLogin::Refuse), firstLoginText(FirstLogin::Create), firstLoginText(FirstLogin::CreateDisabled)};
}

QString providerFieldText(const FieldError& error)
{
    if (error.rule == "unique")
        return error.field == "subject" ? ProviderTexts::tr("This account is linked to a user already")
                                        : ProviderTexts::tr("Another provider has this name");
    if (error.rule == "tenant")
        return ProviderTexts::tr("Put your own tenant in place of {tenant}");
    if (error.rule == "linked")
        return ProviderTexts::tr("Users are linked to this issuer: remove the links first, or add another provider");
    if (error.field == "client_secret" && error.rule == "elsewhere")
        return ProviderTexts::tr("It would go to another issuer: enter it again");
    if (error.field == "client_secret")
        return error.rule == "minLength" ? ProviderTexts::tr("HS256 needs a secret of 32 characters or more")
                                         : ProviderTexts::tr("Enter the client secret, or choose a public client");
    if (error.field == "name")
        return ProviderTexts::tr("1 to 32 of a to z, 0 to 9 and hyphens inside");
    if (error.field == "issuer")
        return ProviderTexts::tr("Enter an https address without ? and #");
    if (error.field.starts_with("role_rules"))
        return ProviderTexts::tr("Write each rule as: claim = value : role, with a role that exists");
    if (error.field == "roles_each_time")
        return ProviderTexts::tr("Needs rules that say which roles");
    if (error.field == "return_urls")
        return ProviderTexts::tr("At most 20 https addresses, or http ones on this machine");
    return fieldErrorText(error);
}

QString testStepTitle(std::string_view step)
{
    return textOf(steps, step);
}

namespace {

/// `3`, or `3 (2 left out)`.
QString keysNote(const QString& detail)
{
    const QStringList numbers = detail.split(u' ');
    const auto usable = ProviderTexts::tr("%Ln key(s)", nullptr, numbers.front().toInt());
    if (numbers.size() < 2)
        return usable;
    return ProviderTexts::tr("%1, %Ln left out: of a kind that is not used here, or too many", nullptr, numbers[1].mid(1).toInt())
        .arg(usable);
}

} // namespace

QString testStepNote(const identity::TestStep& step)
{
    const auto detail = text(step.detail);
    if (step.state == identity::TestStep::State::Waiting)
        return step.step == "browser" ? ProviderTexts::tr("Waiting for the browser") : ProviderTexts::tr("Waiting");
    if (step.word == "signs_in")
        return ProviderTexts::tr("Signs in as %1").arg(detail);
    if (step.word == "new_user")
        return ProviderTexts::tr("Would become a new user. Roles: %1").arg(detail);
    if (step.word == "new_disabled_user")
        return ProviderTexts::tr("Would become a new, disabled user. Roles: %1").arg(detail);
    if (const auto known = textOf(advice, step.word); !known.isEmpty())
        return known;
    if (step.state == identity::TestStep::State::Failed)
        return ProviderTexts::tr("Failed (%1)").arg(text(step.word));
    if (step.step == "keys")
        return keysNote(detail);
    return detail.isEmpty() ? ProviderTexts::tr("Passed") : detail;
}

QString rulesToLines(const std::vector<identity::RoleRule>& rules)
{
    return text(identity::roleRulesText(rules, "\n"));
}

std::optional<std::vector<identity::RoleRule>> rulesFromLines(const QString& lines)
{
    return identity::roleRulesFrom(lines.toStdString());
}

std::vector<std::string> wordsFrom(const QString& text)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    std::vector<std::string> words;
    for (const auto& word : text.split(between, Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

QString wordsTo(const std::vector<std::string>& words, QChar between)
{
    QStringList list;
    for (const auto& word : words)
        list << text(word);
    return list.join(between);
}

} // namespace sallyport::ui
