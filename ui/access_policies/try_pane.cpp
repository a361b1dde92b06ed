#include "ui/access_policies/try_pane.h"

#include "backend/access/cel/values/network.h"
#include "backend/access/policies/condition_form.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_trial.h"
#include "ui/console/console.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/simulator/question_form.h"
#include "ui/simulator/trace_view.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/user_text.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tryWaits = 200; // ms after the last edit

struct TriedAnswer {
    authorization::CheckAnswer answer;
    qint64 nanoseconds = 0;
};

} // namespace

TryPane::TryPane(Console& console, PolicyDraft* draft, QWidget* parent)
    : QWidget(parent), m_console(console), m_draft(draft), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_note(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_form(new QuestionForm(console, u"policy.try"_s, QuestionForm::Lies::Down, this)),
      m_trace(new TraceView(u"policy.trace"_s, this))
{
    auto* head = new Surface(Token::Surface, this);
    head->setHairlines(Qt::BottomEdge);
    head->setFixedHeight(scaled(40, this));
    auto* heads = new QHBoxLayout(head);
    setLeadingMargins(head, {16, 0, 16, 0});
    heads->setSpacing(6);
    heads->addWidget(m_title);
    heads->addStretch(1);
    heads->addWidget(new IconLabel(Icon::Zap, Tone::Muted, 16, head));
    heads->addWidget(m_note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_form);
    column->addWidget(m_trace, 1);
    setMinimumWidth(scaled(280, this));
    m_wait.setSingleShot(true);
    m_wait.setInterval(tryWaits);
    connect(&m_wait, &QTimer::timeout, this, &TryPane::ask);
    connect(m_form, &QuestionForm::edited, this, &TryPane::askSoon);
    connect(m_trace, &TraceView::policyRequested, this, &TryPane::policyRequested);
    connect(m_trace, &TraceView::tryRequested, this, [this](const QString& expression, bool) {
        const auto form = access::policies::readConditionForm(expression.toStdString());
        if (!form || form->size() != 1)
            return;
        QuestionDraft question = m_form->question();
        if (form->front().kind == access::policies::ConditionPart::Kind::MfaAge)
            question.setMfaAge(std::chrono::seconds(0));
        else if (const auto network = access::cel::readNetwork(form->front().values.front()))
            question.setAddress(text(network->address.text()));
        m_form->setQuestion(question);
        ask();
    });
    onRetranslate(this, [this] { setTexts(); });
}

void TryPane::setTexts()
{
    m_title->setText(tr("Simulator"));
    m_note->setText(tr("Runs as you edit"));
}

void TryPane::askSoon()
{
    m_tried.reset();
    m_wait.start();
}

void TryPane::ask()
{
    m_wait.stop();
    m_tried.reset();
    const int asked = ++m_asked;
    m_console.run(
        this,
        [question = m_form->question().told(), stored = m_draft->saved(),
         words = m_draft->words()](Services& services, const access::Actor& actor) -> Result<TriedAnswer> {
            QElapsedTimer since;
            since.start();
            SALLYPORT_ASSIGN(authorization::CheckAnswer answer,
                             services.accessChecks.check(actor, question, withDraft(stored, words, true)));
            return TriedAnswer{std::move(answer), since.nsecsElapsed()};
        },
        [this, asked, json = m_form->question().text()](const Result<TriedAnswer>& found) {
            if (asked != m_asked)
                return;
            if (!found)
                return m_trace->setError(found.error());
            m_tried = TriedQuestion{json, found->answer.allowed};
            m_trace->setAnswer(found->answer, found->nanoseconds);
        });
}

} // namespace sallyport::ui
