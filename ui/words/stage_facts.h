#pragma once

#include <QString>
#include <QStringList>

namespace sallyport::ui {

/// What a stage of the pipeline saw, in the language of the window: `37 of 1,000 left in 1 h`. `fact` and `values` are
/// those of the event's details (docs/audit.md); empty if this program doesn't know the word.
QString stageFactText(const QString& fact, const QStringList& values);

} // namespace sallyport::ui
