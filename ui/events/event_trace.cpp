#include "ui/events/event_trace.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_json.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/policy_place.h"
#include "ui/words/stage_facts.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>

namespace sallyport::ui {
namespace {

struct StageName {
    const char* word;
    const char* title;
};

constexpr std::array stageNames{
    StageName{"parser", QT_TRANSLATE_NOOP("EventStage", "HTTP")},
    StageName{"address", QT_TRANSLATE_NOOP("EventStage", "Address")},
    StageName{"block_list", QT_TRANSLATE_NOOP("EventStage", "Block list")},
    StageName{"threat_score", QT_TRANSLATE_NOOP("EventStage", "Threat score")},
    StageName{"route", QT_TRANSLATE_NOOP("EventStage", "Route")},
    StageName{"rate_address", QT_TRANSLATE_NOOP("EventStage", "Rate, address")},
    StageName{"detection", QT_TRANSLATE_NOOP("EventStage", "Detection")},
    StageName{"authentication", QT_TRANSLATE_NOOP("EventStage", "Sign-in")},
    StageName{"rate_principal", QT_TRANSLATE_NOOP("EventStage", "Rate, user")},
    StageName{"enrolment", QT_TRANSLATE_NOOP("EventStage", "Second factor due")},
    StageName{"permission", QT_TRANSLATE_NOOP("EventStage", "Permission")},
    StageName{"detection_body", QT_TRANSLATE_NOOP("EventStage", "Detection, long body")},
    StageName{"policies", QT_TRANSLATE_NOOP("EventStage", "Policies")},
    StageName{"step_up", QT_TRANSLATE_NOOP("EventStage", "Step-up MFA")},
    StageName{"schema", QT_TRANSLATE_NOOP("EventStage", "Schema")},
    StageName{"rate_tries", QT_TRANSLATE_NOOP("EventStage", "Rate, sign-in")},
    StageName{"endpoint", QT_TRANSLATE_NOOP("EventStage", "Endpoint")},
};

struct Help {
    std::string_view reason;
    const char* text;
};

constexpr std::array helps{
    Help{"token_expired", QT_TRANSLATE_NOOP("EventHelp", "renewing the token before its time was over.")},
    Help{"token_invalid", QT_TRANSLATE_NOOP("EventHelp", "a token of this server that is still valid.")},
    Help{"unauthenticated", QT_TRANSLATE_NOOP("EventHelp", "signing in first and sending the token.")},
    Help{"credential_missing", QT_TRANSLATE_NOOP("EventHelp", "signing in first and sending the token.")},
    Help{"blocked", QT_TRANSLATE_NOOP("EventHelp", "allowing the rule at this place, if it was no attack.")},
    Help{"key_address", QT_TRANSLATE_NOOP("EventHelp", "an address that the key allows.")},
    Help{"key_expired", QT_TRANSLATE_NOOP("EventHelp", "rotating the key before its end.")},
    Help{"key_owner_disabled", QT_TRANSLATE_NOOP("EventHelp", "enabling the key’s owner.")},
    Help{"key_superseded", QT_TRANSLATE_NOOP("EventHelp", "the key’s text of after the rotation.")},
    Help{"session_required", QT_TRANSLATE_NOOP("EventHelp", "signing in as a person.")},
    Help{"signature_clock", QT_TRANSLATE_NOOP("EventHelp", "setting the client’s clock, and signing right before sending.")},
    Help{"signature_coverage", QT_TRANSLATE_NOOP("EventHelp", "signing method, host, path, query and, with a body, its digest.")},
    Help{"signature_digest", QT_TRANSLATE_NOOP("EventHelp", "a digest over exactly the bytes that are sent.")},
    Help{"signature_mismatch", QT_TRANSLATE_NOOP("EventHelp", "signing path, query and body exactly as they are sent.")},
    Help{"signature_nonce_seen",
         QT_TRANSLATE_NOOP("EventHelp", "a new nonce and a new signature for each request, repeated ones too.")},
    Help{"signature_nonce_store", QT_TRANSLATE_NOOP("EventHelp", "waiting as long as the answer said, then signing anew.")},
    Help{"signature_required", QT_TRANSLATE_NOOP("EventHelp", "a signature with an API key that has a signing secret.")},
    Help{"permission_denied", QT_TRANSLATE_NOOP("EventHelp", "a role that holds this permission.")},
    Help{"rate_limited", QT_TRANSLATE_NOOP("EventHelp", "waiting as long as the answer said, or a higher limit.")},
    Help{"address_banned", QT_TRANSLATE_NOOP("EventHelp", "lifting the ban, or allowing the address.")},
    Help{"slowed_down", QT_TRANSLATE_NOOP("EventHelp", "sending fewer requests at a time.")},
    Help{"reauthentication_required", QT_TRANSLATE_NOOP("EventHelp", "signing in again right before.")},
    Help{"step_up_required", QT_TRANSLATE_NOOP("EventHelp", "a fresh code from the authenticator with the request.")},
    Help{"mfa_enrolment_required", QT_TRANSLATE_NOOP("EventHelp", "a second factor, set up before its time was over.")},
    Help{"mfa_required", QT_TRANSLATE_NOOP("EventHelp", "the code from the authenticator.")},
    Help{"mfa_invalid", QT_TRANSLATE_NOOP("EventHelp", "the code that the authenticator shows now, used once.")},
    Help{"validation_failed", QT_TRANSLATE_NOOP("EventHelp", "a body as the API description asks for.")},
    Help{"forwarding_contradicts",
         QT_TRANSLATE_NOOP("EventHelp", "a proxy that sends one of the two fields and removes the other.")},
    Help{"address_blocked", QT_TRANSLATE_NOOP("EventHelp", "taking the address off the block list, or allowing it.")},
    Help{"address_banned", QT_TRANSLATE_NOOP("EventHelp", "waiting for the end of the ban, or lifting it.")},
    Help{"account_locked", QT_TRANSLATE_NOOP("EventHelp", "waiting, or unlocking the account.")},
    Help{"account_disabled", QT_TRANSLATE_NOOP("EventHelp", "enabling the account.")},
    Help{"payload_too_large", QT_TRANSLATE_NOOP("EventHelp", "a smaller body.")},
    Help{"method_not_allowed", QT_TRANSLATE_NOOP("EventHelp", "a method from the answer’s Allow header.")},
};

QJsonObject detailsOf(const audit::Event& event)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(event.detailsJson)).object();
}

StageResult resultOf(const QString& word)
{
    if (word == u"passed")
        return StageResult::Passed;
    return word == u"refused" ? StageResult::Refused : StageResult::NotReached;
}

QString valueText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("EventField", "Yes")
                              : QCoreApplication::translate("EventField", "No");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', 12);
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return {};
}

/// The limit that a refusal is about: named in the details, else the one that requests like it fall under.
QString rateClassOf(const audit::Event& event, const QString& stage)
{
    const QString named = detailsOf(event).value(u"class").toString();
    if (!named.isEmpty())
        return named;
    if (event.path.starts_with("/api/auth/") || event.path.starts_with("/api/mfa/"))
        return QStringLiteral("auth");
    if (stage == u"rate_address")
        return QStringLiteral("address");
    return event.method == "GET" || event.method == "HEAD" ? QStringLiteral("api_read") : QStringLiteral("api_write");
}

bool isUser(const audit::EventActor& actor)
{
    return !actor.id.empty() && (actor.kind == "user" || actor.kind == "operator");
}

} // namespace

QString stageTitle(const QString& stage)
{
    for (const StageName& name : stageNames) {
        if (stage == QLatin1StringView(name.word))
            return QCoreApplication::translate("EventStage", name.title);
    }
    return stage;
}

std::vector<StageLine> eventStages(const audit::Event& event)
{
    std::vector<StageLine> lines;
    const QJsonArray stages = detailsOf(event).value(u"stages").toArray();
    for (const QJsonValue& value : stages) {
        const QJsonObject stage = value.toObject();
        StageLine line;
        line.stage = stage.value(u"stage").toString();
        line.title = stageTitle(line.stage);
        line.text = stageFactText(stage.value(u"fact").toString(), stage.value(u"values").toVariant().toStringList());
        if (line.text.isEmpty())
            line.text = stage.value(u"text").toString();
        line.result = resultOf(stage.value(u"result").toString());
        line.micros = stage.value(u"micros").toDouble();
        lines.push_back(line);
    }
    return lines;
}

double totalMicros(const std::vector<StageLine>& stages)
{
    double total = 0;
    for (const StageLine& stage : stages)
        total += stage.micros;
    return total;
}

QString microsText(double micros)
{
    if (micros >= 1000)
        return QCoreApplication::translate("EventStage", "%1 ms").arg(QLocale().toString(micros / 1000, 'f', 1));
    return QCoreApplication::translate("EventStage", "%1 µs").arg(QLocale().toString(micros, 'f', 1));
}

std::vector<StageAction> stageActions(const audit::Event& event, const QString& stage)
{
    std::vector<StageAction> actions;
    const auto openSetting = [&](const QString& key) {
        actions.push_back({QCoreApplication::translate("EventHelp", "Open setting"), QStringLiteral("settings"), key});
    };
    const auto openUser = [&] {
        if (isUser(event.actor))
            actions.push_back(
                {QCoreApplication::translate("EventHelp", "Open user"), QStringLiteral("users"), toQString(event.actor.id)});
    };
    if (stage == u"rate_tries") {
        openSetting(QStringLiteral("rate_limits.auth"));
        openUser();
    } else if (stage == u"rate_address" || stage == u"rate_principal") {
        openSetting(QStringLiteral("rate_limits.") + rateClassOf(event, stage));
        if (stage == u"rate_principal")
            openUser();
    } else if (stage == u"threat_score") {
        openSetting(event.reason == "address_banned" ? QStringLiteral("protection.mode") : QStringLiteral("slow_down.mode"));
    } else if (stage == u"detection" || stage == u"detection_body") {
        actions.push_back({QCoreApplication::translate("EventHelp", "Open hit"), QStringLiteral("detection"),
                           toQString(audit::eventId(event))});
    } else if (stage == u"step_up") {
        openSetting(QStringLiteral("sessions.step_up_max_age"));
        openUser();
    } else if (stage == u"enrolment") {
        openSetting(QStringLiteral("mfa.required_roles"));
        openUser();
    } else if (stage == u"authentication" || stage == u"permission") {
        openUser();
    }
    const auto lead = [&, details = detailsOf(event)](const QString& text, const QString& panel, const QString& member) {
        if (const QString argument = details.value(member).toString(); !argument.isEmpty())
            actions.push_back({text, panel, argument});
    };
    const QString policy = detailsOf(event).value(QStringLiteral("policy")).toString();
    if (!policy.isEmpty()) // and to the line of it that decided
        actions.push_back({QCoreApplication::translate("EventHelp", "Open policy"), QStringLiteral("policies"),
                           PolicyLink{policy, detailsOf(event).value(QStringLiteral("decision_id")).toString(), {}}.argument()});
    lead(QCoreApplication::translate("EventHelp", "Open decision"), QStringLiteral("decisions"), QStringLiteral("decision_id"));
    if (actions.empty() && !event.address.empty()) {
        actions.push_back({QCoreApplication::translate("EventHelp", "Show this address"), QStringLiteral("events"),
                           filterTerm(QStringLiteral("address"), toQString(event.address))});
    }
    return actions;
}

QString wouldHaveHelped(const audit::Event& event)
{
    for (const Help& help : helps) {
        if (help.reason == event.reason)
            return QCoreApplication::translate("EventHelp", help.text);
    }
    return {};
}

std::vector<EventChange> eventChanges(const audit::Event& event)
{
    std::vector<EventChange> changes;
    const QJsonArray array = detailsOf(event).value(u"changes").toArray();
    for (const QJsonValue& value : array) {
        const QJsonObject change = value.toObject();
        changes.push_back({change.value(u"field").toString(), valueText(change.value(u"old")), valueText(change.value(u"new"))});
    }
    return changes;
}

std::vector<std::pair<QString, QString>> eventDetails(const audit::Event& event)
{
    std::vector<std::pair<QString, QString>> members;
    const QJsonObject details = detailsOf(event);
    for (auto it = details.begin(); it != details.end(); ++it) {
        if (it.key() != u"stages" && it.key() != u"changes")
            members.emplace_back(it.key(), valueText(it.value()));
    }
    return members;
}

QString eventJson(const audit::Event& event)
{
    std::string compact;
    audit::appendEventJson(compact, event);
    // Indented by hand: QJsonDocument would sort the members, and their order is what one reads by.
    const QString text = toQString(compact);
    QString out;
    int depth = 0;
    bool quoted = false;
    bool escaped = false;
    const auto newLine = [&] { out += u'\n' + QString(depth * 2, u' '); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && !escaped)
            quoted = !quoted;
        escaped = quoted && c == u'\\' && !escaped;
        const bool empty = i + 1 < text.size() && (text[i + 1] == u'}' || text[i + 1] == u']');
        if (!quoted && (c == u'}' || c == u']') && i > 0 && text[i - 1] != u'{' && text[i - 1] != u'[') {
            --depth;
            newLine();
        } else if (!quoted && (c == u'}' || c == u']')) {
            --depth;
        }
        out += c;
        if (quoted)
            continue;
        if (c == u'{' || c == u'[') {
            ++depth;
            if (!empty)
                newLine();
        } else if (c == u',') {
            newLine();
        } else if (c == u':') {
            out += u' ';
        }
    }
    return out;
}

} // namespace sallyport::ui
