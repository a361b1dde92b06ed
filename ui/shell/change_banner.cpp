#include "ui/shell/change_banner.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int saidAgain = 15; // seconds before the end
}

ChangeBanner::ChangeBanner(QWidget* parent) : QWidget(parent), m_banner(new Banner(u"window.change_waits"_s, this))
{
    m_banner->setTone(Tone::Warning, Icon::Hourglass);
    m_banner->setPinned(true);
    m_banner->setActionsBeside(); // it pushes the page down, so it is no higher than it must be
    m_keep = makeButton(ButtonKind::Primary, u"window.change_waits.keep"_s, m_banner, Icon::None, ButtonSize::Tool);
    m_takeBack = makeButton(ButtonKind::Secondary, u"window.change_waits.take_back"_s, m_banner, Icon::None, ButtonSize::Tool);
    m_banner->addAction(m_keep);
    m_banner->addAction(m_takeBack);
    connect(m_keep, &QPushButton::clicked, this, &ChangeBanner::keepRequested);
    connect(m_takeBack, &QPushButton::clicked, this, &ChangeBanner::takeBackRequested);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    setLeadingMargins(this, {24, 12, 16, 0});
    hide();
    onRetranslate(this, [this] { setTexts(); });
}

void ChangeBanner::setChange(const QString& what, int secondsLeft)
{
    const bool appears = m_what != what && !what.isEmpty();
    const bool ends = m_left > saidAgain && secondsLeft <= saidAgain;
    m_what = what;
    m_left = secondsLeft;
    setTexts();
    setVisible(!what.isEmpty());
    if (!what.isEmpty() && (appears || ends))
        speak();
}

void ChangeBanner::setTexts()
{
    m_banner->setTitle(tr("Keep this change?"));
    //: %1: a sentence that says what has changed
    m_banner->setText(tr("%1 It is taken back in %2 s unless you keep it.").arg(m_what, QString::number(m_left)));
    m_keep->setText(tr("Keep"));
    m_takeBack->setText(tr("Take back now"));
}

void ChangeBanner::speak()
{
    m_banner->setAccessibleName(m_banner->title() + u' ' + m_banner->text());
    QAccessibleEvent event(m_banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace sallyport::ui
