// Numbers of single callers in place of a rule's.
#include "ui/limits/limit_pane.h"
#include "ui/limits/limits_panel.h"
#include "ui/limits/override_dialog.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/rate_rule_text.h"

namespace sallyport::ui {

using protection::RateOverride;

void LimitsPanel::addOverride()
{
    auto* dialog = new OverrideDialog(console(), m_pane->rule().setting, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OverrideDialog::saved, this, [this](const RateOverride& made) {
        m_undo = {};
        m_toast->say(Tone::Success,
                     tr("%1: %2, from the next request on")
                         .arg(rateCallerText(made.caller), rateLimitText(made.numbers.requests, made.numbers.window)));
        m_pane->readOverrides();
    });
    dialog->open();
}

void LimitsPanel::removeOverride(const RateOverride& one)
{
    console().run(
        this,
        [id = one.id](Services& services, const access::Actor& actor) { return services.rateLimits.removeOverride(actor, id); },
        [this, one](const Result<void>& removed) {
            m_undo = {};
            if (!removed && wantsStepUp(removed.error()))
                return askStepUp(console(), this, [this, one] { removeOverride(one); });
            const QString name = rateCallerText(one.caller);
            if (removed) {
                m_undo = [this, one] { putOverrideBack(one); };
                m_toast->say(Tone::Success, tr("The rule holds for %1 again").arg(name), tr("Undo"));
            } else {
                m_toast->say(Tone::Danger, QStringLiteral("%1: %2").arg(name, errorLine(removed.error())));
            }
            m_pane->readOverrides();
        });
}

void LimitsPanel::putOverrideBack(const RateOverride& one)
{
    protection::NewRateOverride wanted{one.caller.id, one.numbers, {}};
    const Clock* const clock = console().clock();
    if (one.expiresAt && clock != nullptr)
        wanted.expiresIn = std::chrono::ceil<std::chrono::seconds>(*one.expiresAt - clock->now());
    console().run(
        this,
        [rule = one.rule, wanted](Services& services, const access::Actor& actor) {
            return services.rateLimits.setOverride(actor, rule, wanted);
        },
        [this, name = rateCallerText(one.caller)](const Result<RateOverride>& made) {
            if (made)
                m_toast->say(Tone::Success, tr("%1 has numbers of their own again").arg(name));
            else
                m_toast->say(Tone::Danger, QStringLiteral("%1: %2").arg(name, errorLine(made.error())));
            m_pane->readOverrides();
        });
}

} // namespace sallyport::ui
