#pragma once

#include "ui/look/surface.h"
#include "ui/widgets/small_parts.h"

class QHBoxLayout;

namespace sallyport::ui {

/// The search field in the middle of every header. It looks like an input and opens the command palette.
class SearchField final : public QWidget {
    Q_OBJECT

public:
    explicit SearchField(QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_text;
};

/// 56 px at the top of a panel: title, count, an optional note (live state); the search field in the middle of the
/// window; actions at the trailing edge. When room is short, note, count and then search field go.
class PageHeader final : public Surface {
    Q_OBJECT

public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// The muted text after the title (`1,284`, `Draft v5`); empty: none.
    void setCount(const QString& count);
    /// A note with an icon after the title (`Live, 38 per second`); Icon::None and an empty text: none.
    void setNote(Icon icon, const QString& text, Tone tone);

    /// Actions stand at the trailing edge in the order they are added; the primary one comes last.
    void addAction(QWidget* button);

    SearchField* searchField() const { return m_search; }

Q_SIGNALS:
    /// The search field was clicked or typed into: open the command palette.
    void searchRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();

    ElideLabel* m_title;
    ElideLabel* m_count;
    IconLabel* m_noteIcon;
    ElideLabel* m_note;
    SearchField* m_search;
    QWidget* m_actions;
    QHBoxLayout* m_actionsLayout;
};

} // namespace sallyport::ui
