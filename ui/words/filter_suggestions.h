#pragma once

#include "backend/audit/event.h"

#include <QHash>
#include <QString>

#include <vector>

namespace sallyport::ui {

/// What was seen in the journal so far, with how often: the values that the filter line offers.
struct FilterKnowledge {
    QHash<QString, int> users, addresses, paths, kinds, reasons, sessions;

    void learn(const audit::Event& event);
    bool isEmpty() const { return users.isEmpty() && kinds.isEmpty(); }
};

/// One line of the completion list.
struct FilterSuggestion {
    QString insert;       ///< what replaces the part at the caret: `user:`, `user:"Jonas Weber"`
    QString explanation;  ///< `Name, quoted if it has spaces`; or empty
    int seen = 0;         ///< how many events carry the value, 0: not counted
    bool complete = true; ///< false for a bare key: the reader goes on with its value
};

/// The part of the filter text at the caret.
struct FilterPart {
    int start = 0;
    int end = 0;
    QString text; ///< from `start` to the caret
};

/// The part at `caret`, from the last space outside quotes to the next.
FilterPart partAt(const QString& text, int caret);

/// What could stand at the caret, best first, at most `limit`. Keys come first, then values that were seen.
std::vector<FilterSuggestion> suggestFilter(const QString& text, int caret, const FilterKnowledge& known, int limit = 8);

/// `user:"Jonas Weber"`: a term whose value is quoted if it needs it.
QString filterTerm(const QString& key, const QString& value);
/// `text` without the terms of `key` and with one more term at its end.
QString withTerm(const QString& text, const QString& key, const QString& value);

} // namespace sallyport::ui
