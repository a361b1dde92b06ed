#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace sallyport::ui {

class DialogFrame;

/// Asks why the journal's damage is right so (a backup was put back on purpose, say); `accepted` is given the reason, which is
/// never empty. Deletes itself.
DialogFrame* askWhyAccepted(QWidget* parent, std::function<void(const QString& why)> accepted);

} // namespace sallyport::ui
