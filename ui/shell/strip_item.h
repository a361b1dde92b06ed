#pragma once

#include "ui/look/icons.h"

#include <QAbstractButton>

namespace sallyport::ui {

/// One piece of the status strip: icon, a strong and a muted text, a fixed-width text, an icon or keycap at its end.
class StripItem final : public QAbstractButton {
    Q_OBJECT

public:
    StripItem(const QString& objectName, QWidget* parent);

    struct Content {
        Icon icon = Icon::None;
        Tone tone = Tone::Muted;
        QString strong; ///< 500
        QString plain;  ///< muted
        QString mono;   ///< fixed width
        Icon tail = Icon::None;
        QString keycap;
    };
    void setContent(const Content& content);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double layOut(QPainter* painter) const;

    Content m_content;
};

} // namespace sallyport::ui
