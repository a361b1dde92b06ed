#pragma once

#include "ui/parts/lines_list.h"

#include <QJsonObject>

#include <string>

namespace sallyport::ui {

/// Why it was decided so, as lines: whether a role gives the permission, then each policy that was asked, and under the one that
/// decided what its parts gave. Of the JSON of authorization::RecordedDecision::trace; empty if there is none.
QList<LinesList::Line> whyLines(const std::string& trace);
/// The ids of the policies in those lines; empty where a line is none.
QStringList whyPolicies(const std::string& trace);
/// One policy of a trace: what it says about the request.
LinesList::Line tracePolicyLine(const QJsonObject& policy);
/// What would have changed a refusal; empty if there is nothing to say.
QList<LinesList::Line> nearestLines(const std::string& trace);

} // namespace sallyport::ui
