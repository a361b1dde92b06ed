#pragma once

#include "ui/widgets/dialog_frame.h"

namespace sallyport::app {

/// F1: the keys of the window, and where the guide is.
class HelpDialog final : public ui::DialogFrame {
    Q_OBJECT

public:
    explicit HelpDialog(QWidget* parent);
};

} // namespace sallyport::app
