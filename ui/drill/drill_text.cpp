#include "ui/drill/drill_text.h"

#include "backend/services/drill_outcome.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

// What backend/drill writes in English, where lupdate finds it.
[[maybe_unused]] constexpr auto titles = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("DrillCheck", "Requests without credentials"),
    QT_TRANSLATE_NOOP("DrillCheck", "Forged and changed tokens"),
    QT_TRANSLATE_NOOP("DrillCheck", "Invented API keys"),
    QT_TRANSLATE_NOOP("DrillCheck", "Many passwords for one account"),
    QT_TRANSLATE_NOOP("DrillCheck", "Stolen passwords for many accounts"),
    QT_TRANSLATE_NOOP("DrillCheck", "One account, guessed from many addresses"),
    QT_TRANSLATE_NOOP("DrillCheck", "Finding out which accounts exist"),
    QT_TRANSLATE_NOOP("DrillCheck", "Replayed and changed signatures"),
    QT_TRANSLATE_NOOP("DrillCheck", "What a role doesn't allow"),
    QT_TRANSLATE_NOOP("DrillCheck", "Members that a client may not set"),
    QT_TRANSLATE_NOOP("DrillCheck", "Guessed ids of others' objects"),
    QT_TRANSLATE_NOOP("DrillCheck", "Injections, seventeen classes"),
    QT_TRANSLATE_NOOP("DrillCheck", "Queries that try to be more"),
    QT_TRANSLATE_NOOP("DrillCheck", "Scripts in comments"),
    QT_TRANSLATE_NOOP("DrillCheck", "Documents that break the rules"),
    QT_TRANSLATE_NOOP("DrillCheck", "Files that aren't what they say"),
    QT_TRANSLATE_NOOP("DrillCheck", "Requests without TLS"),
    QT_TRANSLATE_NOOP("DrillCheck", "Requests that can be read in two ways"),
    QT_TRANSLATE_NOOP("DrillCheck", "Heads and bodies beyond all bounds"),
    QT_TRANSLATE_NOOP("DrillCheck", "Ways out of the path"),
    QT_TRANSLATE_NOOP("DrillCheck", "Methods that nobody needs"),
    QT_TRANSLATE_NOOP("DrillCheck", "Headers that browsers need"),
    QT_TRANSLATE_NOOP("DrillCheck", "Pages of other origins"),
    QT_TRANSLATE_NOOP("DrillCheck", "Connections without end"),
    QT_TRANSLATE_NOOP("DrillCheck", "Requests that never end"),
    QT_TRANSLATE_NOOP("DrillCheck", "Many requests from one address"),
    QT_TRANSLATE_NOOP("DrillCheck", "One caller beyond the limit"),
    QT_TRANSLATE_NOOP("DrillCheck", "A scanner for forgotten files"),
    QT_TRANSLATE_NOOP("DrillCheck", "Comments that look dangerous"),
    QT_TRANSLATE_NOOP("DrillCheck", "A morning's work"),
    QT_TRANSLATE_NOOP("DrillCheck", "Programs with keys and signatures"),
    QT_TRANSLATE_NOOP("DrillCheck", "Fifteen sign-ins behind one address"),
    QT_TRANSLATE_NOOP("DrillCheck", "Health checks"),
});

[[maybe_unused]] constexpr auto notes = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("DrillNote", "%1 guesses were looked at"),
    QT_TRANSLATE_NOOP("DrillNote", "guess %1"),
    QT_TRANSLATE_NOOP("DrillNote", "account %1"),
    QT_TRANSLATE_NOOP("DrillNote", "address %1"),
    QT_TRANSLATE_NOOP("DrillNote", "comment %1"),
    QT_TRANSLATE_NOOP("DrillNote", "refused after %1 reads"),
    QT_TRANSLATE_NOOP("DrillNote", "%1 reads were answered"),
    QT_TRANSLATE_NOOP("DrillNote", "the limit allows %1 reads, more than a drill sends"),
    QT_TRANSLATE_NOOP("DrillNote", "nobody is slowed down before %1 requests"),
    QT_TRANSLATE_NOOP("DrillNote", "the longest wait was %1 ms"),
    QT_TRANSLATE_NOOP("DrillNote", "waited up to %1 ms"),
    QT_TRANSLATE_NOOP("DrillNote", "stopped after %1 paths"),
    QT_TRANSLATE_NOOP("DrillNote", "80 paths were answered"),
    QT_TRANSLATE_NOOP("DrillNote", "one address may have %1 connections"),
    QT_TRANSLATE_NOOP("DrillNote", "one address got %1 connections"),
    QT_TRANSLATE_NOOP("DrillNote", "a right password"),
    QT_TRANSLATE_NOOP("DrillNote", "a probe"),
    QT_TRANSLATE_NOOP("DrillNote", "an API key"),
    QT_TRANSLATE_NOOP("DrillNote", "a signed request"),
    QT_TRANSLATE_NOOP("DrillNote", "a list"),
    QT_TRANSLATE_NOOP("DrillNote", "a record"),
    QT_TRANSLATE_NOOP("DrillNote", "the record again"),
    QT_TRANSLATE_NOOP("DrillNote", "a change"),
    QT_TRANSLATE_NOOP("DrillNote", "a script was kept"),
    QT_TRANSLATE_NOOP("DrillNote", "a broken document"),
    QT_TRANSLATE_NOOP("DrillNote", "a head held its place for 25 s"),
    QT_TRANSLATE_NOOP("DrillNote", "a body held its place for 25 s"),
    QT_TRANSLATE_NOOP("DrillNote", "nobody else was served meanwhile"),
    QT_TRANSLATE_NOOP("DrillNote", "somebody else meanwhile"),
    QT_TRANSLATE_NOOP("DrillNote", "nobody says when to come back"),
    QT_TRANSLATE_NOOP("DrillNote", "a forged token"),
    QT_TRANSLATE_NOOP("DrillNote", "an invented key"),
    QT_TRANSLATE_NOOP("DrillNote", "not run, the drill's time was over"),
});

} // namespace

QString drillTitle(const DrillCheck& check)
{
    return QCoreApplication::translate("DrillCheck", check.title.c_str());
}

QString drillGroupText(const std::string& group)
{
    const auto named = [](const char* source) { return QCoreApplication::translate("DrillGroup", source); };
    if (group == "sign_in")
        return named(QT_TRANSLATE_NOOP("DrillGroup", "Sign-in"));
    if (group == "rights")
        return named(QT_TRANSLATE_NOOP("DrillGroup", "Rights"));
    if (group == "input")
        return named(QT_TRANSLATE_NOOP("DrillGroup", "Content"));
    if (group == "transport")
        return named(QT_TRANSLATE_NOOP("DrillGroup", "Transport"));
    if (group == "floods")
        return named(QT_TRANSLATE_NOOP("DrillGroup", "Floods"));
    return named(QT_TRANSLATE_NOOP("DrillGroup", "Honest traffic"));
}

QString drillNote(const DrillCheck& check)
{
    if (check.note.empty())
        return {};
    QString note = QCoreApplication::translate("DrillNote", check.note.c_str());
    if (check.number >= 0)
        note = note.arg(QLocale().toString(static_cast<qlonglong>(check.number)));
    if (check.status == 0)
        return QCoreApplication::translate("DrillNote", "%1: no answer").arg(note);
    return check.status > 0 ? QCoreApplication::translate("DrillNote", "%1: answered with %2").arg(note).arg(check.status) : note;
}

Mark drillVerdict(const DrillCheck& check)
{
    const auto named = [](const char* source) { return QCoreApplication::translate("DrillVerdict", source); };
    if (!wasRun(check))
        return {named(QT_TRANSLATE_NOOP("DrillVerdict", "Not run")), Icon::Clock, Tone::Warning, Tone::Warning};
    if (check.missed() == 0)
        return check.honest ? Mark{named(QT_TRANSLATE_NOOP("DrillVerdict", "Served")), Icon::CheckCircle}
                            : Mark{named(QT_TRANSLATE_NOOP("DrillVerdict", "Caught")), Icon::CheckCircle};
    return check.honest
               ? Mark{named(QT_TRANSLATE_NOOP("DrillVerdict", "Wrongly refused")), Icon::Warning, Tone::Warning, Tone::Warning}
               : Mark{named(QT_TRANSLATE_NOOP("DrillVerdict", "Came through")), Icon::Critical, Tone::Danger, Tone::Danger};
}

QStringList drillVerdictWords()
{
    const auto named = [](const char* source) { return QCoreApplication::translate("DrillVerdict", source); };
    return {named("Not run"), named("Served"), named("Caught"), named("Wrongly refused"), named("Came through")};
}

} // namespace sallyport::ui
