#include "ui/words/duty_text.h"

#include "ui/widgets/error_text.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::ui {
namespace {

// What `audit::dutyTitle` says, for lupdate.
[[maybe_unused]] constexpr std::array titles{
    QT_TRANSLATE_NOOP("Duty", "Rotation of the signing key"),
    QT_TRANSLATE_NOOP("Duty", "Removal of what has expired"),
    QT_TRANSLATE_NOOP("Duty", "Removal of old events"),
    QT_TRANSLATE_NOOP("Duty", "Counts of the use of API keys"),
    QT_TRANSLATE_NOOP("Duty", "Anchor of the journal"),
    QT_TRANSLATE_NOOP("Duty", "Nonces of signed requests"),
    QT_TRANSLATE_NOOP("Duty", "Changes from the command line"),
    QT_TRANSLATE_NOOP("Duty", "Clock that deletion goes by"),
    QT_TRANSLATE_NOOP("Duty", "Counts of requests"),
};
static_assert(titles.size() == audit::dutyCount);

} // namespace

QString dutyTitle(audit::Duty duty)
{
    return QCoreApplication::translate("Duty", std::string(audit::dutyTitle(duty)).c_str());
}

QString dutyProblem(const audit::DutyState& state)
{
    // The only one that waits for a person: what happened matters more than how its error is called.
    if (state.duty == audit::Duty::Clock && state.code == ErrorCode::Conflict)
        return QCoreApplication::translate("Duty", "The clock went ahead by days. Nothing that has expired is deleted until "
                                                   "somebody says that it is right");
    //: %1: a task such as “Removal of old events”, %2: why it fails
    return QCoreApplication::translate("Duty", "%1: %2").arg(ui::dutyTitle(state.duty), errorText(Error(state.code, {})).what);
}

} // namespace sallyport::ui
