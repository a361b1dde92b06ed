#include "ui/widgets/side_splitter.h"

#include "ui/look/text_style.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int sidePaneWidth = 351;
constexpr int sidePaneHeight = 320;
/// Below this the pane stands under the list.
constexpr int sideNarrowWidth = 860;
constexpr int widestPane = 4000;

} // namespace

SideSplitter::SideSplitter(const QString& objectName, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_usualWidth(sidePaneWidth)
{
    setObjectName(objectName);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        (orientation() == Qt::Vertical ? m_chosen.rheight() : m_chosen.rwidth()) = sizes().value(1);
        Q_EMIT paneSizesChanged();
    });
}

QString SideSplitter::paneSizes() const
{
    return QStringLiteral("%1x%2").arg(m_chosen.width()).arg(m_chosen.height());
}

void SideSplitter::setPaneSizes(const QString& sizes)
{
    m_chosen = {std::clamp(sizes.section(u'x', 0, 0).toInt(), 0, widestPane),
                std::clamp(sizes.section(u'x', 1, 1).toInt(), 0, widestPane)};
    if (isPaneOpen())
        layOut();
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

void SideSplitter::setUsualWidth(int width)
{
    m_usualWidth = width;
    if (isPaneOpen())
        layOut();
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
    const int chosen = below ? m_chosen.height() : m_chosen.width();
    const int pane = chosen > 0 ? chosen : scaled(below ? sidePaneHeight : m_usualWidth, this);
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
