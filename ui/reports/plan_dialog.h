#pragma once

#include "backend/reports/report.h"

#include <functional>

class QWidget;

namespace sallyport::ui {

class DialogFrame;

/// Asks what a plan is called, how often it makes its report, of which period and how many are kept; the rest is as `draft` has
/// it. `chosen` is given the whole. Deletes itself.
DialogFrame* askForPlan(QWidget* parent, const reports::PlanFields& draft,
                        std::function<void(const reports::PlanFields&)> chosen);

} // namespace sallyport::ui
