#include "ui/signing/lab_text.h"

#include "ui/words/event_text.h"
#include "ui/words/stage_facts.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace sallyport::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::SignatureLab)
};

struct Mistake {
    const char* word;
    const char* text;
};

constexpr std::array mistakes{
    Mistake{"api_key_as_secret",
            QT_TRANSLATE_NOOP("SignatureMistake", "It was signed with the API key itself instead of the signing secret.")},
    Mistake{"base64_hash",
            QT_TRANSLATE_NOOP("SignatureMistake", "The body’s hash was written in base64 instead of hexadecimal.")},
    Mistake{"body_line_feed",
            QT_TRANSLATE_NOOP("SignatureMistake", "The body was hashed with a line feed at its end more or less than was sent.")},
    Mistake{"body_without_hash", QT_TRANSLATE_NOOP("SignatureMistake", "The body itself was signed instead of its SHA-256.")},
    Mistake{"compact_body",
            QT_TRANSLATE_NOOP("SignatureMistake",
                              "The body was formatted again before it was hashed; sign the bytes that are sent.")},
    Mistake{"crlf", QT_TRANSLATE_NOOP("SignatureMistake", "The lines were joined with CR LF instead of LF.")},
    Mistake{"decoded_target",
            QT_TRANSLATE_NOOP("SignatureMistake", "The path was signed decoded; sign it as it is sent, with its % signs.")},
    Mistake{"default_port", QT_TRANSLATE_NOOP("SignatureMistake", "The host was signed with the port 443, which is left out.")},
    Mistake{"hash_of_empty_object",
            QT_TRANSLATE_NOOP("SignatureMistake", "There is no body, but {} was hashed; leave the last line empty.")},
    Mistake{"hash_of_nothing",
            QT_TRANSLATE_NOOP("SignatureMistake",
                              "There is no body, but the hash of nothing was signed; leave the last line empty.")},
    Mistake{"line_feed_at_end",
            QT_TRANSLATE_NOOP("SignatureMistake", "There is a line feed at the end of the text that was signed.")},
    Mistake{"lower_method", QT_TRANSLATE_NOOP("SignatureMistake", "The method was signed in lower case.")},
    Mistake{"no_body_hash", QT_TRANSLATE_NOOP("SignatureMistake", "The body was left out.")},
    Mistake{"no_last_line",
            QT_TRANSLATE_NOOP("SignatureMistake", "The empty last line is missing: four lines were signed instead of five.")},
    Mistake{"no_line_feeds", QT_TRANSLATE_NOOP("SignatureMistake", "The parts were joined without line feeds.")},
    Mistake{"no_port", QT_TRANSLATE_NOOP("SignatureMistake", "The host was signed without its port.")},
    Mistake{"no_query", QT_TRANSLATE_NOOP("SignatureMistake", "The query string was left out of the path.")},
    Mistake{"no_signature_params", QT_TRANSLATE_NOOP("SignatureMistake", "The last line, @signature-params, was left out.")},
    Mistake{"path_with_query", QT_TRANSLATE_NOOP("SignatureMistake", "@path was signed with the query string.")},
    Mistake{"query_without_mark", QT_TRANSLATE_NOOP("SignatureMistake", "@query was signed without its question mark.")},
    Mistake{"sorted_query",
            QT_TRANSLATE_NOOP("SignatureMistake", "The query was sorted before it was signed; sign it as it is sent.")},
    Mistake{"trailing_slash", QT_TRANSLATE_NOOP("SignatureMistake", "The path was signed with a slash at its end.")},
    Mistake{"upper_hash", QT_TRANSLATE_NOOP("SignatureMistake", "The body’s hash was written in upper case.")},
    Mistake{"whole_url", QT_TRANSLATE_NOOP("SignatureMistake", "The whole URL was signed instead of path and query.")},
};

QString passedText(identity::LabStep step)
{
    using identity::LabStep;
    switch (step) {
    case LabStep::Read: return Texts::tr("All fields are there and can be read");
    case LabStep::Key: return Texts::tr("The key may sign");
    case LabStep::Coverage: return Texts::tr("Everything that must be signed is");
    case LabStep::Clock: return Texts::tr("Right for the server’s clock now");
    case LabStep::Signature: return Texts::tr("It fits this request");
    case LabStep::Digest: return Texts::tr("It fits the body");
    }
    return {};
}

} // namespace

QString labStepTitle(identity::LabStep step)
{
    using identity::LabStep;
    switch (step) {
    case LabStep::Read: return Texts::tr("Fields");
    case LabStep::Key: return Texts::tr("Key");
    case LabStep::Coverage: return Texts::tr("What is signed");
    case LabStep::Clock: return Texts::tr("Time");
    case LabStep::Signature: return Texts::tr("Signature");
    case LabStep::Digest: return Texts::tr("Digest");
    }
    return {};
}

QString labCheckText(const identity::LabCheck& check, identity::SignatureScheme scheme)
{
    if (check.outcome == identity::LabOutcome::Passed)
        return passedText(check.step);
    if (check.outcome == identity::LabOutcome::NotAsked) {
        if (check.step == identity::LabStep::Digest && scheme == identity::SignatureScheme::Guide)
            return Texts::tr("Not needed: the signature covers the body");
        return Texts::tr("Not asked");
    }
    QStringList values;
    for (const std::string& value : check.values)
        values << toQString(value);
    const QString fact = values.isEmpty() ? QString() : stageFactText(toQString(check.word), values);
    if (!fact.isEmpty())
        return fact;
    const QString reason = reasonText(check.word);
    // What exactly can't be read is said in English only, as in the answer of other services.
    return check.step == identity::LabStep::Read ? reason + QStringLiteral(" – ") + toQString(check.detail) : reason;
}

QString labMistakeText(const QString& word)
{
    for (const Mistake& mistake : mistakes) {
        if (word == QLatin1StringView(mistake.word))
            return QCoreApplication::translate("SignatureMistake", mistake.text);
    }
    return {};
}

} // namespace sallyport::ui
