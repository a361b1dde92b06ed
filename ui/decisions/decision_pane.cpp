#include "ui/decisions/decision_pane.h"

#include "ui/console/permit.h"
#include "ui/decisions/decision_trace.h"
#include "ui/decisions/decision_words.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/policy_place.h"
#include "ui/words/relative_time.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::RecordedDecision;

DecisionPane::DecisionPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"decisions.details"_s, parent), m_page(m_pane->addPage(u"decisions.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void DecisionPane::build()
{
    auto* facts = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_reason = m_facts->addRow(u"reason"_s);
    m_who = m_facts->addRow(u"who"_s);
    m_what = m_facts->addRow(u"what"_s);
    m_on = m_facts->addRow(u"on"_s);
    m_when = m_facts->addRow(u"when"_s);
    m_source = m_facts->addRow(u"source"_s);
    m_request = m_facts->addRow(u"request"_s, true);
    m_id = m_facts->addRow(u"id"_s, true);
    m_copy = m_facts->addLink(u"id"_s, u"decisions.details.copy"_s);
    facts->body()->addWidget(m_facts);
    m_whySection = m_pane->addSection(m_page);
    m_why = new LinesList(u"decisions.details.why"_s, m_whySection);
    m_whySection->setContent(m_why);
    m_nearestSection = m_pane->addSection(m_page);
    m_nearest = new LinesList(u"decisions.details.nearest"_s, m_nearestSection);
    m_nearestSection->setContent(m_nearest);
    m_event = makeButton(ButtonKind::Secondary, u"decisions.details.event"_s, this);
    m_user = makeButton(ButtonKind::Secondary, u"decisions.details.user"_s, this);
    m_simulate = makeButton(ButtonKind::Secondary, u"decisions.details.simulate"_s, this, Icon::Flask);
    m_pane->addFooterAction(m_simulate);
    m_pane->addFooterAction(m_event);
    m_pane->addFooterAction(m_user);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text(m_decision->id)); });
    connect(m_simulate, &QPushButton::clicked, this, &DecisionPane::simulationRequested);
    connect(m_why, &LinesList::linkActivated, this, [this](int line) {
        Q_EMIT policyRequested(PolicyLink{m_policies.value(line), text(m_decision->id), {}}.argument());
    });
    connect(m_event, &QPushButton::clicked, this, &DecisionPane::eventsRequested);
    connect(m_user, &QPushButton::clicked, this, &DecisionPane::userRequested);
}

void DecisionPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_facts->setRowName(u"reason"_s, tr("Why"));
    m_facts->setRowName(u"who"_s, tr("Who"));
    m_facts->setRowName(u"what"_s, tr("What"));
    m_facts->setRowName(u"on"_s, tr("On"));
    m_facts->setRowName(u"when"_s, tr("When"));
    m_facts->setRowName(u"source"_s, tr("Asked by"));
    m_facts->setRowName(u"request"_s, tr("Request"));
    m_facts->setRowName(u"id"_s, tr("Decision ID"));
    m_copy->setText(tr("Copy"));
    m_whySection->setTitle(tr("How it was decided"));
    m_nearestSection->setTitle(tr("What would have changed it"));
    m_simulate->setText(tr("Try again"));
    m_simulate->setToolTip(tr("Ask the same in the simulator"));
    m_event->setText(tr("Show event"));
    m_user->setText(tr("Show user"));
    if (m_decision) {
        showFacts();
        showTrace(m_decision->trace);
    }
}

void DecisionPane::setDecision(const RecordedDecision& decision)
{
    const bool same = m_decision && m_decision->id == decision.id;
    const std::string trace = same ? m_decision->trace : std::string();
    m_decision = decision;
    m_decision->trace = trace;
    showFacts();
    if (same)
        return;
    m_why->setLines({});
    m_nearestSection->hide();
    refresh();
}

void DecisionPane::showFacts()
{
    const RecordedDecision& decision = *m_decision;
    const Mark mark = decisionMark(decision);
    m_pane->setTitle(actionText(decision.action));
    m_pane->setSubtitle(decisionSubject(decision));
    m_pane->pill()->setContent(mark.iconTone, mark.icon, mark.text);
    m_pane->pill()->show();
    m_reason->setText(decisionReason(decision));
    m_who->setText(decisionSubject(decision));
    m_what->setText(actionText(decision.action));
    m_on->setText(decisionObject(decision));
    m_on->setToolTip(decision.objectName.empty() ? QString() : text(decision.objectId));
    m_facts->setRowVisible(u"on"_s, !decision.kind.empty());
    m_when->setText(exactTime(localTime(decision.time)));
    m_source->setText(decisionSource(decision.source));
    m_request->setText(text(decision.method + ' ' + decision.path));
    m_facts->setRowVisible(u"request"_s, !decision.method.empty());
    m_id->setText(text(decision.id));
    m_simulate->setVisible(mayOpenPanel(m_console, u"simulator"_s));
    m_event->setVisible(!decision.requestId.empty() && mayOpenPanel(m_console, u"events"_s));
    m_user->setVisible(!decision.subjectId.empty() && mayOpenPanel(m_console, u"users"_s));
}

void DecisionPane::showTrace(const std::string& trace)
{
    auto why = whyLines(trace);
    m_policies = whyPolicies(trace);
    if (mayOpenPanel(m_console, u"policies"_s))
        for (qsizetype at = 0; at < why.size(); ++at)
            if (!m_policies[at].isEmpty() && why[at].trailing.isEmpty())
                why[at].link = tr("Open");
    if (why.isEmpty())
        m_why->setNotice(tr("It was not recorded how this was decided."));
    else
        m_why->setLines(why);
    const auto nearest = nearestLines(trace);
    m_nearestSection->setVisible(!nearest.isEmpty());
    m_nearest->setLines(nearest);
}

void DecisionPane::refresh()
{
    if (!m_decision)
        return;
    readBehind(
        m_why,
        [id = m_decision->id](Services& services, const access::Actor& actor) { return services.decisionLog.read(actor, id); },
        [this, id = m_decision->id] { return m_decision && m_decision->id == id; },
        [this](const RecordedDecision& found) {
            m_decision = found;
            showFacts();
            showTrace(found.trace);
        });
}

} // namespace sallyport::ui
