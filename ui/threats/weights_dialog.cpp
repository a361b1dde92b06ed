#include "ui/threats/weights_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/threat_text.h"
#include "ui/words/user_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::ThreatRules;
using protection::ThreatWeight;
using settings::ControlMode;

namespace {

constexpr std::array slowModes{ControlMode::Off, ControlMode::Observe, ControlMode::Enforce};
/// Half-life, first ban, longest ban, grace: what can be chosen, and what comes with the product.
const QList<QList<qint64>> lengthChoices{{1800, 3600, 7200, 14'400, 43'200, 86'400},
                                         {900, 3600, 21'600, 86'400},
                                         {86'400, 604'800, 2'592'000, 7'776'000, 31'536'000},
                                         {300, 900, 3600, 21'600}};
constexpr std::array<const char*, 4> lengthNames{"half_life", "first_ban", "longest_ban", "grace"};
constexpr std::array<qint64, 5> slowWindows{60, 300, 900, 3600, 86'400};
constexpr int slowMilliseconds = 60'000, pointsWidth = 84;

void choose(QComboBox* box, qint64 seconds)
{
    if (box->findData(seconds) < 0)
        box->addItem(lengthText(seconds), seconds);
    box->setCurrentIndex(box->findData(seconds));
}

std::array<std::chrono::seconds, 4> lengthsOf(const ThreatRules& rules)
{
    return {rules.halfLife, rules.firstBan, rules.longestBan, rules.grace};
}

} // namespace

WeightsDialog::WeightsDialog(Console& console, ThreatRules rules, QWidget* parent)
    : DialogFrame(u"weights"_s, parent, 640), m_console(console), m_rules(std::move(rules)),
      m_parts(new SegmentedControl(u"weights.parts"_s, this)), m_pages(new QStackedWidget(this)),
      m_failure(new Banner(u"weights.failure"_s, this)), m_defaults(makeButton(ButtonKind::Ghost, u"weights.defaults"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"weights.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"weights.save"_s, this))
{
    for (const char* part : {"signals", "bans", "slow_down"})
        m_parts->addSegment(QLatin1StringView(part));
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_pages->addWidget(makeSignals());
    m_pages->addWidget(makeBans());
    m_pages->addWidget(makeSlowDown());
    body()->addWidget(m_parts, 0, Qt::AlignLeading);
    body()->addWidget(m_failure);
    body()->addWidget(m_pages);
    addLeadingButton(m_defaults);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_parts, &SegmentedControl::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_defaults, &QPushButton::clicked, this, [this] { fill(true); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &WeightsDialog::submit);
    onRetranslate(this, [this] { setTexts(); });
    fill(false);
    if (!m_lines.empty())
        m_lines.front().points->setFocus();
}

QWidget* WeightsDialog::makeSignals()
{
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    for (int column = 0; column < 3; ++column) {
        auto* head = makeLabel(TextStyle::SmallStrong, Tone::Muted, page);
        m_heads.push_back(head);
        grid->addWidget(head, 0, column);
    }
    for (std::size_t at = 0; at < m_rules.weights.size(); ++at) {
        const auto word = text(std::string(protection::infoOf(m_rules.weights[at].signal).word));
        auto* name = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, page);
        auto* meaning = new ElideLabel(TextStyle::Small, Tone::Muted, page);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(name);
        texts->addWidget(meaning);
        Line line{new QSpinBox(page), new QSpinBox(page)};
        line.points->setObjectName(u"weights.points."_s + word);
        line.most->setObjectName(u"weights.most."_s + word);
        for (QSpinBox* box : {line.points, line.most}) {
            box->setRange(0, static_cast<int>(protection::threatPointsMost));
            box->setFixedWidth(scaled(pointsWidth, this));
            connect(box, &QSpinBox::valueChanged, this, &WeightsDialog::updateState);
        }
        const int row = static_cast<int>(at) + 1;
        grid->addLayout(texts, row, 0);
        grid->addWidget(line.points, row, 1);
        grid->addWidget(line.most, row, 2);
        m_names.push_back(name);
        m_meanings.push_back(meaning);
        m_lines.push_back(line);
    }
    return new FittingArea(page);
}

QWidget* WeightsDialog::makeBans()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (const char* name : lengthNames) {
        auto* box = new QComboBox(page);
        box->setObjectName(u"weights."_s + QLatin1StringView(name));
        auto* field = new Field(box, page);
        connect(box, &QComboBox::currentIndexChanged, this, &WeightsDialog::updateState);
        column->addWidget(field);
        m_lengths << box;
        m_lengthFields << field;
    }
    column->addStretch(1);
    return page;
}

QWidget* WeightsDialog::makeSlowDown()
{
    auto* page = new QWidget;
    m_slowMode = new SegmentedControl(u"weights.slow_mode"_s, page);
    for (const char* mode : {"off", "observe", "enforce"})
        m_slowMode->addSegment(QLatin1StringView(mode));
    m_slowModeField = new Field(m_slowMode, page);
    const auto number = [this, page](const char* name, int most) {
        auto* box = new QSpinBox(page);
        box->setObjectName(u"weights."_s + QLatin1StringView(name));
        box->setRange(most == slowMilliseconds ? 0 : 1, most);
        box->setGroupSeparatorShown(true);
        connect(box, &QSpinBox::valueChanged, this, &WeightsDialog::updateState);
        return box;
    };
    m_slowAfter = number("slow_after", 1'000'000);
    m_slowWindow = new QComboBox(page);
    m_slowWindow->setObjectName(u"weights.slow_window"_s);
    m_slowStep = number("slow_step", slowMilliseconds);
    m_slowMost = number("slow_most", slowMilliseconds);
    for (QWidget* input : {static_cast<QWidget*>(m_slowAfter), static_cast<QWidget*>(m_slowWindow),
                           static_cast<QWidget*>(m_slowStep), static_cast<QWidget*>(m_slowMost)})
        m_slowFields << new Field(input, page);
    connect(m_slowMode, &SegmentedControl::currentChanged, this, &WeightsDialog::updateState);
    connect(m_slowWindow, &QComboBox::currentIndexChanged, this, &WeightsDialog::updateState);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    for (int at = 0; at < 4; ++at)
        grid->addWidget(m_slowFields.at(at), at / 2, at % 2);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_slowModeField);
    column->addLayout(grid);
    column->addStretch(1);
    return page;
}

void WeightsDialog::setTexts()
{
    setTitle(tr("Weights"));
    m_parts->setAccessibleName(tr("Part of the settings"));
    m_parts->setSegmentText(0, tr("Signals"));
    m_parts->setSegmentText(1, tr("Bans"));
    m_parts->setSegmentText(2, tr("Slow-down"));
    m_heads[0]->setText(tr("Signal"));
    m_heads[1]->setText(tr("Points"));
    m_heads[2]->setText(tr("At most"));
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const ThreatWeight& weight = m_rules.weights[at];
        const QString name = threatSignalTitle(weight.signal);
        m_names[at]->setText(name);
        m_meanings[at]->setText(tr("%1. Comes with %2, at most %3")
                                    .arg(threatSignalMeaning(weight.signal), QLocale().toString(weight.defaultPoints),
                                         QLocale().toString(weight.defaultMost)));
        m_lines[at].points->setAccessibleName(tr("Points for %1").arg(name));
        m_lines[at].most->setAccessibleName(tr("At most for %1").arg(name));
        m_lines[at].points->setToolTip(tr("0: it doesn’t count"));
    }
    const std::array names{tr("A score halves every"), tr("The first ban lasts"), tr("The longest ban lasts"),
                           tr("After an unban no score bans for")};
    const std::array hints{tr("Without new signals"), tr("Each further one of the same address is longer"), QString(), QString()};
    for (int at = 0; at < m_lengths.size(); ++at) {
        m_lengthFields[at]->setLabel(names[static_cast<std::size_t>(at)]);
        m_lengthFields[at]->setHint(hints[static_cast<std::size_t>(at)]);
    }
    m_slowModeField->setLabel(tr("Slow-down: who asks much waits longer for each answer"));
    for (int at = 0; at < 3; ++at)
        m_slowMode->setSegmentText(at, controlModeText(slowModes[static_cast<std::size_t>(at)]));
    m_slowFields[0]->setLabel(tr("After so many requests"));
    m_slowFields[1]->setLabel(tr("In", "so many requests in a time"));
    m_slowFields[2]->setLabel(tr("Each further one waits longer by"));
    m_slowFields[3]->setLabel(tr("At most"));
    m_slowStep->setSuffix(tr(" ms"));
    m_slowMost->setSuffix(tr(" ms"));
    m_defaults->setText(tr("Defaults"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

/// With what is in force, or with what the product comes with.
void WeightsDialog::fill(bool defaults)
{
    {
        const QScopedValueRollback quiet(m_filling, true);
        const ThreatRules shipped;
        const ThreatRules& rules = defaults ? shipped : m_rules;
        for (std::size_t at = 0; at < m_lines.size(); ++at) {
            const ThreatWeight& weight = m_rules.weights[at];
            m_lines[at].points->setValue(static_cast<int>(defaults ? weight.defaultPoints : weight.points));
            m_lines[at].most->setValue(static_cast<int>(defaults ? weight.defaultMost : weight.most));
        }
        const auto lengths = lengthsOf(rules);
        for (int at = 0; at < m_lengths.size(); ++at) {
            if (m_lengths[at]->count() == 0)
                for (const qint64 seconds : lengthChoices.at(at))
                    m_lengths[at]->addItem(lengthText(seconds), seconds);
            choose(m_lengths[at], lengths[static_cast<std::size_t>(at)].count());
        }
        m_slowMode->setCurrent(static_cast<int>(std::ranges::find(slowModes, rules.slowDownMode) - slowModes.begin()));
        m_slowAfter->setValue(static_cast<int>(rules.slowDownAfter.requests));
        if (m_slowWindow->count() == 0)
            for (const qint64 seconds : slowWindows)
                m_slowWindow->addItem(lengthText(seconds), seconds);
        choose(m_slowWindow, rules.slowDownAfter.window.count());
        m_slowStep->setValue(static_cast<int>(rules.slowDownStep.count()));
        m_slowMost->setValue(static_cast<int>(rules.slowDownMost.count()));
    }
    updateState();
}

/// Only what differs.
protection::ThreatChange WeightsDialog::change() const
{
    protection::ThreatChange change;
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        ThreatWeight weight = m_rules.weights[at];
        weight.points = static_cast<std::uint32_t>(m_lines[at].points->value());
        weight.most = static_cast<std::uint32_t>(m_lines[at].most->value());
        if (weight != m_rules.weights[at])
            change.weights.push_back(weight);
    }
    const auto lengths = lengthsOf(m_rules);
    const std::array wanted{&change.halfLife, &change.firstBan, &change.longestBan, &change.grace};
    for (int at = 0; at < m_lengths.size(); ++at)
        if (const std::chrono::seconds length(m_lengths[at]->currentData().toLongLong());
            length != lengths[static_cast<std::size_t>(at)])
            *wanted[static_cast<std::size_t>(at)] = length;
    if (const ControlMode mode = slowModes[static_cast<std::size_t>(m_slowMode->current())]; mode != m_rules.slowDownMode)
        change.slowDownMode = mode;
    const settings::RateLimit after{static_cast<std::uint32_t>(m_slowAfter->value()),
                                    std::chrono::seconds(m_slowWindow->currentData().toLongLong())};
    if (after != m_rules.slowDownAfter)
        change.slowDownAfter = after;
    if (const std::chrono::milliseconds step(m_slowStep->value()); step != m_rules.slowDownStep)
        change.slowDownStep = step;
    if (const std::chrono::milliseconds most(m_slowMost->value()); most != m_rules.slowDownMost)
        change.slowDownMost = most;
    return change;
}

void WeightsDialog::updateState()
{
    if (m_filling || m_lengths.size() < 4 || !m_slowMost)
        return;
    const auto wanted = change();
    const bool changed = !wanted.weights.empty() || wanted.halfLife || wanted.firstBan || wanted.longestBan || wanted.grace ||
                         wanted.slowDownMode || wanted.slowDownAfter || wanted.slowDownStep || wanted.slowDownMost;
    const QString against = lacks(m_console, Permission::ProtectionUpdate);
    m_pages->setEnabled(against.isEmpty());
    allow(m_defaults, against);
    allow(m_save, against, changed && !isButtonBusy(m_save), {}, changed ? waitReason() : noChangeReason());
}

void WeightsDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [change = change()](Services& services, const access::Actor& actor) { return services.threats.change(actor, change); },
        [this](const Result<ThreatRules>& rules) {
            setButtonBusy(m_save, false);
            updateState();
            if (!rules && wantsStepUp(rules.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!rules)
                return showFailure(rules.error());
            accept();
            Q_EMIT saved(*rules);
        });
}

void WeightsDialog::showFailure(const Error& error)
{
    m_failure->showError(error);
    QStringList told;
    for (const FieldError& field : error.fields)
        told << text(field.message);
    if (!told.isEmpty())
        m_failure->setText(told.join(u' '));
}

} // namespace sallyport::ui
