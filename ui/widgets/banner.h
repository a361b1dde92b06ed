#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class IconLabel;

/// Raised, with a 3 px bar of the state at the leading edge: what a pinned banner stands on, and whatever looks like one.
void paintPinned(QWidget* widget, Tone tone);

/// A message in its place: tint, icon, what, why, actions. Pinned: raised, with a 3 px bar of the state at its
/// leading edge, for what stays until it is dealt with (a new key).
class Banner final : public QWidget {
    Q_OBJECT

public:
    explicit Banner(const QString& objectName, QWidget* parent = nullptr);

    void setTone(Tone tone, Icon icon);
    void setPinned(bool pinned);
    void setTitle(const QString& title);
    /// Plain text under the title; may take several lines.
    void setText(const QString& text);
    /// What went wrong, and why, in the operator's words; appears with it.
    void showError(const Error& error);
    /// Anything between text and actions (a progress bar, the new key).
    void setContent(QWidget* content);
    void addAction(QPushButton* button);
    /// The actions stand at the trailing edge in place of a row below: for a banner across a wide page.
    void setActionsBeside();
    QString title() const;
    QString text() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_column;
    QHBoxLayout* m_actions;
    QWidget* m_actionsBox;
    Tone m_tone = Tone::Info;
    bool m_pinned = false;
    bool m_beside = false; ///< the actions aren't in the column
};

} // namespace sallyport::ui
