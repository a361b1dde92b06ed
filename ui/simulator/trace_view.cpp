#include "ui/simulator/trace_view.h"

#include "backend/access/policies/condition_form.h"
#include "ui/decisions/decision_trace.h"
#include "ui/decisions/decision_words.h"
#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/simulator/condition_lines.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/access_text.h"
#include "ui/words/policy_place.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int bandHeight = 40;

/// The tinted band of the verdict.
class VerdictBand final : public QWidget {
public:
    explicit VerdictBand(QWidget* parent) : QWidget(parent) {}
    void setTone(Tone tone)
    {
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (isHighContrast())
            drawBox(&painter, rect(), QColor(), color(toneText(m_tone)), 0);
        else
            painter.fillRect(rect(), color(m_tone == Tone::Muted ? Token::NeutralPill : toneTint(m_tone)));
    }

private:
    Tone m_tone = Tone::Muted;
};

/// The bar beside a part of a condition.
class PartBar final : public QWidget {
public:
    PartBar(Token token, QWidget* parent) : QWidget(parent), m_token(token) { setFixedWidth(3); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, 0, 2, height()), color(m_token));
    }

private:
    Token m_token;
};

/// The raised box around a condition.
class ConditionBox final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBox(&painter, rect(), color(Token::Raised), color(Token::Border));
    }
};

QLabel* selectable(const QString& text, TextStyle style, Tone tone, QWidget* parent)
{
    auto* label = makeLabel(text, style, tone, parent);
    if (style == TextStyle::Mono)
        label->setLayoutDirection(Qt::LeftToRight); // code isn't turned round
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString shownTime(qint64 nanoseconds)
{
    const QLocale locale;
    constexpr double micro = 1e3, milli = 1e6;
    const auto taken = static_cast<double>(nanoseconds);
    return taken < milli ? locale.toString(taken / micro, 'f', 1) + u" µs"_s : locale.toString(taken / milli, 'f', 1) + u" ms"_s;
}

} // namespace

bool canTry(const QString& expression, bool wanted)
{
    const auto form = access::policies::readConditionForm(expression.toStdString());
    if (!form || form->size() != 1)
        return false;
    using Kind = access::policies::ConditionPart::Kind;
    const auto& part = form->front();
    const bool holds = wanted != part.negated;
    return (part.kind == Kind::MfaAge && !holds) || (part.kind == Kind::Address && holds);
}

TraceView::TraceView(const QString& name, QWidget* parent)
    : QWidget(parent), m_name(name), m_band(new VerdictBand(this)), m_icon(new IconLabel(Icon::None, Tone::Muted, 16, m_band)),
      m_word(makeLabel(TextStyle::Heading, Tone::Normal, m_band)),
      m_reason(new ElideLabel(TextStyle::Body, Tone::Normal, m_band)), m_took(makeLabel(TextStyle::Small, Tone::Muted, m_band)),
      m_foot(new Surface(Token::Surface, this))
{
    setObjectName(name);
    m_word->setObjectName(name + u".verdict"_s);
    m_band->setFixedHeight(scaled(bandHeight, this));
    m_took->setMinimumWidth(m_took->fontMetrics().horizontalAdvance(u"8888.8 µs"_s)); // nothing jumps as it changes
    m_took->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* band = new QHBoxLayout(m_band);
    band->setContentsMargins(leadingMargins(24, 0, 16, 0));
    band->setSpacing(8);
    band->addWidget(m_icon);
    band->addWidget(m_word);
    band->addWidget(m_reason, 1);
    band->addWidget(m_took);
    auto* content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(leadingMargins(24, 12, 16, 16));
    m_column->setSpacing(8);
    m_foot->setHairlines(Qt::TopEdge);
    m_nearest = new QVBoxLayout(m_foot);
    m_nearest->setContentsMargins(leadingMargins(24, 12, 16, 12));
    m_nearest->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_band);
    column->addWidget(makeScrollArea(content, this, name + u".scroll"_s), 1);
    column->addWidget(m_foot);
    onRetranslate(this, [this] { setTexts(); });
}

QString TraceView::verdict() const
{
    return m_word->text();
}

void TraceView::setTexts()
{
    showAnswer();
}

void TraceView::setPoliciesOpen(bool open)
{
    m_open = open;
}

void TraceView::setAnswer(const authorization::CheckAnswer& answer, qint64 nanoseconds)
{
    m_answer = answer;
    m_error.reset();
    m_nanoseconds = nanoseconds;
    showAnswer();
}

void TraceView::setError(const Error& error)
{
    m_error = error;
    m_answer.reset();
    showAnswer();
}

void TraceView::clear()
{
    for (QWidget* widget : std::as_const(m_shown)) {
        widget->hide();
        widget->deleteLater();
    }
    m_shown.clear();
    for (QVBoxLayout* layout : {m_column, m_nearest})
        while (QLayoutItem* item = layout->takeAt(0))
            delete item;
}

void TraceView::showAnswer()
{
    clear();
    m_foot->hide();
    showVerdict();
    if (!m_answer)
        return;
    const QJsonObject told = QJsonDocument::fromJson(QByteArray::fromStdString(m_answer->trace)).object();
    const QJsonObject roles = told.value(u"roles").toObject();
    if (!roles.isEmpty()) {
        auto* list = new LinesList(m_name + u".roles"_s, this);
        list->setLines(whyLines(m_answer->trace).mid(0, 1));
        m_column->addWidget(list);
        m_shown << list;
    }
    const QJsonArray policies = told.value(u"policies").toArray();
    for (const auto& policy : policies)
        showPolicy(policy.toObject(), told.value(u"reason").toString());
    m_column->addStretch(1);
    showNearest(told.value(u"nearest").toArray());
}

void TraceView::showVerdict()
{
    auto* band = static_cast<VerdictBand*>(m_band);
    m_took->setText(m_answer && m_nanoseconds > 0 ? shownTime(m_nanoseconds) : QString());
    if (m_error) {
        band->setTone(Tone::Warning);
        m_icon->setIcon(Icon::Warning, Tone::Warning);
        m_word->setText(tr("No answer"));
        setLabelTone(m_word, Tone::Warning);
        const bool unfinished = !m_error->fields.empty() && m_error->fields.front().field.starts_with("drafts.");
        m_reason->setText(unfinished ? tr("The policy isn’t finished: the form says what is missing")
                          : m_error->fields.empty()
                              ? errorLine(*m_error)
                              : text(m_error->fields.front().field + ": " + m_error->fields.front().message));
        return;
    }
    if (!m_answer) {
        band->setTone(Tone::Muted);
        m_icon->setIcon(Icon::Hourglass, Tone::Muted);
        m_word->setText({});
        m_reason->setText(tr("Asking"));
        return;
    }
    const bool allowed = m_answer->allowed;
    const Tone tone = allowed ? Tone::Success : Tone::Danger;
    band->setTone(tone);
    m_icon->setIcon(allowed ? Icon::CheckCircle : Icon::OffCircle, tone);
    m_word->setText(allowed ? tr("Allowed") : tr("Refused"));
    setLabelTone(m_word, tone);
    authorization::RecordedDecision decision;
    decision.allowed = allowed;
    decision.reason = m_answer->reason;
    decision.policy = m_answer->policy;
    decision.required = m_answer->required;
    const QString reason = m_answer->reason == "no_such_subject"  ? tr("There is nobody with this name")
                           : m_answer->reason == "no_such_object" ? tr("There is no such object")
                           : m_answer->reason == "allowed_by_policy" || m_answer->reason == "denied_by_policy"
                               ? tr("By “%1”").arg(text(m_answer->policy)) // the word before says what
                               : decisionReason(decision);
    m_reason->setText(reason);
    setAccessibleDescription(m_word->text() + u": "_s + reason);
}

void TraceView::showPolicy(const QJsonObject& policy, const QString& reason)
{
    const LinesList::Line line = tracePolicyLine(policy);
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(line.icon, line.tone, 16, box));
    const bool decided = policy.value(u"decided").toBool();
    auto* name = makeLabel(line.text, TextStyle::BodyStrong, decided ? line.tone : Tone::Normal, box);
    auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, box);
    note->setText(line.trailing.isEmpty() ? line.note : line.trailing + u": "_s + line.note);
    row->addWidget(name);
    row->addWidget(note, 1);
    if (m_open && !policy.value(u"id").toString().startsWith(u"draft"_s)) {
        auto* open = makeButton(ButtonKind::Link, m_name + u".open_policy"_s, box);
        open->setText(tr("Open policy"));
        open->setAccessibleName(tr("Open policy %1").arg(line.text));
        connect(open, &QPushButton::clicked, this, [this, id = policy.value(u"id").toString()] {
            const auto trace =
                m_answer ? QJsonDocument::fromJson(QByteArray::fromStdString(m_answer->trace)).object() : QJsonObject();
            Q_EMIT policyRequested(PolicyLink{id, {}, decidingPlace(trace, id)}.argument());
        });
        row->addWidget(open);
    }
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Grid, box));
    column->addLayout(row);
    // Where none allows, each that could have shows why it doesn't.
    const bool missed = reason == u"no_rule_matched" && policy.value(u"effect").toString() == u"allow" &&
                        policy.value(u"state").toString() == u"enforce";
    if (decided || missed)
        column->addWidget(makeCondition(policy));
    m_column->addWidget(box);
    m_shown << box;
}

QWidget* TraceView::makeCondition(const QJsonObject& policy)
{
    // What decides against the request is told apart: false where it would allow, true where it denies.
    const QString against = policy.value(u"effect").toString() == u"deny" ? u"true"_s : u"false"_s;
    auto* box = new ConditionBox(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const ConditionLine& line : conditionLines(policy.value(u"condition").toString(), policy.value(u"parts").toArray())) {
        const bool bad = line.failed || line.result == against;
        grid->addWidget(makeLabel(line.sign, TextStyle::Mono, Tone::Muted, box), row, 0, Qt::AlignTop);
        grid->addWidget(new PartBar(bad ? Token::Danger : Token::BorderStrong, box), row, 1);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(selectable(line.text, TextStyle::Mono, Tone::Normal, box));
        if (!line.values.isEmpty())
            texts->addWidget(selectable(line.values, TextStyle::Mono, bad ? Tone::Danger : Tone::Muted, box));
        grid->addLayout(texts, row, 2);
        const QString result = line.result.isEmpty() ? tr("not asked") : line.failed ? tr("failed") : line.result;
        auto* gave = makeLabel(result, bad ? TextStyle::SmallStrong : TextStyle::Small, bad ? Tone::Danger : Tone::Muted, box);
        gave->setToolTip(line.failed ? line.result : QString());
        grid->addWidget(gave, row, 3, Qt::AlignTop | Qt::AlignTrailing);
        ++row;
    }
    return box;
}

void TraceView::showNearest(const QJsonArray& nearest)
{
    if (nearest.isEmpty())
        return;
    m_foot->show();
    auto* title = makeLabel(tr("Nearest allow"), TextStyle::Heading, Tone::Normal, m_foot);
    m_nearest->addWidget(title);
    m_shown << title;
    const auto lines = nearestLines(m_answer->trace);
    for (qsizetype at = 0; at < lines.size() && at < nearest.size(); ++at) {
        auto* box = new QWidget(m_foot);
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new IconLabel(Icon::Lightbulb, Tone::Info, 16, box), 0, Qt::AlignTop);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(selectable(lines[at].text, TextStyle::Body, Tone::Normal, box));
        if (!lines[at].note.isEmpty())
            texts->addWidget(selectable(lines[at].note, TextStyle::Mono, Tone::Muted, box));
        row->addLayout(texts, 1);
        const QJsonObject change = nearest[at].toObject();
        const QString expression = change.value(u"expression").toObject().value(u"text").toString();
        const bool wanted = change.value(u"wanted").toBool();
        if (canTry(expression, wanted)) {
            auto* attempt = makeButton(ButtonKind::Secondary, m_name + u".try"_s, box, Icon::None, ButtonSize::Tool);
            attempt->setText(tr("Try it"));
            connect(attempt, &QPushButton::clicked, this,
                    [this, expression, wanted] { Q_EMIT tryRequested(expression, wanted); });
            row->addWidget(attempt, 0, Qt::AlignTop);
        }
        m_nearest->addWidget(box);
        m_shown << box;
    }
}

} // namespace sallyport::ui
