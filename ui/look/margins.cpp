#include "ui/look/margins.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLayout>
#include <QWidget>

namespace sallyport::ui {

namespace {

class LeadingMargins final : public QObject {
public:
    LeadingMargins(QWidget* widget, const QMargins& margins) : QObject(widget), m_widget(widget), m_margins(margins)
    {
        widget->installEventFilter(this);
        apply();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        const bool turned = m_widget->isRightToLeft();
        m_widget->layout()->setContentsMargins(turned ? m_margins.right() : m_margins.left(), m_margins.top(),
                                               turned ? m_margins.left() : m_margins.right(), m_margins.bottom());
    }

    QWidget* m_widget;
    QMargins m_margins;
};

} // namespace

QMargins leadingMargins(int leading, int top, int trailing, int bottom)
{
    return QGuiApplication::isRightToLeft() ? QMargins(trailing, top, leading, bottom) : QMargins(leading, top, trailing, bottom);
}

void setLeadingMargins(QWidget* widget, const QMargins& margins)
{
    new LeadingMargins(widget, margins);
}

} // namespace sallyport::ui
