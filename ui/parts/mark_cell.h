#pragma once

#include "ui/words/user_text.h"

#include <QVariant>

namespace sallyport::ui {

/// What a table shows of a mark: its text, its icon and their tones.
QVariant markCell(const Mark& mark, int role);

} // namespace sallyport::ui
