#pragma once

#include <QString>
#include <QSyntaxHighlighter>

#include <vector>

namespace sallyport::ui {

/// One token of the filter text in the editor's own positions (UTF-16).
struct FilterSpan {
    int start = 0;
    int end = 0;
    int valueStart = 0; ///< after `key:`; equals start for a bare word
    bool keyed = false;
    bool negated = false;
};

/// A mistake in the editor's own positions, with its translated text.
struct FilterProblem {
    int start = 0;
    int length = 0;
    QString message;
};

/// Reads the text with the journal's own tokenizer.
std::vector<FilterSpan> filterSpans(const QString& text);
/// The mistakes as of `now`, translated.
std::vector<FilterProblem> filterProblems(const QString& text);
/// The translated text of a mistake as the backend words it.
QString filterMistakeText(const std::string& message);
/// English mistakes that have an entry in the translations.
QString suggestionText(const std::string& word);
QStringList translatableFilterMistakes();

/// Colours keys and marks mistakes in the one-line filter editor; widens the spaces between tokens so that their
/// chips don't touch.
class FilterHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit FilterHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace sallyport::ui
