#include "ui/access/access_pane.h"

#include "backend/access/role_graph.h"
#include "ui/access/access_words.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/relative_time.h"

#include <boost/json.hpp>

#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::HeldAccess;
using Line = LinesList::Line;

namespace {

QString permissionWord(const std::string& word)
{
    const auto known = access::findPermission(word);
    return known ? permissionTitle(*known) : text(word);
}

} // namespace

AccessPane::AccessPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"access.details"_s, parent), m_page(m_pane->addPage(u"access.details.overview"_s)),
      m_mayPage(m_pane->addPage(u"access.details.may"_s))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void AccessPane::build()
{
    auto* facts = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_has = m_facts->addRow(u"has"_s);
    m_how = m_facts->addRow(u"how"_s);
    m_since = m_facts->addRow(u"since"_s);
    m_by = m_facts->addRow(u"by"_s);
    m_ends = m_facts->addRow(u"ends"_s);
    m_used = m_facts->addRow(u"used"_s);
    m_decided = m_facts->addRow(u"decided"_s);
    facts->body()->addWidget(m_facts);
    m_givesSection = m_pane->addSection(m_page);
    m_gives = new LinesList(u"access.details.gives"_s, m_givesSection);
    m_givesSection->setContent(m_gives);
    m_maySection = m_pane->addSection(m_mayPage);
    m_may = new LinesList(u"access.details.may_do"_s, m_maySection);
    m_maySection->setContent(m_may);
    m_holder = makeButton(ButtonKind::Secondary, u"access.details.holder"_s, this);
    m_item = makeButton(ButtonKind::Secondary, u"access.details.item"_s, this);
    m_revoke = makeButton(ButtonKind::Danger, u"access.details.revoke"_s, this, Icon::Ban);
    m_pane->addFooterAction(m_holder);
    m_pane->addFooterAction(m_item);
    m_pane->addFooterDanger(m_revoke);
    connect(m_holder, &QPushButton::clicked, this, &AccessPane::holderRequested);
    connect(m_item, &QPushButton::clicked, this, &AccessPane::itemRequested);
    connect(m_revoke, &QPushButton::clicked, this, &AccessPane::revokeRequested);
}

void AccessPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_pane->setPageTitle(m_mayPage, tr("May do"));
    m_facts->setRowName(u"has"_s, tr("Has", "what somebody has: a role or a key"));
    m_facts->setRowName(u"how"_s, tr("How", "how somebody has it"));
    m_facts->setRowName(u"since"_s, tr("Since"));
    m_facts->setRowName(u"by"_s, tr("Given by"));
    m_facts->setRowName(u"ends"_s, tr("Ends"));
    m_facts->setRowName(u"used"_s, tr("Last used"));
    m_facts->setRowName(u"decided"_s, tr("Last decision"));
    m_givesSection->setTitle(tr("What it gives"));
    m_maySection->setTitle(tr("After all roles and policies"));
    m_revoke->setText(tr("Revoke"));
    if (m_held) {
        showFacts();
        showBackground();
    }
}

void AccessPane::setHeld(const HeldAccess& held, const QString& against)
{
    const bool same = m_held && m_held->id() == held.id();
    m_held = held;
    m_against = against;
    showFacts();
    if (!same) {
        m_background.reset();
        m_gives->setLines({});
        m_may->setLines({});
        m_givesSection->setCount({});
    }
    refresh();
}

void AccessPane::showFacts()
{
    const HeldAccess& held = *m_held;
    const bool key = held.kind == HeldAccess::Kind::Key;
    m_pane->avatar()->setName(text(held.name));
    m_pane->setTitle(text(held.name));
    m_pane->setSubtitle(heldBeside(held));
    const Mark state = holderState(held);
    m_pane->pill()->setContent(state.iconTone, state.icon, state.text);
    m_pane->pill()->show();
    m_has->setText(key ? u"%1 %2"_s.arg(heldTitle(held), text(held.prefix)) : heldTitle(held));
    m_how->setText(heldWay(held));
    m_since->setText(held.since ? exactTime(localTime(*held.since)) : tr("From before this was kept"));
    m_by->setText(held.by.empty() ? u"–"_s : text(held.by));
    m_ends->setText(held.until ? exactTime(localTime(*held.until)) : tr("No end"));
    m_used->setText(!held.activeKnown ? tr("You may not see this") : heldUse(held, now()).text);
    m_used->setToolTip(
        key ? tr("Of a key this is measured: the last request that it opened.")
            : tr("When its holder last signed in, used a session (to an hour) or a key: the latest that the role can "
                 "have been used."));
    m_decided->setText(held.decidedAt ? whenText(*held.decidedAt, now()) : tr("None recorded"));
    m_decided->setToolTip(
        tr("The newest recorded decision that allowed its holder something that the role gives. Records, comments "
           "and files are decided; of what is allowed, as much is recorded as the settings say."));
    m_facts->setRowVisible(u"decided"_s, !key && m_console.may(access::Permission::DecisionsRead));
    m_holder->setText(held.service ? tr("Show account") : tr("Show user"));
    m_holder->setVisible(mayOpenPanel(m_console, held.service ? u"service_accounts"_s : u"users"_s));
    m_item->setText(key ? tr("Show key") : tr("Show role"));
    m_item->setVisible(mayOpenPanel(m_console, key ? u"keys"_s : u"roles"_s));
    allow(m_revoke, m_against);
}

void AccessPane::showBackground()
{
    if (!m_background)
        return;
    QList<Line> gives;
    for (const Given& given : m_background->gives) {
        Line line;
        line.icon = Icon::Check;
        line.tone = Tone::Success;
        line.text = permissionWord(given.action);
        if (given.way.size() > 1)
            line.note = tr("Through %1").arg(rolesText({given.way.begin() + 1, given.way.end()}));
        gives << line;
    }
    m_givesSection->setCount(QLocale().toString(gives.size()));
    if (gives.isEmpty())
        m_gives->setNotice(tr("It gives nothing."));
    else
        m_gives->setLines(gives);
    if (!m_background->mayAsked)
        return m_may->setNotice(tr("Who may read policies sees here what the holder may do."));
    if (m_background->mayError)
        return m_may->setNotice(errorLine(*m_background->mayError));
    QList<Line> may;
    for (const authorization::MayDo& one : m_background->may) {
        if (one.answer == "no")
            continue;
        const bool some = one.answer == "some";
        Line line;
        line.icon = some ? Icon::Filter : Icon::Check;
        line.tone = some ? Tone::Info : Tone::Success;
        line.text = permissionWord(one.action);
        if (some)
            line.note = tr("Where policies let them");
        else if (!one.policy.empty())
            line.note = tr("By the policy “%1”").arg(text(one.policy));
        may << line;
    }
    if (may.isEmpty())
        m_may->setNotice(tr("They may do nothing."));
    else
        m_may->setLines(may);
}

void AccessPane::refresh()
{
    if (!m_held)
        return;
    const bool mayAsk = m_console.may(access::Permission::PoliciesRead);
    readBehind(
        m_gives,
        [held = *m_held, mayAsk](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            if (held.kind == HeldAccess::Kind::Role) {
                const auto roles = services.roles.table();
                for (const auto& [permission, ways] : access::waysOf(*roles, held.item))
                    found.gives.push_back({std::string(access::info(permission).word), ways.front()});
            } else {
                for (const std::string& scope : held.scopes)
                    found.gives.push_back({scope, {}});
            }
            if (mayAsk) {
                found.mayAsked = true;
                auto may = services.accessChecks.what(actor, {{"subject", held.holder.text()}});
                if (may)
                    found.may = std::move(*may);
                else
                    found.mayError = may.error();
            }
            return found;
        },
        [this, id = m_held->id()] { return m_held && m_held->id() == id; },
        [this](const Background& found) {
            m_background = found;
            showBackground();
        });
}

} // namespace sallyport::ui
