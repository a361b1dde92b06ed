#include "ui/access_policies/condition_row.h"

#include "backend/access/cel/values/zones.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/access_text.h"
#include "ui/words/relative_time.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::policies::WeekTime;
using Kind = access::policies::ConditionPart::Kind;

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ConditionRow)
};

/// How it is said that a part holds, and that it doesn't.
QStringList howTexts(Kind kind)
{
    QStringList texts;
    switch (kind) {
    case Kind::Role: texts << RowWords::tr("include") << RowWords::tr("do not include"); break;
    case Kind::MfaAge: texts << RowWords::tr("is older than") << RowWords::tr("is newer than"); break;
    case Kind::Time: texts << RowWords::tr("is within") << RowWords::tr("is outside of"); break;
    case Kind::Address: texts << RowWords::tr("is in") << RowWords::tr("is not in"); break;
    default: texts << RowWords::tr("is") << RowWords::tr("is not"); break;
    }
    return texts;
}

constexpr std::array partKinds{Kind::Owner,  Kind::Department, Kind::Classification, Kind::Role,
                               Kind::MfaAge, Kind::Time,       Kind::Address};
constexpr std::array<const char*, 4> classifications{"public", "internal", "confidential", "restricted"};
constexpr int leastTyped = 140; // pixels of what is typed into
constexpr int besideText = 22, besideChoice = 46;
constexpr int usualAge = 15;               // minutes
constexpr int mostAge = 7 * 24 * 60;       // minutes
constexpr std::uint8_t workingDays = 0x3e; // Monday to Friday

std::vector<std::string> listIn(const QString& text)
{
    std::vector<std::string> made;
    for (const QString& one : text.split(u',', Qt::SkipEmptyParts))
        if (const QString word = one.trimmed(); !word.isEmpty())
            made.push_back(word.toStdString());
    return made;
}

QString joinedList(const std::vector<std::string>& values)
{
    QStringList texts;
    for (const std::string& value : values)
        texts << text(value);
    return texts.join(u", "_s);
}

QTime clockAt(int minutes)
{
    return QTime(0, 0).addSecs(minutes % WeekTime::dayMinutes * 60);
}

int minutesOf(const QTime& time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

} // namespace

QString conditionKindTitle(Kind kind)
{
    switch (kind) {
    case Kind::Owner: return RowWords::tr("Owner");
    case Kind::Department: return RowWords::tr("Department");
    case Kind::Classification: return RowWords::tr("Classification");
    case Kind::Role: return RowWords::tr("User roles");
    case Kind::MfaAge: return RowWords::tr("Last MFA check");
    case Kind::Time: return RowWords::tr("Time");
    case Kind::Address: return RowWords::tr("Address");
    }
    return {};
}

access::policies::ConditionPart firstPart(Kind kind)
{
    access::policies::ConditionPart part{kind};
    part.minutes = usualAge;
    part.time = {9 * 60, 17 * 60, workingDays, shownZoneName().toStdString()};
    if (kind == Kind::Classification)
        part.values = {"restricted"};
    return part;
}

ConditionRow::ConditionRow(const Part& part, QWidget* parent)
    : QWidget(parent), m_part(part), m_kind(new QComboBox(this)), m_how(new QComboBox(this)), m_value(new QComboBox(this)),
      m_networks(new QLineEdit(this)), m_minutes(new QSpinBox(this)), m_time(new QWidget(this)), m_from(new QTimeEdit(m_time)),
      m_until(new QTimeEdit(m_time)), m_zone(new QComboBox(m_time)),
      m_remove(makeIconButton(Icon::Close, u"policy.condition.remove"_s, this)), m_errorBox(new QWidget(this)),
      m_error(makeLabel(TextStyle::Small, Tone::Danger, m_errorBox))
{
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
}

void ConditionRow::build()
{
    m_kind->setObjectName(u"policy.condition.kind"_s);
    m_how->setObjectName(u"policy.condition.how"_s);
    m_value->setObjectName(u"policy.condition.value"_s);
    m_networks->setObjectName(u"policy.condition.networks"_s);
    m_minutes->setObjectName(u"policy.condition.minutes"_s);
    m_from->setObjectName(u"policy.condition.from"_s);
    m_until->setObjectName(u"policy.condition.until"_s);
    m_zone->setObjectName(u"policy.condition.zone"_s);
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_minutes->setRange(1, mostAge);
    m_networks->setFont(textFont(TextStyle::Mono));
    for (QTimeEdit* clock : {m_from, m_until})
        clock->setDisplayFormat(u"HH:mm"_s);
    for (QComboBox* box : {m_kind, m_how, m_value, m_zone}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    // They share the room of their line; arrange() sees to it that there is enough.
    for (QWidget* part : std::initializer_list<QWidget*>{m_kind, m_how, m_value, m_networks, m_minutes, m_zone}) {
        part->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        part->setMinimumWidth(scaled(72, this));
    }
    for (QTimeEdit* clock : {m_from, m_until})
        clock->setMinimumWidth(scaled(80, this));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(4);
    for (int line = 0; line < 3; ++line) {
        m_lines.push_back(new QHBoxLayout);
        m_lines.back()->setSpacing(4);
        lines->addLayout(m_lines.back());
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addLayout(lines, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    auto* clocks = new QVBoxLayout;
    clocks->setSpacing(4);
    for (int line = 0; line < 2; ++line) {
        m_timeLines.push_back(new QHBoxLayout);
        m_timeLines.back()->setSpacing(4);
        clocks->addLayout(m_timeLines.back());
    }
    m_timeLines.front()->addWidget(m_from);
    m_timeLines.front()->addWidget(makeLabel(u"–"_s, TextStyle::Body, Tone::Muted, m_time));
    m_timeLines.front()->addWidget(m_until);
    auto* days = new QGridLayout;
    days->setHorizontalSpacing(8);
    days->setVerticalSpacing(2);
    constexpr int daysInLine = 4;
    for (int day = 0; day < 7; ++day) {
        m_days.push_back(new QCheckBox(m_time));
        m_days.back()->setObjectName(u"policy.condition.day."_s + QString::number(day));
        days->addWidget(m_days.back(), day / daysInLine, day % daysInLine);
    }
    auto* times = new QVBoxLayout(m_time);
    times->setContentsMargins(leadingMargins(0, 4, scaled(32, this), 0));
    times->setSpacing(4);
    times->addLayout(clocks);
    times->addLayout(days);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_time);
    column->addWidget(m_errorBox);
    m_error->setObjectName(u"policy.condition.error"_s);
    m_error->setWordWrap(true);
    auto* error = new QHBoxLayout(m_errorBox);
    error->setContentsMargins(0, 4, 0, 0);
    error->setSpacing(6);
    error->addWidget(new IconLabel(Icon::Error, Tone::Danger, 16, m_errorBox), 0, Qt::AlignTop);
    error->addWidget(m_error, 1);
}

void ConditionRow::arrange()
{
    const auto needed = [this](QWidget* part) {
        const QFontMetrics metrics(part->font());
        const auto* box = qobject_cast<QComboBox*>(part);
        const auto* line = qobject_cast<QLineEdit*>(part);
        const QString shown = box ? box->currentText() : line ? line->text() : m_minutes->text();
        const int least = box && box->isEditable() ? scaled(leastTyped, this) : 0;
        return std::max(least, metrics.horizontalAdvance(shown) + (line ? scaled(besideText, this) : scaled(besideChoice, this)));
    };
    const int gap = m_lines.front()->spacing();
    const int room = width() - m_remove->sizeHint().width() - gap;
    std::vector<int> places;
    int line = 0, taken = 0;
    std::vector<QWidget*> parts{m_kind, m_how};
    for (QWidget* value : std::initializer_list<QWidget*>{m_value, m_networks, m_minutes})
        if (!value->isHidden())
            parts.push_back(value);
    for (QWidget* part : parts) {
        const int wide = needed(part);
        if (taken > 0 && taken + gap + wide > room) {
            ++line;
            taken = 0;
        }
        taken += wide + (taken > 0 ? gap : 0);
        places.push_back(line * 10'000 + wide);
    }
    const int clocks = m_from->sizeHint().width() + m_until->sizeHint().width() + scaled(besideChoice, this);
    const bool zoneBelow = clocks + needed(m_zone) > room;
    places.push_back(zoneBelow ? 1 : 0);
    places.push_back(static_cast<int>(parts.size()));
    if (places == m_arranged)
        return;
    m_arranged = places;
    for (QBoxLayout* one : m_lines)
        while (one->count() > 0)
            delete one->takeAt(0); // the widgets stay
    for (std::size_t at = 0; at < parts.size(); ++at)
        m_lines[static_cast<std::size_t>(places[at] / 10'000)]->addWidget(parts[at], places[at] % 10'000);
    for (QBoxLayout* one : m_timeLines)
        one->removeWidget(m_zone);
    m_timeLines[zoneBelow ? 1 : 0]->addWidget(m_zone, 1);
    updateGeometry();
    // Whoever gives this row its height may be at it just now, by the lines of before: it is told once more when it is done.
    QTimer::singleShot(0, this, [this] {
        m_time->layout()->invalidate();
        m_time->layout()->activate();
        layout()->invalidate();
        layout()->activate();
    });
}

void ConditionRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ConditionRow::connectParts()
{
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        m_part = firstPart(partKinds[static_cast<std::size_t>(index)]);
        setTexts();
        Q_EMIT edited();
    });
    const auto take = [this] {
        if (m_quiet)
            return;
        takeValues();
        showMissing();
        Q_EMIT edited();
    };
    connect(m_how, &QComboBox::activated, this, take);
    connect(m_how, &QComboBox::activated, this, &ConditionRow::arrange);
    connect(m_value, &QComboBox::editTextChanged, this, take);
    connect(m_networks, &QLineEdit::textEdited, this, take);
    connect(m_minutes, &QSpinBox::valueChanged, this, take);
    connect(m_zone, &QComboBox::editTextChanged, this, take);
    for (QTimeEdit* clock : {m_from, m_until})
        connect(clock, &QTimeEdit::timeChanged, this, take);
    for (QCheckBox* day : m_days)
        connect(day, &QCheckBox::toggled, this, take);
    connect(m_remove, &QPushButton::clicked, this, &ConditionRow::removeRequested);
}

void ConditionRow::setRoles(const QStringList& roles)
{
    m_roles = roles;
    if (m_part.kind == Kind::Role)
        showPart();
}

void ConditionRow::setTexts()
{
    m_quiet = true;
    m_kind->clear();
    for (const Kind kind : partKinds)
        m_kind->addItem(conditionKindTitle(kind));
    m_how->clear();
    m_how->addItems(howTexts(m_part.kind));
    const QLocale locale;
    for (int day = 0; day < 7; ++day)
        m_days[static_cast<std::size_t>(day)]->setText(locale.dayName(day + 1, QLocale::ShortFormat));
    const QString title = conditionKindTitle(m_part.kind);
    m_kind->setAccessibleName(tr("What is compared"));
    m_how->setAccessibleName(tr("%1: how it is compared").arg(title));
    m_value->setAccessibleName(tr("%1: with what").arg(title));
    m_networks->setAccessibleName(tr("Networks"));
    m_networks->setPlaceholderText(u"10.0.0.0/8, 2001:db8::/32"_s);
    m_minutes->setAccessibleName(tr("Minutes"));
    m_minutes->setSuffix(tr(" min"));
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("Until"));
    m_zone->setAccessibleName(tr("Time zone"));
    setIconButtonText(m_remove, tr("Take away: %1").arg(title));
    m_quiet = false;
    showPart();
}

void ConditionRow::showPart()
{
    m_quiet = true;
    m_kind->setCurrentIndex(static_cast<int>(std::ranges::find(partKinds, m_part.kind) - partKinds.begin()));
    m_how->setCurrentIndex(m_part.negated ? 1 : 0);
    const bool named = m_part.kind == Kind::Owner || m_part.kind == Kind::Department || m_part.kind == Kind::Classification ||
                       m_part.kind == Kind::Role;
    m_value->setVisible(named);
    m_networks->setVisible(m_part.kind == Kind::Address);
    m_minutes->setVisible(m_part.kind == Kind::MfaAge);
    m_time->setVisible(m_part.kind == Kind::Time);
    if (named) {
        const bool owner = m_part.kind == Kind::Owner;
        m_value->clear();
        if (owner)
            m_value->addItem(tr("User"));
        else if (m_part.kind == Kind::Department)
            m_value->addItem(tr("User department"));
        else if (m_part.kind == Kind::Role)
            m_value->addItems(m_roles);
        else
            for (const char* word : classifications)
                m_value->addItem(QLatin1StringView(word));
        m_value->setEnabled(!owner);
        m_value->setEditText(m_part.values.empty() && (owner || m_part.kind == Kind::Department) ? m_value->itemText(0)
                                                                                                 : joinedList(m_part.values));
        m_value->lineEdit()->setPlaceholderText(tr("One, or several with commas"));
        m_value->setToolTip(m_value->currentText());
        if (!m_value->lineEdit()->hasFocus())
            m_value->lineEdit()->home(false); // its beginning is seen where there is no room for all
    }
    m_networks->setText(joinedList(m_part.values));
    m_minutes->setValue(std::max(1, m_part.minutes));
    m_from->setTime(clockAt(m_part.time.from));
    m_until->setTime(clockAt(m_part.time.until));
    if (m_part.kind == Kind::Time && m_zone->count() == 0) {
        const auto zones = QTimeZone::availableTimeZoneIds();
        for (const QByteArray& zone : zones)
            m_zone->addItem(QString::fromLatin1(zone));
    }
    m_zone->setEditText(text(m_part.time.zone));
    for (int day = 0; day < 7; ++day)
        m_days[static_cast<std::size_t>(day)]->setChecked((m_part.time.days >> ((day + 1) % 7) & 1) != 0);
    m_quiet = false;
    arrange();
    showMissing();
    // What was chosen to be compared is known: the next is with what.
    setFocusProxy(named && m_value->isEnabled()  ? static_cast<QWidget*>(m_value)
                  : m_part.kind == Kind::Address ? m_networks
                  : m_part.kind == Kind::MfaAge  ? static_cast<QWidget*>(m_minutes)
                  : m_part.kind == Kind::Time    ? static_cast<QWidget*>(m_from)
                                                 : static_cast<QWidget*>(m_how));
}

QString ConditionRow::missing() const
{
    if (isComplete(m_part))
        return {};
    switch (m_part.kind) {
    case Kind::Owner: break;
    case Kind::Department: return tr("Enter a department");
    case Kind::Classification: return tr("Enter a classification");
    case Kind::Role: return tr("Enter a role");
    case Kind::MfaAge: return tr("Enter a number of minutes");
    case Kind::Address:
        return m_part.values.empty() ? tr("Enter an address or a network")
                                     : tr("This is no address and no network. Write 203.0.113.7 or 203.0.113.0/24.");
    case Kind::Time:
        if (m_part.time.days == 0)
            return tr("Choose at least one day");
        if (!access::cel::readZone(m_part.time.zone))
            return tr("Enter a time zone, such as Europe/Oslo");
        return m_part.time.isAlways() ? tr("This is always: take the condition away, or choose a time")
                                      : tr("Choose two different times");
    }
    return {};
}

void ConditionRow::showMissing()
{
    const QString missed = missing();
    m_error->setText(missed);
    m_errorBox->setVisible(!missed.isEmpty());
    const bool zoneMissed = m_part.kind == Kind::Time && !access::cel::readZone(m_part.time.zone);
    for (QWidget* input : std::initializer_list<QWidget*>{m_value, m_networks, m_minutes, m_from, m_until, m_zone}) {
        const bool marked = !missed.isEmpty() && (input != m_zone || zoneMissed) &&
                            (m_part.kind != Kind::Time || input == m_zone || (!zoneMissed && m_part.time.days != 0));
        input->setProperty("invalid", marked);
        input->setAccessibleDescription(marked ? missed : QString());
        input->update();
    }
}

void ConditionRow::takeValues()
{
    m_part.negated = m_how->currentIndex() == 1;
    switch (m_part.kind) {
    case Kind::Owner: break;
    case Kind::Department:
        // Emptied it names no department: not the user's, which nobody has chosen then.
        m_part.values =
            m_value->currentText() == m_value->itemText(0) ? std::vector<std::string>() : listIn(m_value->currentText());
        if (m_part.values.empty() && m_value->currentText() != m_value->itemText(0))
            m_part.values.emplace_back();
        break;
    case Kind::Classification:
    case Kind::Role: m_part.values = listIn(m_value->currentText()); break;
    case Kind::MfaAge: m_part.minutes = m_minutes->value(); break;
    case Kind::Address: m_part.values = listIn(m_networks->text()); break;
    case Kind::Time: {
        const int until = minutesOf(m_until->time());
        m_part.time.from = minutesOf(m_from->time());
        m_part.time.until = until == 0 ? WeekTime::dayMinutes : until; // midnight is the end of the day
        m_part.time.zone = m_zone->currentText().trimmed().toStdString();
        m_part.time.days = 0;
        for (int day = 0; day < 7; ++day)
            if (m_days[static_cast<std::size_t>(day)]->isChecked())
                m_part.time.days = static_cast<std::uint8_t>(m_part.time.days | 1U << ((day + 1) % 7));
        break;
    }
    }
}

} // namespace sallyport::ui
