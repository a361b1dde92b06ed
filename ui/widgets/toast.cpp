#include "ui/widgets/toast.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>

#include <chrono>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Icon toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Success: return Icon::CheckCircle;
    case Tone::Warning: return Icon::Warning;
    case Tone::Danger: return Icon::Error;
    default: return Icon::Info;
    }
}

} // namespace

Toast::Toast(QWidget* host)
    : QWidget(host), m_icon(new IconLabel(Icon::Info, Tone::Info, 16, this)),
      m_text(new ElideLabel(TextStyle::Body, Tone::Normal, this)),
      m_action(makeButton(ButtonKind::Link, u"toast.action"_s, this)),
      m_close(makeIconButton(Icon::Close, u"toast.close"_s, this))
{
    setObjectName(u"toast"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(leadingMargins(14, 6, 6, 6));
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(6s);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionRequested();
    });
    onRetranslate(m_close, [this] { setIconButtonText(m_close, tr("Close")); });
    host->installEventFilter(this);
    hide();
}

void Toast::say(Tone tone, const QString& text)
{
    say(tone, text, QString());
}

void Toast::say(Tone tone, const QString& text, const QString& action)
{
    m_icon->setIcon(toneIcon(tone), tone);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    place();
    raise();
    m_timer.start();
}

QString Toast::text() const
{
    return m_text->text();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

void Toast::place()
{
    const QSize size(std::min(sizeHint().width() + 8, parentWidget()->width() - 32), sizeHint().height());
    resize(size);
    move((parentWidget()->width() - size.width()) / 2, parentWidget()->height() - size.height() - m_bottomMargin);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBox(&painter, rect(), color(Token::Raised), color(Token::BorderStrong));
}

} // namespace sallyport::ui
