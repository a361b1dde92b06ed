#include "ui/widgets/loading_state.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <chrono>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int rowInset = 24;
constexpr int trailing = 16;
constexpr int headHeight = 40;
constexpr int rowHeight = 36;
constexpr int barShares[] = {41, 31, 45, 27, 38, 34};
} // namespace

LoadingState::LoadingState(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_text(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_cancel(makeButton(ButtonKind::Link, objectName + u".cancel"_s, this)), m_head(new QWidget(this))
{
    setObjectName(objectName);
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(leadingMargins(rowInset, 0, trailing, 0));
    row->setSpacing(12);
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    row->addStretch(1);
    m_head->setFixedHeight(headHeight);
    m_head->hide();
    m_cancel->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head);
    column->addStretch(1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(200ms);
    connect(&m_wait, &QTimer::timeout, this, [this] { setBars(true); });
    connect(m_cancel, &QPushButton::clicked, this, &LoadingState::cancelRequested);
    onRetranslate(this, [this] {
        m_cancel->setText(tr("Cancel"));
        if (m_text->text().isEmpty())
            m_text->setText(tr("Loading"));
    });
}

void LoadingState::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void LoadingState::setCancelVisible(bool visible)
{
    m_cancelVisible = visible;
    m_cancel->setVisible(visible);
}

void LoadingState::setBars(bool bars)
{
    m_bars = bars;
    m_head->setVisible(bars);
    update();
}

void LoadingState::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_bars)
        m_wait.start();
}

void LoadingState::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_wait.stop();
    setBars(false);
}

void LoadingState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    if (!m_bars)
        return;
    const QColor bar = color(Token::Border);
    const int room = width() - rowInset - trailing;
    for (int row = 0; row < 6; ++row) {
        const int y = headHeight + row * rowHeight;
        const auto place = [this](int x, int top, int w, int h) { return QRectF(mirrored(this, rect(), QRect(x, top, w, h))); };
        drawBox(&painter, place(rowInset, y + 10, 16, 16), bar, QColor(), 8);
        drawBox(&painter, place(rowInset + 24, y + 14, room * barShares[row] / 100, 8), bar, QColor(), 4);
        const int tail = 40 + (row * 13) % 17;
        drawBox(&painter, place(width() - trailing - tail, y + 14, tail, 8), bar, QColor(), 4);
        drawHairline(&painter, rowInset, width() - trailing - 1, y + rowHeight - 1, color(Token::Grid));
    }
}

} // namespace sallyport::ui
