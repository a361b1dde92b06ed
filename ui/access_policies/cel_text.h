#pragma once

#include "ui/words/filter_suggestions.h"

#include <vector>

#include "backend/access/cel/problem.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// A mistake in a condition, at its place in the editor (UTF-16).
struct CelMark {
    int start = 0;
    int length = 0;
    int line = 1;
    QString message; ///< in the language of the window
};
std::vector<CelMark> celMarks(const QString& text, const access::cel::Problems& problems);

/// What is coloured.
struct CelSpan {
    enum class Kind { Word, Function, Text, Number };
    int start = 0;
    int length = 0;
    Kind kind = Kind::Word;
};
std::vector<CelSpan> celSpans(const QString& text);

/// The name at the caret: from its beginning to the caret and on to its end. Empty in texts and comments.
FilterPart celPartAt(const QString& text, int caret);
/// What could stand at the caret: attributes of the one table and functions, at most `limit`. `all`: also where nothing is
/// written yet.
std::vector<FilterSuggestion> celSuggestions(const QString& text, int caret, bool all, int limit = 10);

} // namespace sallyport::ui
