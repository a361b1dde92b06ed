#pragma once

#include "ui/widgets/dialog_frame.h"

#include <functional>

namespace sallyport::ui {

/// What a confirmation says. The buttons are verbs: `Disable` and `Cancel`, never Yes and No.
struct Confirmation {
    QString title; ///< `Disable Elif Yıldız?`
    QString text;  ///< what happens, and what can be undone
    QString verb;  ///< `Disable`
    bool danger = false;
};

/// Asks before something that is hard to undo. Deletes itself; `confirmed` runs after the verb was chosen.
/// The dialog's objectName is `objectName`, its verb button `<objectName>.confirm`, the other `<objectName>.cancel`.
DialogFrame* askConfirmation(QWidget* parent, const QString& objectName, const Confirmation& words,
                             std::function<void()> confirmed);

/// The same before what nobody can undo at all: the verb can be chosen once `word` stands in the field, whose label is `label`.
/// The field is `<objectName>.typed`.
DialogFrame* askTyped(QWidget* parent, const QString& objectName, const Confirmation& words, const QString& word,
                      const QString& label, std::function<void()> confirmed);

} // namespace sallyport::ui
