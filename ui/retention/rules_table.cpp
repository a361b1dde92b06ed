#include "ui/retention/rules_table.h"

#include "ui/look/text_style.h"
#include "ui/retention/kind_field.h"
#include "ui/retention/retention_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysField = 104, byField = 190, gap = 12, rowGap = 6, undoSteps = 100;

QLabel* makeHead(QWidget* parent)
{
    return makeLabel(TextStyle::SmallStrong, Tone::Muted, parent);
}

/// Of the one at the end of a row: where there is none its room stays.
int iconButtonWidth()
{
    const std::unique_ptr<QPushButton> button(makeIconButton(Icon::Trash, {}));
    return button->sizeHint().width();
}

QHBoxLayout* lineIn(QVBoxLayout* column)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(gap);
    column->addLayout(line);
    return line;
}

} // namespace

RulesTable::RulesTable(QWidget* parent)
    : QWidget(parent), m_kindHead(makeHead(this)), m_daysHead(makeHead(this)), m_byHead(makeHead(this)),
      m_list(new QWidget(this)), m_column(new QVBoxLayout(m_list))
{
    setObjectName(u"retention_rules.table"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rowGap);
    auto* head = lineIn(column);
    m_daysHead->setFixedWidth(scaled(daysField, this));
    m_byHead->setFixedWidth(scaled(byField, this));
    head->addWidget(m_kindHead, 1);
    head->addWidget(m_daysHead);
    head->addWidget(m_byHead);
    head->addSpacing(iconButtonWidth());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(rowGap);
    column->addWidget(m_list);
    setTexts();
}

void RulesTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

void RulesTable::setTexts()
{
    m_kindHead->setText(tr("Kind of event"));
    m_daysHead->setText(tr("Days"));
    m_byHead->setText(tr("Set by"));
    for (const Row& row : m_rows) {
        row.kind->setAccessibleName(tr("Kind of event"));
        row.kind->setPlaceholderText(tr("Name, word or family"));
        row.kind->retranslate();
    }
    if (m_defaultName)
        m_defaultName->setText(tr("What no rule is for"));
}

void RulesTable::setRules(const retention::RetentionRules& rules, RuleAuthors authors, UtcTime now)
{
    m_rules = rules;
    m_authors = std::move(authors);
    m_now = now;
    std::vector<Line> lines;
    for (const retention::KindRule& rule : rules.kinds)
        lines.push_back({rule.kind, static_cast<int>(rule.days)});
    m_before.clear();
    show(lines, static_cast<int>(rules.days));
}

QSpinBox* RulesTable::makeDays(const QString& name, QWidget* parent)
{
    auto* days = new QSpinBox(parent);
    days->setObjectName(name);
    days->setRange(static_cast<int>(retention::keptDaysLeast), static_cast<int>(retention::keptDaysMost));
    days->setGroupSeparatorShown(true);
    days->setFixedWidth(scaled(daysField, this));
    connect(days, &QSpinBox::valueChanged, this, [this, days] { note(days); });
    return days;
}

RulesTable::Row RulesTable::makeRow(const Line& line, int place)
{
    Row row;
    row.widget = new QWidget(m_list);
    auto* column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* fields = lineIn(column);
    row.kind = new KindField(u"retention_rules.kind.%1"_s.arg(place), row.widget);
    row.kind->setKind(line.kind);
    row.kind->setAccessibleName(tr("Kind of event"));
    row.kind->setPlaceholderText(tr("Name, word or family"));
    row.days = makeDays(u"retention_rules.days.%1"_s.arg(place), row.widget);
    {
        const QSignalBlocker quiet(row.days);
        row.days->setValue(line.days);
    }
    const QString name = line.kind.empty() ? tr("the new rule") : kindRuleText(line.kind);
    row.days->setAccessibleName(tr("Days that %1 is kept").arg(name));
    auto* by = new ElideLabel(TextStyle::Small, Tone::Muted, row.widget);
    by->setFixedWidth(scaled(byField, this));
    const auto isAsNow = std::ranges::find(m_rules.kinds, retention::KindRule{line.kind, line.days}) != m_rules.kinds.end();
    by->setText(isAsNow ? authorText(m_authors, line.kind, m_now) : tr("Not saved yet"));
    auto* remove = makeIconButton(Icon::Trash, u"retention_rules.remove.%1"_s.arg(place), row.widget);
    setIconButtonText(remove, tr("Take away: %1").arg(name));
    fields->addWidget(row.kind, 1);
    fields->addWidget(row.days);
    fields->addWidget(by);
    fields->addWidget(remove);
    row.error = makeLabel(TextStyle::Small, Tone::Danger, row.widget);
    row.error->setWordWrap(true);
    row.error->hide();
    column->addWidget(row.error);
    connect(row.kind, &KindField::kindChanged, this, [this, field = row.kind] { note(field); });
    connect(remove, &QPushButton::clicked, this, [this, place] { this->remove(place); });
    return row;
}

RulesTable::Row RulesTable::makeDefault(QWidget* parent)
{
    Row row;
    row.widget = new QWidget(parent);
    auto* column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* fields = lineIn(column);
    m_defaultName = makeLabel(TextStyle::Body, Tone::Normal, row.widget);
    m_defaultName->setText(tr("What no rule is for"));
    row.days = makeDays(u"retention_rules.days"_s, row.widget);
    row.days->setAccessibleName(tr("Days, where no rule says otherwise"));
    auto* by = new ElideLabel(TextStyle::Small, Tone::Muted, row.widget);
    by->setFixedWidth(scaled(byField, this));
    by->setText(authorText(m_authors, defaultRule, m_now));
    fields->addWidget(m_defaultName, 1);
    fields->addWidget(row.days);
    fields->addWidget(by);
    fields->addSpacing(iconButtonWidth());
    row.error = makeLabel(TextStyle::Small, Tone::Danger, row.widget);
    row.error->setWordWrap(true);
    row.error->hide();
    column->addWidget(row.error);
    return row;
}

std::vector<RulesTable::Line> RulesTable::lines() const
{
    std::vector<Line> found;
    for (const Row& row : m_rows)
        found.push_back({row.kind->kind().value_or(row.kind->text().toStdString()), row.days->value()});
    return found;
}

void RulesTable::show(const std::vector<Line>& lines, int days)
{
    rebuildAround(m_list, [&] {
        while (auto* item = m_column->takeAt(0)) {
            if (auto* widget = item->widget()) {
                widget->hide();
                widget->setParent(nullptr);
                widget->deleteLater(); // its own button may be what takes it away
            }
            delete item;
        }
        m_rows.clear();
        for (const Line& line : lines) {
            m_rows.push_back(makeRow(line, static_cast<int>(m_rows.size())));
            m_column->addWidget(m_rows.back().widget);
            m_rows.back().widget->show();
        }
        m_default = makeDefault(m_list);
        {
            const QSignalBlocker quiet(m_default.days);
            m_default.days->setValue(days);
        }
        m_column->addWidget(m_default.widget);
        m_default.widget->show();
    });
    m_last = {lines, days};
    m_stepOf = nullptr;
    Q_EMIT changed();
}

void RulesTable::note(const QObject* where)
{
    const State now{lines(), m_default.days->value()};
    if (now.lines == m_last.lines && now.days == m_last.days)
        return Q_EMIT changed();
    if (m_stepOf != where) {
        m_before.push_back(m_last);
        if (m_before.size() > undoSteps)
            m_before.erase(m_before.begin());
    }
    m_stepOf = where;
    m_last = now;
    Q_EMIT changed();
}

void RulesTable::undo()
{
    if (m_before.empty())
        return;
    const State state = std::move(m_before.back());
    m_before.pop_back();
    show(state.lines, state.days);
}

void RulesTable::addRule()
{
    if (m_rows.size() >= retention::kindRulesMost)
        return;
    auto all = lines();
    m_before.push_back({all, m_default.days->value()});
    all.push_back({{}, m_default.days->value()});
    show(all, m_default.days->value());
    m_rows.back().kind->setFocus(Qt::OtherFocusReason);
}

void RulesTable::remove(int place)
{
    auto all = lines();
    m_before.push_back({all, m_default.days->value()});
    all.erase(all.begin() + place);
    show(all, m_default.days->value());
}

void RulesTable::mark(Row& row, QWidget* input, const QString& why)
{
    row.error->setText(why);
    row.error->show();
    if (!input)
        return;
    input->setProperty("invalid", true);
    input->setAccessibleDescription(why);
    input->update();
}

void RulesTable::clearErrors()
{
    const auto clear = [](Row& row) {
        row.error->hide();
        for (QWidget* input : {static_cast<QWidget*>(row.kind), static_cast<QWidget*>(row.days)}) {
            if (!input)
                continue;
            input->setProperty("invalid", false);
            input->setAccessibleDescription({});
            input->update();
        }
    };
    for (Row& row : m_rows)
        clear(row);
    if (m_default.widget)
        clear(m_default);
}

bool RulesTable::showError(const std::string& field, const QString& why)
{
    if (field == "days") {
        mark(m_default, m_default.days, why);
        return true;
    }
    constexpr std::string_view start = "kinds.";
    if (!field.starts_with(start))
        return false;
    const std::size_t place = static_cast<std::size_t>(std::atoi(field.c_str() + start.size()));
    if (place >= m_rows.size())
        return false;
    Row& row = m_rows[place];
    const bool days = field.ends_with(".days");
    mark(row, days ? static_cast<QWidget*>(row.days) : row.kind, why);
    (days ? static_cast<QWidget*>(row.days) : row.kind)->setFocus(Qt::OtherFocusReason);
    return true;
}

std::optional<retention::RetentionRules> RulesTable::typed()
{
    clearErrors();
    retention::RetentionRules rules;
    rules.days = m_default.days->value();
    bool right = true;
    for (Row& row : m_rows) {
        const auto kind = row.kind->kind();
        if (!kind) {
            mark(row, row.kind,
                 row.kind->text().trimmed().isEmpty() ? tr("Choose what this rule is for.")
                                                      : tr("There is no such kind of event or family."));
            right = false;
            continue;
        }
        if (std::ranges::find(rules.kinds, *kind, &retention::KindRule::kind) != rules.kinds.end()) {
            mark(row, row.kind, tr("There is a rule for it above."));
            right = false;
        }
        rules.kinds.push_back({*kind, row.days->value()});
    }
    return right ? std::optional(rules) : std::nullopt;
}

} // namespace sallyport::ui
