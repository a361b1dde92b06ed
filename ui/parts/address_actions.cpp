#include "ui/parts/address_actions.h"

#include "backend/protection/lists/address_rules.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/parts/address_rule_dialog.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/relative_time.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::AddressAction;
using protection::AddressRule;
using protection::NewAddressRule;

namespace {

/// The same rule once more. What a score has made comes back as one by hand: nothing else can make one by score.
NewAddressRule againOf(const AddressRule& rule, UtcTime now)
{
    NewAddressRule again;
    again.address = rule.address;
    again.action = std::string(protection::actionWord(rule.action));
    again.reason = rule.reason;
    if (rule.expiresAt)
        again.expiresIn =
            std::max(std::chrono::seconds(1), std::chrono::duration_cast<std::chrono::seconds>(*rule.expiresAt - now));
    return again;
}

} // namespace

AddressActions::AddressActions(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast)
{
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
}

QString AddressActions::againstBan() const
{
    return lacks(m_console, Permission::BansCreate);
}

QString AddressActions::againstAllow() const
{
    const QString reason = lacks(m_console, Permission::BansCreate);
    return reason.isEmpty() ? lacks(m_console, Permission::BansDelete) : reason;
}

QString AddressActions::againstRemove(const AddressRule& rule) const
{
    const QString reason = lacks(m_console, Permission::BansDelete);
    const bool allowed = rule.action == AddressAction::Allow;
    return reason.isEmpty() && allowed ? lacks(m_console, Permission::BansCreate) : reason;
}

void AddressActions::banShortly(const QString& address, const QString& reason)
{
    if (!againstBan().isEmpty())
        return;
    NewAddressRule rule;
    rule.address = address.toStdString();
    rule.reason = reason.toStdString();
    rule.expiresIn = shortBan;
    put(rule, tr("%1 is banned for %2").arg(address, lengthText(shortBan.count())));
}

void AddressActions::letIn(const QString& address)
{
    if (!againstAllow().isEmpty())
        return;
    askConfirmation(
        m_panel, u"allow_address"_s,
        {tr("Always allow %1?").arg(address),
         tr("Limits by address, scores and blocks don’t hold for it from its next request on, and a ban of it is lifted. "
            "The rule stands in Bans until it is removed."),
         tr("Allow", "an address rule"), false},
        [this, address] {
            NewAddressRule rule;
            rule.address = address.toStdString();
            rule.action = "allow";
            put(rule, tr("%1 is always allowed").arg(address));
        });
}

void AddressActions::add(const QString& address, AddressAction action)
{
    auto* dialog = new AddressRuleDialog(m_console, address, action, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddressRuleDialog::saved, this, [this](const AddressRule& rule) {
        m_undo = {};
        m_toast->say(Tone::Success, rule.action == AddressAction::Allow ? tr("%1 is always allowed").arg(text(rule.address))
                                                                        : tr("%1 is banned").arg(text(rule.address)));
        Q_EMIT added(rule);
        Q_EMIT changed();
    });
    dialog->open();
}

void AddressActions::edit(const AddressRule& rule)
{
    auto* dialog = new AddressRuleDialog(m_console, rule, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddressRuleDialog::saved, this, &AddressActions::changed);
    dialog->open();
}

void AddressActions::remove(const std::vector<AddressRule>& rules)
{
    if (rules.empty() || std::ranges::any_of(rules, [this](const AddressRule& rule) { return !againstRemove(rule).isEmpty(); }))
        return;
    if (rules.size() == 1) {
        const AddressRule& rule = rules.front();
        const QString address = text(rule.address);
        return take(rule,
                    rule.action == AddressAction::Allow ? tr("%1 is on the allow list no more").arg(address)
                                                        : tr("%1 may come again").arg(address),
                    true);
    }
    std::vector<protection::AddressRuleId> ids;
    for (const AddressRule& rule : rules)
        ids.push_back(rule.id);
    const int count = static_cast<int>(ids.size());
    askConfirmation(m_panel, u"remove_rules"_s,
                    {tr("Remove %Ln rules?", nullptr, count),
                     tr("What they keep out may come again, and what they let in is treated as everybody else, from the next "
                        "request on. It cannot be undone."),
                     tr("Remove"), true},
                    [this, ids] { takeAll(ids); });
}

void AddressActions::put(const NewAddressRule& rule, const QString& done)
{
    m_console.run(
        this, [rule](Services& services, const access::Actor& actor) { return services.addressRules.add(actor, rule); },
        [this, rule, done](const Result<AddressRule>& put) {
            if (!put && wantsStepUp(put.error()))
                return askStepUp(m_console, m_panel, [this, rule, done] { this->put(rule, done); });
            m_undo = {};
            if (!put)
                return sayFailure(put.error(), text(rule.address));
            if (againstRemove(*put).isEmpty()) {
                m_undo = [this, rule = *put] { take(rule, tr("%1 is as it was").arg(text(rule.address)), false); };
                m_toast->say(Tone::Success, done, tr("Undo"));
            } else {
                m_toast->say(Tone::Success, done);
            }
            Q_EMIT added(*put);
            Q_EMIT changed();
        });
}

void AddressActions::take(const AddressRule& rule, const QString& done, bool undoable)
{
    m_console.run(
        this, [id = rule.id](Services& services, const access::Actor& actor) { return services.addressRules.remove(actor, id); },
        [this, rule, done, undoable](const Result<void>& taken) {
            if (!taken && wantsStepUp(taken.error()))
                return askStepUp(m_console, m_panel, [this, rule, done, undoable] { take(rule, done, undoable); });
            m_undo = {};
            if (!taken) {
                sayFailure(taken.error(), text(rule.address));
            } else if (undoable && lacks(m_console, Permission::BansCreate).isEmpty()) {
                m_undo = [this, rule] {
                    const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
                    put(againOf(rule, now), tr("%1 is as it was").arg(text(rule.address)));
                };
                m_toast->say(Tone::Success, done, tr("Undo"));
            } else {
                m_toast->say(Tone::Success, done);
            }
            Q_EMIT changed();
        });
}

void AddressActions::takeAll(const std::vector<protection::AddressRuleId>& ids)
{
    m_console.run(
        this, [ids](Services& services, const access::Actor& actor) { return services.addressRules.removeMany(actor, ids); },
        [this, ids](const Result<std::int64_t>& taken) {
            if (!taken && wantsStepUp(taken.error()))
                return askStepUp(m_console, m_panel, [this, ids] { takeAll(ids); });
            m_undo = {};
            if (!taken)
                sayFailure(taken.error(), {});
            else
                m_toast->say(Tone::Success, tr("%Ln rules removed", nullptr, static_cast<int>(*taken)));
            Q_EMIT changed();
        });
}

void AddressActions::sayFailure(const Error& error, const QString& address)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const QString known = addressRuleErrorText(error);
    const QString line = known.isEmpty() ? errorLine(error) : known;
    m_toast->say(Tone::Danger, address.isEmpty() ? line : u"%1: %2"_s.arg(address, line));
}

} // namespace sallyport::ui
