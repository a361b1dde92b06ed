#pragma once

#include "ui/access_policies/cel_text.h"
#include "ui/parts/numbered_editor.h"

#include <QPointer>

namespace sallyport::ui {

class SuggestionPopup;

/// A condition as text: line numbers, colours, mistakes underlined where they are, completion under the caret. Ctrl+Space opens
/// the list, Tab takes what it offers and otherwise goes on. Written from left to right in any language.
class CelEditor final : public NumberedEditor {
    Q_OBJECT

public:
    explicit CelEditor(const QString& objectName, QWidget* parent = nullptr);
    ~CelEditor() override;

    /// Another text, not typed; undo goes back to the earlier one.
    void setText(const QString& text);
    /// Selects a part (UTF-16) and brings it into sight.
    void select(int start, int length);
    void setMarks(std::vector<CelMark> marks);
    const std::vector<CelMark>& marks() const { return m_marks; }
    SuggestionPopup* popup() const;
    void complete(bool all);

Q_SIGNALS:
    /// The reader typed or completed something.
    void edited();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool isWrong(int line) const override;

private:
    void showMarks();
    void contentChanged();
    bool keyForPopup(QKeyEvent* event);
    void accept(const FilterSuggestion& suggestion);

    QPointer<SuggestionPopup> m_popup;
    std::vector<CelMark> m_marks;
    QString m_last; ///< colouring counts as a change of the document; only another text is one for the reader
    bool m_quiet = false;
    bool m_moved = false; ///< the reader moved in the list: Enter takes the line
};

} // namespace sallyport::ui
