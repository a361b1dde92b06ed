#pragma once

#include <QList>
#include <QString>

namespace sallyport::ui {

/// How well `pattern` fits `text`: -1 if its letters do not occur in this order, else higher is better. Case and
/// accents do not matter; beginnings of words and neighbouring letters count more. An empty pattern fits everything.
int fuzzyScore(const QString& pattern, const QString& text);

/// Which characters of `text` those are, by their places in it; none if it doesn't match.
QList<qsizetype> fuzzyPlaces(const QString& pattern, const QString& text);

} // namespace sallyport::ui
