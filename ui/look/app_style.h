#pragma once

#include <QProxyStyle>

class QStyleOptionButton;

namespace sallyport::ui {

/// Fusion with our own buttons, inputs, check marks, scroll handles and focus ring. Colours come from the tokens on
/// the screen, sizes from the font. Surfaces and menus are in the style template.
class AppStyle final : public QProxyStyle {
    Q_OBJECT

public:
    AppStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
};

/// Parts of AppStyle in files of their own.
void drawPushButton(const QStyleOptionButton* option, QPainter* painter, const QWidget* widget);
QSize pushButtonSize(const QStyleOptionButton* option, const QWidget* widget);

} // namespace sallyport::ui
