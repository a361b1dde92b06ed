#pragma once

#include "ui/widgets/dialog_frame.h"

#include <vector>

#include "backend/identity/leak_scan/leak_scan.h"

namespace sallyport::ui {

/// What a search could not look into, and why.
class GapsDialog final : public DialogFrame {
    Q_OBJECT

public:
    GapsDialog(const identity::LeakReport& report, QWidget* parent);
};

} // namespace sallyport::ui
