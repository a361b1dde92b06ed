#include "ui/bans/ban_pane.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/address_actions.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/threat_text.h"

#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::AddressAction;
using protection::AddressRule;
using protection::EarlierBan;
using Line = LinesList::Line;

BanPane::BanPane(Console& console, AddressActions& actions, QWidget* parent)
    : SubjectPane(console, u"bans.details"_s, parent), m_actions(actions), m_page(m_pane->addPage(u"bans.details.overview"_s))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void BanPane::build()
{
    m_pane->setAvatarVisible(false);
    auto* facts = m_pane->addSection(m_page);
    facts->setLineAbove(true);
    m_facts = new KeyValueGrid(this);
    m_reason = m_facts->addRow(u"reason"_s);
    m_by = m_facts->addRow(u"by"_s);
    m_since = m_facts->addRow(u"since"_s);
    m_ends = m_facts->addRow(u"ends"_s);
    m_hits = m_facts->addRow(u"hits"_s);
    m_seen = m_facts->addRow(u"seen"_s);
    m_place = m_facts->addRow(u"place"_s);
    facts->body()->addWidget(m_facts);
    m_whySection = m_pane->addSection(m_page);
    m_why = new LinesList(u"bans.details.why"_s, m_whySection);
    m_whySection->setContent(m_why);
    m_earlierSection = m_pane->addSection(m_page);
    m_earlierList = new LinesList(u"bans.details.earlier"_s, m_earlierSection);
    m_earlierSection->setContent(m_earlierList);
    m_edit = makeButton(ButtonKind::Secondary, u"bans.details.edit"_s, this, Icon::Edit);
    m_events = makeButton(ButtonKind::Secondary, u"bans.details.events"_s, this);
    m_remove = makeButton(ButtonKind::Danger, u"bans.details.remove"_s, this);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_events);
    m_pane->addFooterDanger(m_remove);
    connect(m_edit, &QPushButton::clicked, this, &BanPane::editRequested);
    connect(m_events, &QPushButton::clicked, this, &BanPane::eventsRequested);
    connect(m_remove, &QPushButton::clicked, this, &BanPane::removeRequested);
}

void BanPane::setTexts()
{
    m_facts->setRowName(u"reason"_s, tr("Reason"));
    m_facts->setRowName(u"by"_s, tr("By", "who made a rule"));
    m_facts->setRowName(u"since"_s, tr("Since"));
    m_facts->setRowName(u"ends"_s, tr("Ends"));
    m_facts->setRowName(u"seen"_s, tr("Last seen"));
    m_facts->setRowName(u"place"_s, tr("Network"));
    m_whySection->setTitle(tr("What led to it"));
    m_earlierSection->setTitle(tr("Bans by score"));
    m_edit->setText(tr("Edit"));
    m_events->setText(tr("Open events"));
    if (m_rule) {
        showFacts();
        showBackground();
    }
}

void BanPane::setRule(const AddressRule& rule)
{
    const bool same = m_rule && m_rule->id == rule.id;
    m_rule = rule;
    if (!same)
        m_earlier.clear();
    showFacts();
    showBackground();
    refresh();
}

void BanPane::showFacts()
{
    const AddressRule& rule = *m_rule;
    const bool allowing = rule.action == AddressAction::Allow;
    const Mark kind = addressRuleKind(rule);
    m_pane->setTitle(text(rule.address));
    m_pane->setSubtitle(rule.step > 0 ? tr("Ban %1 of this address, for %2").arg(rule.step).arg(addressRuleLength(rule))
                                      : QString());
    m_pane->pill()->setContent(allowing ? Tone::Success : Tone::Muted, kind.icon, kind.text);
    m_pane->pill()->show();
    m_reason->setText(rule.reason.empty() ? u"–"_s : text(rule.reason));
    m_by->setText(addressRuleBy(rule));
    m_since->setText(exactTime(localTime(rule.createdAt)));
    m_ends->setText(rule.expiresAt ? u"%1, %2"_s.arg(addressRuleEnd(rule, now()), exactTime(localTime(*rule.expiresAt)))
                                   : tr("When it is removed"));
    m_facts->setRowName(u"hits"_s, allowing ? tr("Let in") : tr("Refused", "requests"));
    m_hits->setText(tr("%Ln requests", nullptr, static_cast<int>(std::min<std::uint64_t>(rule.hits, 2'000'000'000))));
    m_seen->setText(rule.lastHit ? whenText(*rule.lastHit, now()) : tr("Never"));
    m_place->setText(text(rule.place));
    m_facts->setRowVisible(u"place"_s, !rule.place.empty());
    m_remove->setText(allowing ? tr("Remove") : tr("Unban"));
    m_events->setVisible(mayOpenPanel(m_console, u"events"_s));
    const QString against = allowing ? m_actions.againstAllow() : m_actions.againstBan();
    allow(m_edit, against);
    allow(m_remove, m_actions.againstRemove(rule));
}

void BanPane::showBackground()
{
    QList<Line> why;
    for (const protection::BanSignal& signal : m_rule->signals) {
        Line line;
        line.text = banSignalText(signal);
        line.trailing = u"+%1"_s.arg(QLocale().toString(static_cast<int>(std::lround(signal.points))));
        why << line;
    }
    m_whySection->setVisible(!why.isEmpty());
    m_why->setLines(why);
    QList<Line> earlier;
    for (const EarlierBan& ban : m_earlier) {
        Line line;
        line.text = text(ban.reason);
        const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(ban.until - ban.bannedAt).count();
        line.note = ban.liftedBy.empty() ? tr("Step %1, for %2").arg(ban.step).arg(lengthText(seconds))
                                         : tr("Step %1, lifted by %2").arg(ban.step).arg(text(ban.liftedBy));
        line.trailing = shortWhenText(ban.bannedAt, now());
        line.toolTip = exactTime(localTime(ban.bannedAt));
        earlier << line;
    }
    m_earlierSection->setVisible(!earlier.isEmpty());
    m_earlierSection->setCount(QLocale().toString(earlier.size()));
    m_earlierList->setLines(earlier);
}

void BanPane::refresh()
{
    if (!m_rule)
        return;
    readBehind(
        m_earlierList,
        [id = m_rule->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.rule, services.addressRules.read(actor, id));
            const auto address = IpAddress::parse(found.rule.address);
            if (address && found.rule.action == AddressAction::Block) {
                SALLYPORT_ASSIGN(found.earlier, services.addressRules.earlierBans(actor, *address));
            }
            return found;
        },
        [this, id = m_rule->id] { return m_rule && m_rule->id == id; },
        [this](const Background& found) {
            m_rule = found.rule;
            m_earlier = found.earlier;
            showFacts();
            showBackground();
        });
}

} // namespace sallyport::ui
