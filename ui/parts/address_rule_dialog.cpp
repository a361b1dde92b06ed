#include "ui/parts/address_rule_dialog.h"

#include "backend/protection/lists/address_rules.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/relative_time.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::AddressAction;
using protection::AddressRule;

namespace {

constexpr qint64 asItIs = -1;
constexpr int addressLength = 64; // the longest text of an address with its prefix, and what surrounds it when it is pasted

} // namespace

AddressRuleDialog::AddressRuleDialog(Console& console, const QString& address, AddressAction action, QWidget* parent)
    : RuleFrame(console, u"address_rule"_s, parent), m_action(new SegmentedControl(u"address_rule.action"_s, this)),
      m_address(new QLineEdit(address, this)), m_reason(new QLineEdit(this)), m_time(new QComboBox(this))
{
    build();
    m_action->setCurrent(action == AddressAction::Allow ? 1 : 0);
    onRetranslate(this, [this] { setTexts(); });
    m_time->setCurrentIndex(m_time->findData(action == AddressAction::Allow ? qint64{0} : addressRuleTimes().front()));
    updateState();
    (address.isEmpty() ? m_address : m_reason)->setFocus();
}

AddressRuleDialog::AddressRuleDialog(Console& console, const AddressRule& rule, QWidget* parent)
    : AddressRuleDialog(console, text(rule.address), rule.action, parent)
{
    m_rule = rule;
    m_reason->setText(text(rule.reason));
    setTexts();
    m_time->setCurrentIndex(m_time->findData(asItIs));
    updateState();
    m_reason->setFocus();
    m_reason->selectAll();
}

void AddressRuleDialog::build()
{
    m_action->addSegment(u"block"_s);
    m_action->addSegment(u"allow"_s);
    m_address->setObjectName(u"address_rule.address"_s);
    m_address->setMaxLength(addressLength);
    m_reason->setObjectName(u"address_rule.reason"_s);
    m_reason->setMaxLength(static_cast<int>(protection::addressReasonLimit));
    m_time->setObjectName(u"address_rule.time"_s);
    m_addressField = new Field(m_address, this);
    m_reasonField = new Field(m_reason, this);
    m_timeField = new Field(m_time, this);
    body()->addWidget(m_action, 0, Qt::AlignLeading);
    body()->addWidget(m_addressField);
    body()->addWidget(m_reasonField);
    body()->addWidget(m_timeField);
    connect(m_action, &SegmentedControl::currentChanged, this, [this] {
        failure()->hide();
        setTexts();
        updateState();
    });
    for (Field* field : {m_addressField, m_reasonField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textEdited, this, [this, field] {
            field->setError({});
            updateState();
        });
}

AddressAction AddressRuleDialog::action() const
{
    return m_action->current() == 1 ? AddressAction::Allow : AddressAction::Block;
}

void AddressRuleDialog::setTexts()
{
    const bool allowing = action() == AddressAction::Allow;
    setTitle(m_rule     ? tr("Change the rule for %1").arg(text(m_rule->address))
             : allowing ? tr("Allow an address")
                        : tr("Ban an address"));
    m_action->setAccessibleName(tr("What the rule does"));
    m_action->setSegmentText(0, tr("Block"));
    m_action->setSegmentText(1, tr("Allow", "an address rule"));
    if (m_rule) {
        const QString stays = tr("A rule keeps its address and what it does: remove it and add another");
        readOnlyOr(m_address, stays);
        enableOr(m_action, stays);
    }
    m_addressField->setLabel(tr("Address or range"));
    m_address->setPlaceholderText(u"203.0.113.7, 203.0.113.0/24, 2001:db8::/32"_s);
    m_addressField->setHint(allowing
                                ? tr("It is let in whatever else says: limits by address, scores and blocks don’t hold for it.")
                                : tr("Its requests are refused from the next one on, also on connections that are open."));
    m_reasonField->setLabel(tr("Reason"));
    m_reason->setPlaceholderText(tr("Optional"));
    m_timeField->setLabel(tr("How long"));
    setSaveText(m_rule ? tr("Save") : allowing ? tr("Allow address") : tr("Ban address"));
    fillTimes();
}

void AddressRuleDialog::fillTimes()
{
    const QVariant chosen = m_time->currentData();
    m_time->clear();
    if (m_rule)
        m_time->addItem(m_rule->expiresAt ? tr("As it is: until %1").arg(exactTime(localTime(*m_rule->expiresAt)))
                                          : tr("As it is: until it is removed"),
                        asItIs);
    for (const qint64 seconds : addressRuleTimes())
        m_time->addItem(addressRuleTimeText(seconds), seconds);
    if (const int at = m_time->findData(chosen); at >= 0)
        m_time->setCurrentIndex(at);
}

void AddressRuleDialog::updateState()
{
    QString reason = lacks(console(), Permission::BansCreate);
    if (reason.isEmpty() && action() == AddressAction::Allow)
        reason = lacks(console(), Permission::BansDelete);
    allow(saveButton(), reason, !isButtonBusy(saveButton()) && !m_address->text().trimmed().isEmpty(), {},
          isButtonBusy(saveButton()) ? waitReason() : incompleteReason());
}

void AddressRuleDialog::submit()
{
    const qint64 seconds = m_time->currentData().toLongLong();
    const std::string reason = m_reason->text().trimmed().toStdString();
    protection::NewAddressRule rule;
    rule.address = m_address->text().trimmed().toStdString();
    rule.action = std::string(protection::actionWord(action()));
    rule.reason = reason;
    if (seconds > 0)
        rule.expiresIn = std::chrono::seconds(seconds);
    protection::AddressRulePatch patch;
    patch.reason = reason;
    if (seconds != asItIs)
        patch.expiresIn = rule.expiresIn;
    save(
        [rule, patch, old = m_rule](Services& services, const access::Actor& actor) {
            return old ? services.addressRules.change(actor, old->id, patch) : services.addressRules.add(actor, rule);
        },
        [this](const AddressRule& made) { Q_EMIT saved(made); });
}

void AddressRuleDialog::showFailure(const Error& error)
{
    const QString known = addressRuleErrorText(error);
    if (known.isEmpty())
        return failure()->showError(error);
    const bool ofReason = !error.fields.empty() && error.fields.front().field == "reason";
    (ofReason ? m_reasonField : m_addressField)->setError(known);
}

} // namespace sallyport::ui
