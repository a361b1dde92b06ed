#include "ui/alert_rules/alert_rule_dialog.h"

#include "backend/alerts/rule_text.h"
#include "backend/outputs/destinations.h"
#include "ui/alert_rules/alert_trial_line.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/alert_text.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using alerts::ActionKind;
using alerts::AlertDraft;
using alerts::AlertRule;

namespace {

constexpr std::array<qint64, 8> windows{60, 300, 600, 900, 1800, 3600, 21'600, 86'400};
constexpr std::array<qint64, 6> actionTimes{3600, 21'600, 86'400, 604'800, 2'592'000, 0};
constexpr int kindsLength = 2000, filterLength = 1000, daysAWeek = 7, minutesAnHour = 60, endOfDay = 1440;
constexpr std::array severities{audit::Severity::Notice, audit::Severity::Warning, audit::Severity::Critical};

void choose(QComboBox* box, qint64 value)
{
    int at = box->findData(value);
    if (at < 0) { // a value that the command line has set
        box->addItem(lengthText(value), value);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

} // namespace

AlertRuleDialog::AlertRuleDialog(Console& console, std::optional<AlertRule> rule, QWidget* parent)
    : DialogFrame(u"alert_rule"_s, parent, 600), m_console(console), m_rule(std::move(rule)),
      m_failure(new Banner(u"alert_rule.failure"_s, this)), m_name(new QLineEdit(this)), m_kinds(new QLineEdit(this)),
      m_filter(new QLineEdit(this)), m_threshold(new QSpinBox(this)), m_window(new QComboBox(this)),
      m_counted(new QComboBox(this)), m_group(new QComboBox(this)), m_severity(new QComboBox(this)),
      m_always(new QCheckBox(this)), m_outside(new QCheckBox(this)), m_from(new QTimeEdit(this)), m_until(new QTimeEdit(this)),
      m_trial(new AlertTrialLine(console, u"alert_rule.trial"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"alert_rule.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"alert_rule.save"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
    show(m_rule ? m_rule->what : AlertDraft());
    updateState();
    m_name->setFocus();
}

void AlertRuleDialog::build()
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_name->setObjectName(u"alert_rule.name"_s);
    m_name->setMaxLength(static_cast<int>(alerts::alertNameLimit));
    m_kinds->setObjectName(u"alert_rule.kinds"_s);
    m_kinds->setMaxLength(kindsLength);
    m_filter->setObjectName(u"alert_rule.filter"_s);
    m_filter->setMaxLength(filterLength);
    for (QLineEdit* edit : {m_kinds, m_filter}) {
        edit->setFont(textFont(TextStyle::Mono));
        edit->setLayoutDirection(Qt::LeftToRight);
    }
    m_threshold->setObjectName(u"alert_rule.threshold"_s);
    m_threshold->setRange(1, static_cast<int>(alerts::alertThresholdMost));
    m_window->setObjectName(u"alert_rule.window"_s);
    m_counted->setObjectName(u"alert_rule.counted"_s);
    m_group->setObjectName(u"alert_rule.group"_s);
    m_severity->setObjectName(u"alert_rule.severity"_s);
    body()->addWidget(m_failure);
    body()->addWidget(new FittingArea(makeForm(), this));
    body()->addWidget(m_trial);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AlertRuleDialog::save);
    connect(m_trial, &AlertTrialLine::tryRequested, this, [this] { m_trial->tryOut(draft()); });
    const auto changed = [this] {
        m_trial->forget();
        updateState();
    };
    for (QLineEdit* edit : {m_name, m_kinds, m_filter})
        connect(edit, &QLineEdit::textEdited, this, changed);
    connect(m_threshold, &QSpinBox::valueChanged, this, changed);
    for (QComboBox* box : {m_window, m_counted, m_group})
        connect(box, &QComboBox::activated, this, changed);
    connect(m_always, &QCheckBox::toggled, this, changed);
}

QWidget* AlertRuleDialog::makeForm()
{
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_nameField = new Field(m_name, form);
    m_kindsField = new Field(m_kinds, form);
    m_filterField = new Field(m_filter, form);
    m_thresholdField = new Field(m_threshold, form);
    m_windowField = new Field(m_window, form);
    m_countedField = new Field(m_counted, form);
    m_groupField = new Field(m_group, form);
    m_severityField = new Field(m_severity, form);
    const auto beside = [&](std::initializer_list<Field*> fields) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        for (Field* field : fields)
            row->addWidget(field, 1);
        column->addLayout(row);
    };
    column->addWidget(m_nameField);
    column->addWidget(m_kindsField);
    column->addWidget(m_filterField);
    beside({m_thresholdField, m_countedField, m_windowField});
    beside({m_groupField, m_severityField});
    column->addWidget(makeWhen(form));
    column->addWidget(makeActions(form));
    return form;
}

QWidget* AlertRuleDialog::makeWhen(QWidget* parent)
{
    auto* box = new QWidget(parent);
    m_always->setObjectName(u"alert_rule.always"_s);
    m_outside->setObjectName(u"alert_rule.outside"_s);
    m_when = new QWidget(box);
    auto* days = new QHBoxLayout;
    days->setSpacing(8);
    for (int day = 0; day < daysAWeek; ++day) {
        auto* check = new QCheckBox(m_when);
        check->setObjectName(u"alert_rule.day.%1"_s.arg(toQString(alerts::dayWord(day))));
        m_days << check;
        days->addWidget(check);
    }
    days->addStretch(1);
    auto* times = new QHBoxLayout;
    times->setSpacing(8);
    for (QTimeEdit* edit : {m_from, m_until}) {
        edit->setDisplayFormat(u"HH:mm"_s);
        times->addWidget(edit);
    }
    m_from->setObjectName(u"alert_rule.from"_s);
    m_until->setObjectName(u"alert_rule.until"_s);
    times->addWidget(m_outside);
    times->addStretch(1);
    auto* when = new QVBoxLayout(m_when);
    when->setContentsMargins(0, 0, 0, 0);
    when->setSpacing(8);
    when->addLayout(days);
    when->addLayout(times);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_always);
    column->addWidget(m_when);
    return box;
}

QWidget* AlertRuleDialog::makeActions(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const ActionKind kind : alerts::actionKinds) {
        if (kind == ActionKind::Destination)
            continue; // one for each, as soon as they are known
        const QString name = u"alert_rule.action.%1"_s.arg(toQString(alerts::actionKindWord(kind)));
        ActionRow made{kind, new QCheckBox(box), nullptr};
        made.check->setObjectName(name);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(made.check);
        if (alerts::isTimed(kind)) {
            made.lasts = new QComboBox(box);
            made.lasts->setObjectName(name + u".lasts"_s);
            row->addWidget(made.lasts);
            const auto chosen = [lasts = made.lasts](bool on) {
                enableOr(lasts, on ? QString() : tr("Choose the action first"));
            };
            connect(made.check, &QCheckBox::toggled, made.lasts, chosen);
            chosen(false);
        }
        row->addStretch(1);
        column->addLayout(row);
        m_actions << made;
    }
    m_actionColumn = column;
    askForDestinations();
    return box;
}

void AlertRuleDialog::askForDestinations()
{
    if (!m_console.may(access::Permission::OutputsRead))
        return;
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.destinations.list(actor); },
        [this](const Result<std::vector<outputs::Destination>>& found) {
            if (found)
                showDestinations(*found);
        });
}

void AlertRuleDialog::showDestinations(const std::vector<outputs::Destination>& destinations)
{
    QWidget* before = m_actions.isEmpty() ? nullptr : m_actions.last().check;
    if (!m_actions.isEmpty() && m_actions.last().lasts)
        before = m_actions.last().lasts;
    for (const outputs::Destination& one : destinations) {
        auto* check = new QCheckBox(m_actionColumn->parentWidget());
        check->setObjectName(u"alert_rule.destination.%1"_s.arg(m_destinations.size()));
        const auto tells = [&](const alerts::AlertAction& action) {
            return action.kind == ActionKind::Destination && action.destination == one.id.text();
        };
        check->setChecked(m_rule && std::ranges::any_of(m_rule->what.actions, tells));
        connect(check, &QCheckBox::toggled, this, &AlertRuleDialog::updateState);
        m_actionColumn->addWidget(check);
        if (before)
            QWidget::setTabOrder(before, check);
        before = check;
        m_destinations << DestinationRow{one.id.text(), toQString(one.fields.name), check};
    }
    setTexts();
}

void AlertRuleDialog::setTexts()
{
    setTitle(m_rule ? tr("Change “%1”").arg(alertName(m_rule->what.name, m_rule->shipped)) : tr("Add alert rule"));
    m_nameField->setLabel(tr("Name"));
    m_kindsField->setLabel(tr("Kinds of events"));
    m_kindsField->setHint(tr("Words with spaces between, such as auth.login_failed; auth.* is a family."));
    m_filterField->setLabel(tr("Filter"));
    m_filter->setPlaceholderText(tr("Optional, as in the events: -address:10.0.0.0/8"));
    m_thresholdField->setLabel(tr("At least"));
    m_countedField->setLabel(tr("Of what"));
    m_windowField->setLabel(tr("Within"));
    m_groupField->setLabel(tr("Counted"));
    m_severityField->setLabel(tr("Severity"));
    m_always->setText(tr("At all times"));
    m_outside->setText(tr("In all the other time"));
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("Until"));
    for (int day = 0; day < m_days.size(); ++day)
        m_days[day]->setText(alertDayText(day));
    for (const ActionRow& row : m_actions)
        row.check->setText(alertActionTitle(row.kind));
    for (const ActionRow& row : m_actions) {
        if (row.lasts)
            row.lasts->setAccessibleName(tr("How long: %1").arg(alertActionTitle(row.kind)));
    }
    for (const DestinationRow& row : m_destinations)
        row.check->setText(tr("Tell “%1”").arg(row.name));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_rule ? tr("Save") : tr("Add rule"));
    fillChoices();
}

void AlertRuleDialog::fillTimes(QComboBox* box) const
{
    const QVariant chosen = box->currentData();
    box->clear();
    for (const qint64 seconds : actionTimes)
        box->addItem(seconds > 0 ? lengthText(seconds) : tr("Until it is undone"), seconds);
    if (chosen.isValid())
        choose(box, chosen.toLongLong());
}

void AlertRuleDialog::fillChoices()
{
    const auto fill = [](QComboBox* box, auto words) {
        const QVariant chosen = box->currentData();
        box->clear();
        words();
        if (const int at = box->findData(chosen); at >= 0)
            box->setCurrentIndex(at);
    };
    fill(m_counted, [this] {
        for (const auto counted : alerts::countedKinds)
            m_counted->addItem(alertCountedTitle(counted), static_cast<int>(counted));
    });
    fill(m_group, [this] {
        for (const auto group : alerts::groupBys)
            m_group->addItem(alertGroupTitle(group), static_cast<int>(group));
    });
    fill(m_severity, [this] {
        for (const auto severity : severities)
            m_severity->addItem(severityText(severity), static_cast<int>(severity));
    });
    const QVariant window = m_window->currentData();
    m_window->clear();
    for (const qint64 seconds : windows)
        m_window->addItem(lengthText(seconds), seconds);
    if (window.isValid())
        choose(m_window, window.toLongLong());
    for (const ActionRow& row : m_actions) {
        if (row.lasts)
            fillTimes(row.lasts);
    }
}

void AlertRuleDialog::show(const AlertDraft& what)
{
    m_name->setText(m_rule ? alertName(what.name, m_rule->shipped) : QString());
    m_kinds->setText(toQString(alerts::joinedKinds(what.kinds)));
    m_filter->setText(toQString(what.filter));
    m_threshold->setValue(static_cast<int>(what.threshold));
    choose(m_window, what.window.count());
    m_counted->setCurrentIndex(m_counted->findData(static_cast<int>(what.counted)));
    m_group->setCurrentIndex(m_group->findData(static_cast<int>(what.groupBy)));
    m_severity->setCurrentIndex(std::max(0, m_severity->findData(static_cast<int>(what.severity))));
    const bool always = what.schedule.always();
    m_always->setChecked(always);
    for (int day = 0; day < m_days.size(); ++day)
        m_days[day]->setChecked(always ? day < 5 : (what.schedule.days & (1u << day)) != 0);
    const int from = always ? 7 * minutesAnHour : what.schedule.from, until = always ? 19 * minutesAnHour : what.schedule.until;
    m_from->setTime(QTime(from / minutesAnHour, from % minutesAnHour));
    m_until->setTime(until >= endOfDay ? QTime(0, 0) : QTime(until / minutesAnHour, until % minutesAnHour));
    m_outside->setChecked(what.schedule.outside);
    for (const ActionRow& row : m_actions) {
        const auto found = std::ranges::find(what.actions, row.kind, &alerts::AlertAction::kind);
        row.check->setChecked(found != what.actions.end());
        if (row.lasts)
            choose(row.lasts, found != what.actions.end() ? found->lasts.count() : actionTimes.front());
    }
}

void AlertRuleDialog::updateState()
{
    m_when->setVisible(!m_always->isChecked());
    m_windowField->setVisible(m_threshold->value() > 1);
    const bool complete =
        !m_name->text().trimmed().isEmpty() && !(m_kinds->text().trimmed().isEmpty() && m_filter->text().trimmed().isEmpty());
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

AlertDraft AlertRuleDialog::draft() const
{
    AlertDraft made = m_rule ? m_rule->what : AlertDraft();
    // A name that came with the product and is only shown in the window's language stays what it is.
    if (!m_rule || m_name->text() != alertName(m_rule->what.name, m_rule->shipped))
        made.name = m_name->text().trimmed().toStdString();
    made.kinds.clear();
    static const QRegularExpression between(u"[\\s,]+"_s);
    for (const QString& kind : m_kinds->text().split(between, Qt::SkipEmptyParts))
        made.kinds.push_back(kind.toStdString());
    made.filter = m_filter->text().trimmed().toStdString();
    made.threshold = static_cast<std::uint32_t>(m_threshold->value());
    made.window = std::chrono::seconds(m_window->currentData().toLongLong());
    made.counted = static_cast<alerts::Counted>(m_counted->currentData().toInt());
    made.groupBy = static_cast<alerts::GroupBy>(m_group->currentData().toInt());
    made.severity = static_cast<audit::Severity>(m_severity->currentData().toInt());
    const std::string zone = made.schedule.zone;
    made.schedule = {};
    if (!m_always->isChecked()) {
        for (int day = 0; day < m_days.size(); ++day) {
            if (m_days[day]->isChecked())
                made.schedule.days = static_cast<std::uint8_t>(made.schedule.days | (1u << day));
        }
        const auto minutes = [](const QTime& time) {
            return static_cast<std::uint16_t>(time.hour() * minutesAnHour + time.minute());
        };
        made.schedule.from = minutes(m_from->time());
        made.schedule.until = m_until->time() == QTime(0, 0) ? endOfDay : minutes(m_until->time());
        made.schedule.outside = m_outside->isChecked();
        made.schedule.zone = zone;
    }
    // A destination that can't be seen here stays.
    std::erase_if(made.actions, [this](const alerts::AlertAction& one) {
        return one.kind != ActionKind::Destination ||
               std::ranges::any_of(m_destinations, [&](const DestinationRow& row) { return row.id == one.destination; });
    });
    for (const DestinationRow& row : m_destinations) {
        if (row.check->isChecked())
            made.actions.push_back({ActionKind::Destination, std::chrono::seconds(0), row.id});
    }
    for (const ActionRow& row : m_actions) {
        if (row.check->isChecked())
            made.actions.push_back({row.kind, std::chrono::seconds(row.lasts ? row.lasts->currentData().toLongLong() : 0), {}});
    }
    return made;
}

void AlertRuleDialog::save()
{
    m_failure->hide();
    for (Field* field : {m_nameField, m_kindsField, m_filterField, m_countedField})
        field->setError({});
    setButtonBusy(m_save, true);
    alerts::AlertPatch patch;
    patch.what = draft();
    if (m_rule)
        patch.expectedVersion = m_rule->version;
    m_console.run(
        this,
        [patch, rule = m_rule](Services& services, const access::Actor& actor) {
            return rule ? services.alertRules.change(actor, rule->id, patch) : services.alertRules.create(actor, *patch.what);
        },
        [this](const Result<AlertRule>& made) {
            setButtonBusy(m_save, false);
            updateState();
            if (!made && wantsStepUp(made.error()))
                return askStepUp(m_console, this, [this] { save(); });
            if (!made)
                return showFailure(made.error());
            const AlertRule rule = *made;
            accept();
            Q_EMIT saved(rule);
        });
}

void AlertRuleDialog::showFailure(const Error& error)
{
    if (error.word == "name_taken")
        return m_nameField->setError(tr("There is a rule of this name already."));
    bool told = false;
    for (const FieldError& field : error.fields) {
        const QString place = toQString(field.field);
        if (place.startsWith("kinds"_L1))
            m_kindsField->setError(tr("One of these is no kind of event."));
        else if (place == "filter"_L1)
            m_filterField->setError(tr("This is no filter, or names a time: a rule looks at what comes."));
        else if (place == "counted"_L1)
            m_countedField->setError(tr("Of one user or address there is only one."));
        else if (place == "name"_L1)
            m_nameField->setError(tr("Give it a name of 1 to 80 characters."));
        else
            continue;
        told = true;
    }
    if (!told)
        m_failure->showError(error);
}

} // namespace sallyport::ui
