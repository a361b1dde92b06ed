#pragma once

#include "backend/base/case_fold.h"

#include <QString>

namespace sallyport::ui {

/// Whether a text has `wanted` in it as the lists of the services find it: whatever the case, accents and form of its letters
/// (searchKey()). An empty one is in every text.
inline bool containsText(const QString& text, const QString& wanted)
{
    return searchKey(text.toStdString()).find(searchKey(wanted.toStdString())) != std::string::npos;
}

} // namespace sallyport::ui
