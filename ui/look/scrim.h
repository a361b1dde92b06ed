#pragma once

#include <QWidget>

namespace sallyport::ui {

/// The flat shade over a window while one of its dialogs is open.
class Scrim final : public QWidget {
    Q_OBJECT

public:
    /// Covers `window` until the scrim is deleted.
    explicit Scrim(QWidget* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sallyport::ui
