#include "ui/settings/restart_note.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <QPushButton>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

RestartNote::RestartNote(Console& console, Toast* toast, QWidget* parent)
    : QObject(parent), m_console(console), m_toast(toast), m_banner(new Banner(u"settings.restart"_s, parent)),
      m_button(makeButton(ButtonKind::Secondary, u"settings.restart.now"_s, m_banner, Icon::Refresh)),
      m_startedAt(console.serverStatus().startedAt)
{
    m_banner->setTone(Tone::Warning, Icon::Warning);
    m_banner->addAction(m_button);
    m_banner->hide();
    connect(m_button, &QPushButton::clicked, this, &RestartNote::restart);
}

QWidget* RestartNote::widget() const
{
    return m_banner;
}

bool RestartNote::isShown() const
{
    return !m_banner->isHidden();
}

void RestartNote::noteSaved(bool needsRestart)
{
    const auto state = m_console.serverStatus().state;
    m_needed = m_needed || (needsRestart && state == ServerStatus::State::Running);
    // It failed with the old ones: with these it may start.
    m_startOffered = m_startOffered || (needsRestart && state == ServerStatus::State::Failed);
    m_startedAt = m_console.serverStatus().startedAt;
    update();
}

void RestartNote::update()
{
    allow(m_button, lacks(m_console, access::Permission::ServerControl));
    const ServerStatus& status = m_console.serverStatus();
    if (status.state == ServerStatus::State::Stopped || status.startedAt > m_startedAt)
        m_needed = false;
    if (status.state != ServerStatus::State::Failed)
        m_startOffered = false;
    m_banner->setTitle(m_startOffered ? tr("The server could not start with the old settings")
                                      : tr("The server still runs with the old settings"));
    m_banner->setText(m_startOffered ? tr("Start it with the new ones.")
                                     : tr("Restart it to use the new ones. Open requests are answered first."));
    m_button->setText(m_startOffered ? tr("Start server") : tr("Restart server"));
    m_banner->setVisible(m_needed || m_startOffered);
}

void RestartNote::restart()
{
    if (isButtonBusy(m_button))
        return;
    setButtonBusy(m_button, true);
    m_console.run(
        this,
        [running = m_needed](Services& services, const access::Actor& actor) -> Result<void> {
            if (running) {
                SALLYPORT_TRY(services.server.stop(actor));
            }
            return services.server.start(actor);
        },
        [this](const Result<void>& result) {
            setButtonBusy(m_button, false);
            if (result) {
                m_needed = m_startOffered = false;
                m_toast->say(Tone::Success, tr("The server runs with the new settings."));
            } else {
                m_toast->say(Tone::Danger, tr("The server did not start. %1").arg(errorLine(result.error())));
            }
            m_console.refreshServerStatus();
            update();
        });
}

} // namespace sallyport::ui
