#include "ui/words/duty_text.h"

#include "ui/widgets/error_text.h"

#include <QCoreApplication>

namespace sallyport::ui {
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
    if (state.duty == audit::Duty::Held)
        return QCoreApplication::translate("Duty",
                                           "Something that was taken away while the disk was full could not be recorded and "
                                           "is not in force any more: look at it again");
    //: %1: a task such as “Removal of old events”, %2: why it fails
    return QCoreApplication::translate("Duty", "%1: %2").arg(ui::dutyTitle(state.duty), errorText(Error(state.code, {})).what);
}

} // namespace sallyport::ui
