#pragma once

#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class IconLabel;

/// A line at the bottom of a window that says what was done and can offer to undo it. One at a time; goes after 6 s.
class Toast final : public QWidget {
    Q_OBJECT

public:
    /// Lives at the bottom of `host`.
    explicit Toast(QWidget* host);

    void say(Tone tone, const QString& text);
    /// With an action, usually `Undo`; `actionRequested` is emitted when it is taken.
    void say(Tone tone, const QString& text, const QString& action);
    QString text() const;
    /// The room to keep free below (a status strip).
    void setBottomMargin(int margin) { m_bottomMargin = margin; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    IconLabel* m_icon;
    ElideLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
    QTimer m_timer;
    int m_bottomMargin = 16;
};

} // namespace sallyport::ui
