#pragma once

#include "backend/audit/event.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sallyport::ui {

/// How one stage of the pipeline ended.
enum class StageResult { Passed, Refused, NotReached };

/// One line of the trace of a request.
struct StageLine {
    QString stage; ///< machine word
    QString title; ///< translated
    QString text;  ///< what it saw, translated where the event says it as data
    StageResult result = StageResult::NotReached;
    double micros = 0;
};

/// The stages that the event carries in `details.stages`, in order; empty if it has none.
std::vector<StageLine> eventStages(const audit::Event& event);
/// All stages together, microseconds.
double totalMicros(const std::vector<StageLine>& stages);
/// `2.4 µs`, `1.2 ms`.
QString microsText(double micros);
/// The translated title of a stage (`Rate, address`); the word itself if it is unknown.
QString stageTitle(const QString& stage);

/// A button under the stage that refused: where the thing that decides can be changed.
struct StageAction {
    QString text;
    QString panel;
    QString argument;
};
std::vector<StageAction> stageActions(const audit::Event& event, const QString& stage);
/// What would have let the request through, as the end of “Would have helped:”; empty if nothing honest can be said.
QString wouldHaveHelped(const audit::Event& event);

/// One change of a field, from `details.changes`.
struct EventChange {
    QString field, before, after;
};
std::vector<EventChange> eventChanges(const audit::Event& event);
/// The other members of the details, name and value, in order.
std::vector<std::pair<QString, QString>> eventDetails(const audit::Event& event);
/// The whole event as indented JSON, with the names of the API.
QString eventJson(const audit::Event& event);

} // namespace sallyport::ui
