#include "ui/words/output_text.h"

#include "ui/words/field_text.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::ui {

using outputs::DestinationKind;
using outputs::EventFormat;

namespace {

struct OutputTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::OutputText)
};

struct OutputAdvice {
    std::string_view word;
    const char* text;
};

/// By the words of backend/outbound/client.h and of the senders.
constexpr std::array outputAdvices{
    OutputAdvice{
        "outbound_no_such_host",
        QT_TRANSLATE_NOOP("sallyport::ui::OutputText", "There is no such host. Check the name and this machine’s name server.")},
    OutputAdvice{"outbound_address_refused",
                 QT_TRANSLATE_NOOP("sallyport::ui::OutputText",
                                   "It is at an address that is not public. Allow its network in Settings, Outgoing calls.")},
    OutputAdvice{
        "outbound_unreachable",
        QT_TRANSLATE_NOOP("sallyport::ui::OutputText", "Nobody answers there. Check the port, the network and the firewall.")},
    OutputAdvice{"outbound_untrusted", QT_TRANSLATE_NOOP("sallyport::ui::OutputText",
                                                         "Its certificate is not trusted. If it comes from your own authority, "
                                                         "name its file in Settings, Outgoing calls.")},
    OutputAdvice{"outbound_timed_out",
                 QT_TRANSLATE_NOOP("sallyport::ui::OutputText", "It took too long. Try again, then check the network.")},
    OutputAdvice{"outbound_redirected",
                 QT_TRANSLATE_NOOP("sallyport::ui::OutputText", "It points elsewhere. Enter the address that it points to.")},
    OutputAdvice{"outbound_client_refused",
                 QT_TRANSLATE_NOOP("sallyport::ui::OutputText",
                                   "It wants a certificate of this side that it knows. Give the destination one.")},
    OutputAdvice{"otlp_refused", QT_TRANSLATE_NOOP("sallyport::ui::OutputText",
                                                   "The receiver refused it. Check the address, its path and the token.")},
    OutputAdvice{"hook_refused", QT_TRANSLATE_NOOP("sallyport::ui::OutputText",
                                                   "The receiver refused it. Check there that both know the same secret.")},
    OutputAdvice{"mail_refused",
                 QT_TRANSLATE_NOOP("sallyport::ui::OutputText",
                                   "The mail server refused it. Check account, password, sender and recipients.")},
};

} // namespace

QString outputKindText(DestinationKind kind)
{
    switch (kind) {
    case DestinationKind::Syslog: return OutputTexts::tr("Syslog");
    case DestinationKind::Webhook: return OutputTexts::tr("Webhook");
    case DestinationKind::Mail: return OutputTexts::tr("Mail");
    case DestinationKind::Otlp: return OutputTexts::tr("OpenTelemetry");
    case DestinationKind::File: break;
    }
    return OutputTexts::tr("File");
}

QStringList outputKindWords()
{
    QStringList words;
    for (const auto kind :
         {DestinationKind::Syslog, DestinationKind::Webhook, DestinationKind::Mail, DestinationKind::File, DestinationKind::Otlp})
        words << outputKindText(kind);
    return words;
}

Icon outputKindIcon(DestinationKind kind)
{
    switch (kind) {
    case DestinationKind::Syslog: return Icon::Server;
    case DestinationKind::Webhook: return Icon::Link;
    case DestinationKind::Mail: return Icon::Mail;
    case DestinationKind::Otlp: return Icon::Activity;
    case DestinationKind::File: break;
    }
    return Icon::File;
}

QString outputFormatText(EventFormat format)
{
    switch (format) {
    case EventFormat::Rfc5424: return OutputTexts::tr("Structured data (RFC 5424)");
    case EventFormat::Cef: return OutputTexts::tr("CEF");
    case EventFormat::Ocsf: return OutputTexts::tr("OCSF 1.8 (JSON)");
    case EventFormat::JsonLines: return OutputTexts::tr("JSON Lines");
    case EventFormat::Otlp: return OutputTexts::tr("OpenTelemetry logs (JSON)");
    case EventFormat::Text: break;
    }
    return OutputTexts::tr("Text");
}

Mark outputState(const outputs::Destination& destination)
{
    if (!destination.enabled)
        return {OutputTexts::tr("Disabled"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    if (destination.state.stopped)
        return {OutputTexts::tr("Stopped"), Icon::Error, Tone::Danger, Tone::Danger};
    if (destination.state.failures > 0)
        return {OutputTexts::tr("Failing"), Icon::Error, Tone::Danger, Tone::Danger};
    return {OutputTexts::tr("Enabled"), Icon::CheckCircle, Tone::Normal, Tone::Muted};
}

QStringList outputStateWords()
{
    return {OutputTexts::tr("Enabled"), OutputTexts::tr("Disabled"), OutputTexts::tr("Failing"), OutputTexts::tr("Stopped")};
}

QString outputFieldText(const FieldError& error)
{
    if (error.rule == "unique")
        return error.field == "target" ? OutputTexts::tr("Another destination writes into this file")
                                       : OutputTexts::tr("Another destination has this name");
    if (error.field == "filter")
        return error.rule == "period" ? OutputTexts::tr("Leave since: and until: out: a destination has no period")
                                      : OutputTexts::tr("Cannot be read; write it as in Live events");
    if (error.field == "secret" && error.rule == "elsewhere")
        return OutputTexts::tr("It would go elsewhere: enter it again");
    if (error.field == "secret")
        return error.rule == "minLength" ? OutputTexts::tr("At least 16 characters") : OutputTexts::tr("Needed here");
    if (error.field == "certificate")
        return error.rule == "no_file"     ? OutputTexts::tr("The file can’t be read")
               : error.rule == "no_key"    ? OutputTexts::tr("The key is missing: it belongs into the same file")
               : error.rule == "other_key" ? OutputTexts::tr("The key is of another certificate")
                                           : OutputTexts::tr("Is no certificate with its key, in PEM");
    if (error.field == "target")
        return OutputTexts::tr("Is no place for this kind of destination");
    if (error.field == "sender" || error.field.starts_with("recipients"))
        return OutputTexts::tr("Enter e-mail addresses, such as ada@example.org");
    if (error.field == "account")
        return OutputTexts::tr("Printable letters without spaces");
    return fieldErrorText(error);
}

QString outputAdvice(const outputs::DestinationTest& test)
{
    for (const OutputAdvice& advice : outputAdvices) {
        if (advice.word == test.word)
            return OutputTexts::tr(advice.text);
    }
    return text(test.detail);
}

} // namespace sallyport::ui
