#pragma once

#include "ui/words/filter_suggestions.h"

#include <QPlainTextEdit>
#include <QPointer>

namespace sallyport::ui {

class FilterHighlighter;
class SuggestionPopup;

/// The one-line editor of the filter: tokens painted as chips, completion under the caret. Enter applies, Escape
/// closes the completion, Ctrl+Space opens it.
class FilterEditor final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit FilterEditor(QWidget* parent = nullptr);
    ~FilterEditor() override;

    QString text() const { return toPlainText(); }
    /// Replaces the text without opening the completion. Undo goes back to the earlier text.
    void setText(const QString& text);
    void setKnowledge(const FilterKnowledge* known) { m_known = known; }
    SuggestionPopup* popup() const;
    /// Puts the caret at the end, behind a blank if the last token is a finished chip: what is typed then is a word of its own.
    void beginWord();
    /// Shows what could stand at the caret.
    void complete();

Q_SIGNALS:
    /// The reader typed or completed something.
    void edited();
    /// Enter: use it now and remember it.
    void applied();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    /// Tab takes the suggestion while the list is open.
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setUpLook();
    bool keyForPopup(QKeyEvent* event);
    void accept(const FilterSuggestion& suggestion);
    void contentChanged();
    bool isBehindText(int x) const;

    FilterHighlighter* m_highlighter = nullptr;
    QPointer<SuggestionPopup> m_popup;
    const FilterKnowledge* m_known = nullptr;
    QString m_last; ///< colouring counts as a change of the document; only another text is one for the reader
    bool m_quiet = false;
    bool m_chosen = false; ///< the reader moved in the list: Enter takes the line instead of applying
};

} // namespace sallyport::ui
