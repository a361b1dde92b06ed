#include "ui/widgets/fitting_area.h"

#include "ui/look/text_style.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int fittingAreaLeast = 160;

} // namespace

FittingArea::FittingArea(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setWidget(content);
    content->installEventFilter(this);
}

QSize FittingArea::sizeHint() const
{
    const QLayout* layout = widget()->layout();
    const QSize hint = widget()->sizeHint();
    const bool wraps = layout && layout->hasHeightForWidth();
    return {hint.width(), wraps ? layout->totalHeightForWidth(std::max(viewport()->width(), hint.width())) : hint.height()};
}

QSize FittingArea::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {widget()->minimumSizeHint().width(), std::min(hint.height(), scaled(fittingAreaLeast, this))};
}

bool FittingArea::eventFilter(QObject* watched, QEvent* event)
{
    // A line more or less in the content is one more or less around it.
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace sallyport::ui
