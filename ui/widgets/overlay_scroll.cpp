#include "ui/widgets/overlay_scroll.h"

#include "ui/look/retranslate.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace sallyport::ui {

namespace {

/// The bar that is seen. It follows the area's own, which stays hidden and does the scrolling.
class OverlayBar final : public QScrollBar {
public:
    explicit OverlayBar(QScrollArea* area) : QScrollBar(Qt::Vertical, area), m_area(area), m_own(area->verticalScrollBar())
    {
        setFocusPolicy(Qt::NoFocus);
        area->installEventFilter(this);
        connect(m_own, &QScrollBar::rangeChanged, this, [this] { follow(); });
        connect(m_own, &QScrollBar::valueChanged, this, &QScrollBar::setValue);
        connect(this, &QScrollBar::valueChanged, m_own, &QScrollBar::setValue);
        follow();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange)
            follow();
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            setProperty("hasKeyboard", event->type() == QEvent::FocusIn);
            update();
        }
        return QScrollBar::eventFilter(watched, event);
    }

private:
    void follow()
    {
        setRange(m_own->minimum(), m_own->maximum());
        setPageStep(m_own->pageStep());
        setSingleStep(m_own->singleStep());
        setValue(m_own->value());
        const int width = sizeHint().width();
        setGeometry(m_area->isRightToLeft() ? 0 : m_area->width() - width, 0, width, m_area->height());
        setVisible(maximum() > minimum());
        // What cannot be scrolled is no stop for Tab.
        m_area->setFocusPolicy(maximum() > minimum() ? Qt::StrongFocus : Qt::NoFocus);
        raise();
    }

    QScrollArea* m_area;
    QScrollBar* m_own;
};

} // namespace

QScrollArea* makeScrollArea(QWidget* content, QWidget* parent, const QString& objectName)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(objectName);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    // It can have the keyboard, and what has it has a name; who makes it may know a better one.
    onRetranslate(area, [area] { area->setAccessibleName(QCoreApplication::translate("ScrollArea", "Content")); });
    new OverlayBar(area);
    return area;
}

} // namespace sallyport::ui
