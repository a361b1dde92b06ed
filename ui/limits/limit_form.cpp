#include "ui/limits/limit_form.h"

#include "backend/settings/limits.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/rate_rule_text.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::RateAlgorithm;
using protection::RateSubject;
using settings::ControlMode;

namespace {

constexpr std::array<qint64, 8> usualWindows{1, 10, 60, 300, 900, 3600, 21'600, 86'400};
constexpr std::array rateAlgorithms{RateAlgorithm::Gcra, RateAlgorithm::Sliding, RateAlgorithm::Fixed};
constexpr std::array controlModes{ControlMode::Off, ControlMode::Observe, ControlMode::Enforce};
constexpr int requestsWidth = 92, windowWidth = 104, algorithmWidth = 107, subjectWidth = 128;

/// As the service has it: without these nobody would be limited.
bool mayBeOff(const protection::RateSetting& rule)
{
    return !rule.builtIn || (rule.id != "address" && rule.id != "auth" && rule.id != "admin");
}

} // namespace

LimitForm::LimitForm(const QString& name, QWidget* parent)
    : QWidget(parent), m_name(name), m_requests(new QSpinBox(this)), m_window(new QComboBox(this)),
      m_algorithm(new QComboBox(this)), m_subject(new QComboBox(this)), m_mode(new SegmentedControl(name + u".mode"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void LimitForm::build()
{
    m_requests->setObjectName(m_name + u".requests"_s);
    m_requests->setRange(1, static_cast<int>(settings::rateRequestsLimit));
    m_requests->setGroupSeparatorShown(true);
    m_window->setObjectName(m_name + u".window"_s);
    m_algorithm->setObjectName(m_name + u".algorithm"_s);
    m_subject->setObjectName(m_name + u".subject"_s);
    m_requests->setFixedWidth(scaled(requestsWidth, this));
    m_window->setMinimumWidth(scaled(windowWidth, this));
    m_algorithm->setMinimumWidth(scaled(algorithmWidth, this));
    m_subject->setMinimumWidth(scaled(subjectWidth, this));
    for (const char* mode : {"off", "observe", "enforce"})
        m_mode->addSegment(QLatin1StringView(mode));
    m_requestsField = new Field(m_requests, this);
    m_windowField = new Field(m_window, this);
    m_algorithmField = new Field(m_algorithm, this);
    m_subjectField = new Field(m_subject, this);
    m_modeField = new Field(m_mode, this);
    // Three and two where the words are short; where they are long each line takes as many as it has room for.
    auto* flow = new FlowLayout(this, 12);
    flow->setContentsMargins(0, 0, 0, 0);
    for (Field* field : {m_requestsField, m_windowField, m_algorithmField, m_subjectField, m_modeField})
        flow->addWidget(field);
    const auto tell = [this] {
        if (m_showing)
            return;
        clearErrors();
        Q_EMIT edited();
    };
    connect(m_requests, &QSpinBox::valueChanged, this, tell);
    for (QComboBox* choice : {m_window, m_algorithm, m_subject})
        connect(choice, &QComboBox::currentIndexChanged, this, tell);
    connect(m_mode, &SegmentedControl::currentChanged, this, tell);
}

void LimitForm::setTexts()
{
    const QScopedValueRollback quiet(m_showing, true);
    m_requestsField->setLabel(tr("Requests"));
    m_windowField->setLabel(tr("In", "so many requests in a time"));
    m_algorithmField->setLabel(tr("Counting"));
    m_subjectField->setLabel(tr("Keyed by"));
    m_modeField->setLabel(tr("Mode"));
    for (int at = 0; at < static_cast<int>(controlModes.size()); ++at)
        m_mode->setSegmentText(at, controlModeText(controlModes[static_cast<std::size_t>(at)]));
    const int algorithm = std::max(0, m_algorithm->currentIndex());
    m_algorithm->clear();
    for (const RateAlgorithm one : rateAlgorithms)
        m_algorithm->addItem(rateAlgorithmText(one), static_cast<int>(one));
    m_algorithm->setCurrentIndex(algorithm);
    m_algorithm->setToolTip(tr("Even pace: what was used comes back bit by bit. Sliding: never more than that in any such time. "
                               "Fixed: a time begins with the first request and ends as a whole."));
    fillWindows(std::chrono::seconds(m_window->currentData().toLongLong()));
    fillSubjects();
}

void LimitForm::fillWindows(std::chrono::seconds shown)
{
    m_window->clear();
    QList<qint64> windows(usualWindows.begin(), usualWindows.end());
    if (shown.count() > 0 && !windows.contains(shown.count())) {
        windows << shown.count();
        std::ranges::sort(windows);
    }
    for (const qint64 seconds : std::as_const(windows))
        m_window->addItem(rateWindowText(std::chrono::seconds(seconds)), seconds);
    m_window->setCurrentIndex(std::max(0, m_window->findData(static_cast<qint64>(shown.count()))));
}

void LimitForm::fillSubjects()
{
    const QVariant chosen = m_subject->currentData();
    m_subject->clear();
    for (const RateSubject one : protection::subjectsOf(m_rule.id))
        m_subject->addItem(rateSubjectChoice(one), static_cast<int>(one));
    m_subject->setCurrentIndex(std::max(0, m_subject->findData(chosen)));
}

void LimitForm::setRule(const protection::RateSetting& rule, const LimitDraft& draft)
{
    const QScopedValueRollback quiet(m_showing, true);
    const bool other = rule.id != m_rule.id;
    m_rule = rule;
    if (other || m_subject->count() == 0)
        fillSubjects();
    if (m_requests->value() != static_cast<int>(draft.numbers.requests))
        m_requests->setValue(static_cast<int>(draft.numbers.requests));
    fillWindows(draft.numbers.window);
    m_algorithm->setCurrentIndex(m_algorithm->findData(static_cast<int>(draft.numbers.algorithm)));
    m_subject->setCurrentIndex(std::max(0, m_subject->findData(static_cast<int>(draft.subject))));
    m_mode->setCurrent(static_cast<int>(std::ranges::find(controlModes, draft.mode) - controlModes.begin()));
    if (other)
        clearErrors();
    setAgainst(m_against);
}

LimitDraft LimitForm::draft() const
{
    LimitDraft draft;
    draft.numbers.requests = static_cast<std::uint32_t>(m_requests->value());
    draft.numbers.window = std::chrono::seconds(m_window->currentData().toLongLong());
    draft.numbers.algorithm = static_cast<RateAlgorithm>(m_algorithm->currentData().toInt());
    draft.subject = static_cast<RateSubject>(m_subject->currentData().toInt());
    draft.mode = controlModes[static_cast<std::size_t>(m_mode->current())];
    return draft;
}

void LimitForm::setRequests(std::uint32_t requests)
{
    m_requests->setValue(static_cast<int>(requests));
    m_requests->setFocus();
}

void LimitForm::setAgainst(const QString& reason)
{
    m_against = reason;
    for (QWidget* input : {static_cast<QWidget*>(m_requests), static_cast<QWidget*>(m_window), static_cast<QWidget*>(m_subject),
                           static_cast<QWidget*>(m_mode), static_cast<QWidget*>(m_algorithm)})
        allow(input, reason);
    allow(m_subject, reason, m_subject->count() > 1, m_subject->count() > 1 ? QString() : tr("This class is counted so alone"));
    if (auto* off = m_mode->findChild<QAbstractButton*>(m_name + u".mode.off"_s))
        allow(off, reason, mayBeOff(m_rule), mayBeOff(m_rule) ? QString() : tr("Nobody is unlimited: this class can’t be off"));
}

bool LimitForm::showErrors(const Error& error)
{
    bool placed = !error.fields.empty();
    for (const FieldError& failed : error.fields) {
        Field* field = failed.field == "requests"                                     ? m_requestsField
                       : failed.field == "window" || failed.field == "window_seconds" ? m_windowField
                       : failed.field == "algorithm"                                  ? m_algorithmField
                       : failed.field == "subject"                                    ? m_subjectField
                       : failed.field == "mode"                                       ? m_modeField
                                                                                      : nullptr;
        placed = placed && field;
        if (field)
            field->setError(rateFieldErrorText(failed));
    }
    return placed;
}

void LimitForm::clearErrors()
{
    for (Field* field : {m_requestsField, m_windowField, m_algorithmField, m_subjectField, m_modeField})
        field->setError({});
}

} // namespace sallyport::ui
