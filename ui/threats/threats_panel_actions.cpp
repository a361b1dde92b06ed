#include "backend/protection/lists/address_rules.h"
#include "ui/console/permit.h"
#include "ui/parts/address_actions.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/threats/score_ruler.h"
#include "ui/threats/score_table.h"
#include "ui/threats/threat_pane.h"
#include "ui/threats/threats_model.h"
#include "ui/threats/threats_panel.h"
#include "ui/threats/threshold_strip.h"
#include "ui/threats/weights_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/user_text.h"

#include <QLocale>
#include <QMenu>

// The part of ThreatsPanel that changes something.

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::ThreatAddress;
using settings::ControlMode;

void ThreatsPanel::change(const protection::ThreatChange& change, const QString& done, std::function<void()> undo)
{
    m_saving = true;
    m_strip->setAgainst({}, true);
    console().run(
        this, [change](Services& services, const access::Actor& actor) { return services.threats.change(actor, change); },
        [this, change, done, undo = std::move(undo)](const Result<protection::ThreatRules>& rules) {
            m_saving = false;
            m_strip->setAgainst(lacks(console(), Permission::ProtectionUpdate), false);
            if (!rules && wantsStepUp(rules.error()))
                return askStepUp(console(), this, [this, change, done, undo] { this->change(change, done, undo); });
            m_undo = {};
            if (!rules) {
                if (rules.error().code != ErrorCode::Cancelled)
                    m_toast->say(Tone::Danger, errorLine(rules.error()));
                if (m_rules)
                    takeRules(*m_rules);
                return;
            }
            // What is saved is where the handle stands.
            if (change.threshold)
                m_table->ruler()->setInForce(static_cast<int>(rules->threshold));
            takeRules(*rules);
            m_undo = undo;
            m_toast->say(Tone::Success, done, undo ? tr("Undo") : QString());
            read();
        });
}

void ThreatsPanel::saveThreshold()
{
    if (!m_rules || !m_table->ruler()->isChanged())
        return;
    const auto wanted = static_cast<std::uint32_t>(m_table->ruler()->value()), before = m_rules->threshold;
    const auto words = [](std::uint32_t threshold) {
        return tr("Addresses are banned from %1 on").arg(QLocale().toString(threshold));
    };
    protection::ThreatChange forward, back;
    forward.threshold = wanted;
    back.threshold = before;
    change(forward, words(wanted), [this, back, before, words] {
        m_table->ruler()->setValue(static_cast<int>(before));
        change(back, words(before), {});
    });
}

void ThreatsPanel::changeMode(int index)
{
    if (m_showing || !m_rules)
        return;
    const auto wanted = static_cast<ControlMode>(index), before = m_rules->mode;
    if (wanted == before)
        return;
    const auto words = [](ControlMode mode) {
        switch (mode) {
        case ControlMode::Off: return tr("Scores are not kept any more");
        case ControlMode::Observe: return tr("Scores are kept, and ban nobody");
        case ControlMode::Enforce: break;
        }
        return tr("Scores that are too high ban");
    };
    protection::ThreatChange forward, back;
    forward.mode = wanted;
    back.mode = before;
    change(forward, words(wanted), [this, back, before, words] { change(back, words(before), {}); });
}

void ThreatsPanel::fillMenu(QMenu* menu, const ThreatAddress& address)
{
    const QString name = text(address.text);
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    const bool banned = address.bannedUntil || address.bannedForGood;
    if (banned)
        allow(put(tr("Unban"), [this, name] { unban(name); }), lacks(console(), Permission::BansDelete));
    else
        allow(put(tr("Ban 1 h"), [this, address] { ban(address); }), m_actions->againstBan(), !address.neverBanned);
    allow(put(tr("Ban…"), [this, name] { m_actions->add(name, protection::AddressAction::Block); }), m_actions->againstBan());
    allow(put(tr("Allow…"), [this, name] { m_actions->letIn(name); }), m_actions->againstAllow(), !address.neverBanned);
    menu->addSeparator();
    allow(put(tr("Forget the score"), [this, address] { forget(address); }), lacks(console(), Permission::ProtectionUpdate));
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Open events"), [this, name] { openEvents(name); });
}

void ThreatsPanel::ban(const ThreatAddress& address)
{
    m_undo = {};
    m_actions->banShortly(text(address.text), tr("By hand, at a score of %1").arg(QLocale().toString(address.score)));
}

/// The rules that keep the address out, however they came there.
void ThreatsPanel::unban(const QString& address)
{
    m_undo = {};
    console().run(
        this,
        [address = address.toStdString()](Services& services, const access::Actor& actor) {
            protection::AddressRuleQuery query;
            query.text = address;
            query.action = protection::AddressAction::Block;
            return services.addressRules.list(actor, query);
        },
        [this, address](const Result<protection::AddressRulePage>& page) {
            if (!page)
                return m_toast->say(Tone::Danger, errorLine(page.error()));
            std::vector<protection::AddressRule> rules;
            for (const protection::AddressRule& rule : page->rules)
                if (text(rule.address) == address)
                    rules.push_back(rule);
            if (!rules.empty())
                return m_actions->remove(rules);
            // A range that it is in: that is more than this address.
            Q_EMIT navigate(u"bans"_s, page->rules.empty() ? QString() : text(page->rules.front().id.text()));
        });
}

void ThreatsPanel::forget(const ThreatAddress& address)
{
    console().run(
        this,
        [which = address.address](Services& services, const access::Actor& actor) {
            return services.threats.forget(actor, which);
        },
        [this, name = text(address.text)](const Result<void>& done) {
            m_undo = {};
            if (done)
                m_toast->say(Tone::Success, tr("The score of %1 is forgotten").arg(name));
            else
                m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(done.error())));
            refresh();
        });
}

void ThreatsPanel::openWeights()
{
    if (!m_rules)
        return;
    auto* dialog = new WeightsDialog(console(), *m_rules, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WeightsDialog::saved, this, [this](const protection::ThreatRules& rules) {
        m_undo = {};
        takeRules(rules);
        m_toast->say(Tone::Success, tr("New weights hold from the next request on"));
        read();
    });
    dialog->open();
}

} // namespace sallyport::ui
