#pragma once

#include <QString>

namespace sallyport::ui {

/// Why a condition could not be evaluated, in the language of the window: of what access::cel::Program::describe() says, without
/// its place. What this program has no words for stays as it was said.
QString failureCause(const QString& failure);
/// The same with the place: `“resource.owner_id” has no value here (line 1, column 1)`.
QString failureText(const QString& failure);
/// Whether this is what an evaluation said: it ends with the place.
bool namesItsPlace(const QString& failure);

} // namespace sallyport::ui
