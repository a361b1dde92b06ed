#include "ui/look/app_style.h"

#include "ui/look/clear_corners.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QFontMetrics>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int scrollHandle = 6;
constexpr int popupAround = 2 * (4 + 1) + 12; ///< of a list to choose from: inset, border and scroll bar
constexpr int ringMargin = 3;                 ///< 2 px of ring and 1 px of air

QColor inputLine(const QStyleOption* option)
{
    return color(option->state & QStyle::State_Enabled ? Token::Control : Token::Border);
}

void drawInputBox(const QStyleOption* option, QPainter* painter, bool focused, bool invalid, bool sunken = false)
{
    // On the dark gate inputs are darker than what they stand on.
    const bool deep = !(option->state & QStyle::State_Enabled) || (sunken && isDark());
    const QColor fill = color(deep ? Token::Window : Token::Surface);
    if (focused)
        drawBox(painter, option->rect, fill, color(invalid ? Token::Danger : Token::Accent), boxRadius, 2);
    else
        drawBox(painter, option->rect, fill, invalid ? color(Token::Danger) : inputLine(option));
}

void drawCheckBox(const QStyleOption* option, QPainter* painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = !enabled ? color(Token::Window) : on ? color(Token::Accent) : color(Token::Surface);
    const QColor line = !enabled ? color(Token::Border) : on ? QColor() : color(Token::Control);
    drawBox(painter, option->rect, fill, line, chipRadius);
    const QColor mark = color(enabled ? Token::AccentText : Token::Control);
    if (option->state & QStyle::State_NoChange)
        drawIcon(painter, Icon::Dash, option->rect, mark, 12);
    else if (option->state & QStyle::State_On)
        drawIcon(painter, Icon::Check, option->rect, mark, 12);
}

void drawRadioButton(const QStyleOption* option, QPainter* painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const double radius = option->rect.width() / 2.0;
    const QColor line = color(!enabled ? Token::Border : on ? Token::Accent : Token::Control);
    drawBox(painter, option->rect, color(enabled ? Token::Surface : Token::Window), line, radius, on ? 5 : 1);
}

void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& slider, bool hasKeyboard)
{
    if (option->minimum >= option->maximum)
        return;
    QRectF handle = slider;
    if (option->orientation == Qt::Vertical)
        handle = QRectF(slider.x() + (slider.width() - scrollHandle) / 2, slider.y(), scrollHandle, slider.height());
    else
        handle = QRectF(slider.x(), slider.y() + (slider.height() - scrollHandle) / 2, slider.width(), scrollHandle);
    const bool active = option->activeSubControls & QStyle::SC_ScrollBarSlider;
    const Token fill = hasKeyboard ? Token::Accent : active ? Token::Control : Token::BorderStrong;
    drawBox(painter, handle, color(fill), QColor(), scrollHandle / 2.0);
}

} // namespace

AppStyle::AppStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
        // What has no room at its sides between its edge and what it shows asks for it: the ring doesn't touch that.
        if (const QWidget* ringed = QApplication::focusWidget())
            return ringMargin + ringed->property("ringRoom").toInt();
        return ringMargin;
    case PM_FocusFrameVMargin: return ringMargin;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_SplitterWidth: return 1;
    case PM_ComboBoxFrameWidth:
    case PM_DefaultFrameWidth: return 1;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_FocusFrame_Mask: return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_LineEdit_PasswordCharacter: return 0x2022;
    case SH_Menu_SubMenuPopupDelay: return 120;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                 const QWidget* widget) const
{
    const int textHeight = option ? option->fontMetrics.height() : 16;
    if (type == CT_PushButton) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button && widget)
            return pushButtonSize(button, widget);
    }
    if (type == CT_LineEdit)
        return {contents.width() + 20, std::max(32, textHeight + 12)};
    if (type == CT_ComboBox)
        return {contents.width() + 44, std::max(32, textHeight + 12)};
    if (type == CT_SpinBox)
        return {std::max(contents.width() + 32, 64), std::max(32, textHeight + 12)};
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents)
        return QProxyStyle::visualRect(option->direction, option->rect, option->rect.adjusted(7, 1, -7, -1));
    if (element == SE_PushButtonContents || element == SE_PushButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                               const QWidget* widget) const
{
    const QRect all = option->rect;
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        // What can be typed is a line edit with an inset of its own: its words begin where those of other fields do.
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        return visualRect(option->direction, all, all.adjusted(combo && combo->editable ? 0 : 9, 1, -31, -1));
    }
    if (control == CC_ComboBox && part == SC_ComboBoxListBoxPopup) {
        // As wide as what can be chosen, however narrow the closed box is.
        const auto* box = qobject_cast<const QComboBox*>(widget);
        const int wide = box == nullptr ? 0 : box->view()->sizeHintForColumn(box->modelColumn()) + popupAround;
        const int most = box == nullptr || box->screen() == nullptr ? wide : box->screen()->availableSize().width();
        return visualRect(option->direction, all,
                          QRect(all.topLeft(), QSize(std::max(all.width(), std::min(wide, most)), all.height())));
    }
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, all, QRect(all.right() - 28, all.y(), 24, all.height()));
    if (control == CC_SpinBox) {
        const int width = 22;
        const QRect up(all.right() - width, all.y() + 2, width - 2, all.height() / 2 - 2);
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, all, up);
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, all, up.translated(0, all.height() / 2 - 2));
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, all, all.adjusted(0, 2, -width - 2, -2));
    }
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return all;
        if (bar && (part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int margin = 3;
            const int length = (upright ? all.height() : all.width()) - 2 * margin;
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            const qint64 whole = range + bar->pageStep;
            const int handle = std::clamp(static_cast<int>(whole > 0 ? qint64(length) * bar->pageStep / whole : length),
                                          std::min(32, length), std::max(length, 1));
            const int start = margin + sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle,
                                                               bar->upsideDown);
            if (part == SC_ScrollBarSlider)
                return upright ? QRect(all.x(), all.y() + start, all.width(), handle)
                               : QRect(all.x() + start, all.y(), handle, all.height());
            if (part == SC_ScrollBarSubPage)
                return upright ? QRect(all.x(), all.y(), all.width(), start) : QRect(all.x(), all.y(), start, all.height());
            return upright ? QRect(all.x(), all.y() + start + handle, all.width(), all.height() - start - handle)
                           : QRect(all.x() + start + handle, all.y(), all.width() - start - handle, all.height());
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (widget && (widget->property("bare").toBool() || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                       qobject_cast<const QComboBox*>(widget->parentWidget())))
            return;
        if (widget && qobject_cast<const QLineEdit*>(widget))
            drawInputBox(option, painter, option->state & State_HasFocus, widget->property("invalid").toBool(),
                         widget->property("sunken").toBool());
        return;
    case PE_IndicatorCheckBox: drawCheckBox(option, painter); return;
    case PE_IndicatorRadioButton: drawRadioButton(option, painter); return;
    case PE_FrameFocusRect: return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, color(Token::Surface)); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_PushButton && widget) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            drawPushButton(button, painter, widget);
            return;
        }
    }
    if (element == CE_FocusFrame) {
        drawRing(painter, option->rect, boxRadius + ringMargin - 1);
        return;
    }
    if (element == CE_ComboBoxLabel) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            if (combo->editable)
                return; // its line edit shows the text
            const QRect field = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            painter->setLayoutDirection(option->direction);
            drawLine(painter, field, combo->currentText, painter->font(),
                     color(option->state & State_Enabled ? Token::Text : Token::Control));
            return;
        }
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, color(Token::Border));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                  const QWidget* widget) const
{
    const QColor mark = color(option->state & State_Enabled ? Token::TextMuted : Token::Control);
    if (control == CC_ComboBox) {
        drawInputBox(option, painter, option->state & State_HasFocus, widget && widget->property("invalid").toBool());
        drawIcon(painter, Icon::ChevronDown, subControlRect(control, option, SC_ComboBoxArrow, widget), mark);
        return;
    }
    if (control == CC_SpinBox) {
        drawInputBox(option, painter, option->state & State_HasFocus, widget && widget->property("invalid").toBool());
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawIcon(painter, Icon::ChevronUp, subControlRect(control, option, SC_SpinBoxUp, widget), mark, 12);
            drawIcon(painter, Icon::ChevronDown, subControlRect(control, option, SC_SpinBoxDown, widget), mark, 12);
        }
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget),
                          widget && widget->property("hasKeyboard").toBool());
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void AppStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QMenu*>(widget)) {
        // The template gives menus round corners; what lies outside them must not be painted.
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint);
        if (!widget->testAttribute(Qt::WA_TranslucentBackground)) // polished for the first time
            clearCorners(widget, boxRadius);
        widget->setAttribute(Qt::WA_TranslucentBackground);
    }
    if (qobject_cast<QPushButton*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // The wheel alone gives nothing the keyboard: see Theme::eventFilter.
    const bool holdsValue = qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget);
    if (holdsValue && widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
    if (qobject_cast<QAbstractSpinBox*>(widget))
        widget->setMinimumHeight(std::max(32, widget->fontMetrics().height() + 12));
}

} // namespace sallyport::ui
