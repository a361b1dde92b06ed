#pragma once

#include "ui/users/bulk_job.h"
#include "ui/widgets/dialog_frame.h"

namespace sallyport::ui {

/// After a bulk action: who could not be changed, and why, one line each.
class FailuresDialog final : public DialogFrame {
    Q_OBJECT

public:
    FailuresDialog(const QString& title, const BulkJob::Outcome& outcome, QWidget* parent);
};

} // namespace sallyport::ui
