#pragma once

#include <QScrollArea>

namespace sallyport::ui {

/// As high as its content while there is room for that, and scrolls where there isn't: for long forms on small screens and
/// with large fonts.
class FittingArea final : public QScrollArea {
    Q_OBJECT

public:
    explicit FittingArea(QWidget* content, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace sallyport::ui
