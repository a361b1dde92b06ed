#include "ui/events/waiting_bar.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QLocale>

namespace sallyport::ui {

WaitingBar::WaitingBar(QWidget* parent)
    : Surface(Token::InfoTint, parent), m_count(makeLabel(TextStyle::BodyStrong, Tone::Info, this)),
      m_why(new ElideLabel(TextStyle::Body, Tone::Muted, this)),
      m_jump(makeButton(ButtonKind::Link, QStringLiteral("events.jump"), this))
{
    setObjectName(QStringLiteral("events.waiting"));
    m_count->setObjectName(QStringLiteral("events.waiting.count"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(leadingMargins(23, 0, 16, 0));
    row->setSpacing(8);
    row->addWidget(new IconLabel(Icon::ArrowUp, Tone::Info, 16, this));
    row->addWidget(m_count);
    row->addWidget(m_why, 1);
    row->addWidget(m_jump);
    row->addWidget(new Keycap(QKeySequence(Qt::Key_Home), this));
    onRetranslate(this, [this] { setTexts(); });
}

QSize WaitingBar::sizeHint() const
{
    return {scaled(320, this), scaled(32, this)};
}

void WaitingBar::setWaiting(std::int64_t count, bool paused)
{
    m_waiting = count;
    m_paused = paused;
    setTexts();
}

void WaitingBar::setTexts()
{
    const auto shown = static_cast<int>(std::min<std::int64_t>(m_waiting, 1'000'000'000));
    QString text = tr("%Ln newer event(s)", nullptr, shown);
    m_count->setText(text.replace(QString::number(shown), QLocale().toString(shown)));
    m_why->setText(m_paused ? tr("The list is paused") : tr("The list waits while you read"));
    m_jump->setText(tr("Jump to newest"));
}

} // namespace sallyport::ui
