#include "ui/widgets/side_splitter.h"

#include "ui/look/text_style.h"

namespace sallyport::ui {

namespace {

constexpr int sidePaneWidth = 351;
constexpr int sidePaneHeight = 320;
/// Below this the pane stands under the list.
constexpr int sideNarrowWidth = 860;

} // namespace

SideSplitter::SideSplitter(const QString& objectName, QWidget* parent) : QSplitter(Qt::Horizontal, parent)
{
    setObjectName(objectName);
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

void SideSplitter::setParts(QWidget* list, QWidget* pane)
{
    m_pane = pane;
    addWidget(list);
    addWidget(pane);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    pane->setMinimumSize(scaled(280, this), scaled(160, this));
    pane->hide();
}

void SideSplitter::openPane()
{
    if (isPaneOpen())
        return;
    m_pane->show();
    layOut();
}

void SideSplitter::closePane()
{
    m_pane->hide();
}

void SideSplitter::layOut()
{
    const bool below = orientation() == Qt::Vertical;
    const int pane = scaled(below ? sidePaneHeight : sidePaneWidth, this);
    setSizes({(below ? height() : width()) - pane - handleWidth(), pane});
}

void SideSplitter::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    const auto wanted = width() < scaled(sideNarrowWidth, this) ? Qt::Vertical : Qt::Horizontal;
    if (orientation() == wanted)
        return;
    setOrientation(wanted);
    if (isPaneOpen())
        layOut();
}

} // namespace sallyport::ui
