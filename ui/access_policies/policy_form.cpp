#include "ui/access_policies/policy_form.h"

#include "backend/access/policies/policy_limits.h"
#include "ui/access_policies/condition_row.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/access_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::policies::ConditionForm;
using access::policies::ConditionPart;
using authorization::NewPolicy;

namespace {

constexpr std::array<const char*, 3> kindWords{"record", "comment", "file"};
constexpr std::array<const char*, 2> effectNames{"allow", "deny"};
constexpr std::array<const char*, 3> stateNames{"draft", "observe", "enforce"};

template <std::size_t count>
int indexIn(const std::array<const char*, count>& words, const std::string& word)
{
    const auto found = std::ranges::find(words, word, [](const char* one) { return std::string(one); });
    return static_cast<int>(found - words.begin());
}

/// `record` for `records:read`.
std::string kindOf(const std::string& action)
{
    const std::string noun = action.substr(0, action.find(':'));
    return noun.empty() ? noun : noun.substr(0, noun.size() - 1);
}

} // namespace

PolicyForm::PolicyForm(PolicyDraft* draft, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_name(new QLineEdit(this)), m_effect(new SegmentedControl(u"policy.effect"_s, this)),
      m_state(new SegmentedControl(u"policy.state"_s, this)), m_effectLabel(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)),
      m_stateLabel(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)),
      m_targetLabel(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)),
      m_targetError(makeLabel(TextStyle::Small, Tone::Danger, this)),
      m_conditionsLabel(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)), m_rowsColumn(new QVBoxLayout),
      m_textOnly(new Banner(u"policy.text_only"_s, this)),
      m_addCondition(makeButton(ButtonKind::Ghost, u"policy.condition.add"_s, this, Icon::Plus, ButtonSize::Tool)),
      m_note(new QLineEdit(this))
{
    m_name->setObjectName(u"policy.name"_s);
    m_name->setMaxLength(static_cast<int>(access::policyNameLimit));
    m_note->setObjectName(u"policy.note"_s);
    m_note->setMaxLength(static_cast<int>(access::policyNoteLimit));
    m_nameField = new Field(m_name, this);
    m_noteField = new Field(m_note, this);
    for (const char* word : effectNames)
        m_effect->addSegment(QLatin1StringView(word));
    for (const char* word : stateNames)
        m_state->addSegment(QLatin1StringView(word));
    m_textOnly->setTone(Tone::Info, Icon::Info);
    m_textOnly->hide();
    m_targetError->setWordWrap(true);
    m_targetError->hide();
    m_rowsColumn->setContentsMargins(0, 0, 0, 0);
    m_rowsColumn->setSpacing(8);
    auto* choices = new QWidget(this); // side by side where there is room for both
    auto* choicesFlow = new FlowLayout(choices, 12);
    for (const auto& [label, control] : {std::pair(m_effectLabel, m_effect), std::pair(m_stateLabel, m_state)}) {
        auto* choice = new QWidget(choices);
        auto* one = new QVBoxLayout(choice);
        one->setContentsMargins(0, 0, 0, 0);
        one->setSpacing(4);
        one->addWidget(label);
        one->addWidget(control);
        choicesFlow->addWidget(choice);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(leadingMargins(24, 12, 16, 16));
    column->setSpacing(12);
    column->addWidget(m_nameField);
    column->addWidget(choices);
    column->addWidget(makeTarget());
    column->addWidget(m_conditionsLabel);
    column->addWidget(m_textOnly);
    column->addLayout(m_rowsColumn);
    column->addWidget(m_addCondition, 0, Qt::AlignLeading);
    column->addWidget(m_noteField);
    column->addStretch(1);
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
}

QWidget* PolicyForm::makeTarget()
{
    auto* box = new QWidget(this);
    m_actions = new QWidget(box);
    m_actionsFlow = new FlowLayout(m_actions, 6);
    m_addAction = makeButton(ButtonKind::Secondary, u"policy.action.add"_s, box, Icon::Plus, ButtonSize::Tool);
    setButtonOpensMenu(m_addAction, true);
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(12);
    for (const char* word : kindWords) {
        m_kinds.push_back(new QCheckBox(box));
        m_kinds.back()->setObjectName(u"policy.kind."_s + QLatin1StringView(word));
        kinds->addWidget(m_kinds.back());
    }
    kinds->addStretch(1);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_targetLabel);
    column->addWidget(m_actions);
    column->addWidget(m_addAction, 0, Qt::AlignLeading);
    column->addLayout(kinds);
    column->addWidget(m_targetError);
    return box;
}

void PolicyForm::connectParts()
{
    connect(m_draft, &PolicyDraft::changed, this, &PolicyForm::showDraft);
    connect(m_draft, &PolicyDraft::begun, this, [this] { // lines that are not in the text belong to what was written before
        clearRows();
        m_nameField->setError({});
        m_noteField->setError({});
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_nameField->setError({});
        m_draft->edit([&](NewPolicy& words) { words.name = typed.trimmed().toStdString(); });
    });
    connect(m_note, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_noteField->setError({});
        m_draft->edit([&](NewPolicy& words) { words.note = typed.trimmed().toStdString(); });
    });
    connect(m_effect, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_quiet)
            m_draft->edit([index](NewPolicy& words) { words.effect = effectNames[static_cast<std::size_t>(index)]; });
    });
    connect(m_state, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_quiet)
            m_draft->edit([index](NewPolicy& words) { words.state = stateNames[static_cast<std::size_t>(index)]; });
    });
    for (std::size_t at = 0; at < m_kinds.size(); ++at)
        connect(m_kinds[at], &QCheckBox::toggled, this, [this, at](bool on) {
            if (m_quiet)
                return;
            m_draft->edit([&](NewPolicy& words) {
                std::erase(words.resources, kindWords[at]);
                if (on)
                    words.resources.emplace_back(kindWords[at]);
                std::ranges::sort(words.resources, {}, [](const std::string& word) { return indexIn(kindWords, word); });
            });
        });
    connect(m_addAction, &QPushButton::clicked, this, &PolicyForm::fillActionMenu);
    connect(m_addCondition, &QPushButton::clicked, this, &PolicyForm::fillConditionMenu);
}

void PolicyForm::setTexts()
{
    m_nameField->setLabel(tr("Name"));
    m_noteField->setLabel(tr("Note"));
    m_effectLabel->setText(tr("Effect"));
    m_stateLabel->setText(tr("State"));
    m_effect->setAccessibleName(tr("Effect"));
    m_state->setAccessibleName(tr("State"));
    m_effect->setSegmentText(0, tr("Allow"));
    m_effect->setSegmentText(1, tr("Deny"));
    m_state->setSegmentText(0, tr("Draft"));
    m_state->setSegmentText(1, tr("Observe"));
    m_state->setSegmentText(2, tr("Enforce"));
    m_targetLabel->setText(tr("Applies to"));
    m_addAction->setText(tr("Add action"));
    const QStringList kinds{tr("Records"), tr("Comments"), tr("Files")};
    for (std::size_t at = 0; at < m_kinds.size(); ++at)
        m_kinds[at]->setText(kinds[static_cast<qsizetype>(at)]);
    m_textOnly->setTitle(tr("Only as text"));
    m_textOnly->setText(tr("This condition says more than the form can. Change it beside."));
    m_addCondition->setText(tr("Add condition"));
    m_shownActions.reset(); // in another language
    showDraft();
}

void PolicyForm::showDraft()
{
    m_quiet = true;
    const NewPolicy& words = m_draft->words();
    if (m_name->text().trimmed() != text(words.name))
        m_name->setText(text(words.name));
    if (m_note->text().trimmed() != text(words.note))
        m_note->setText(text(words.note));
    m_effect->setCurrent(indexIn(effectNames, words.effect));
    m_state->setCurrent(indexIn(stateNames, words.state));
    for (std::size_t at = 0; at < m_kinds.size(); ++at)
        m_kinds[at]->setChecked(std::ranges::find(words.resources, kindWords[at]) != words.resources.end());
    const bool denies = words.effect == "deny";
    m_conditionsLabel->setText(m_onlyText || m_rows.empty() ? (denies ? tr("Deny when") : tr("Allow when"))
                               : denies                     ? tr("Deny when all of these hold")
                                                            : tr("Allow when all of these hold"));
    m_quiet = false;
    showActions();
    showTarget();
}

void PolicyForm::showTarget()
{
    const NewPolicy& words = m_draft->words();
    QString missed;
    if (words.actions.empty())
        missed = tr("Add at least one action");
    else if (words.resources.empty())
        missed = tr("Choose at least one of records, comments and files");
    m_targetError->setText(missed);
    m_targetError->setVisible(!missed.isEmpty() && m_draft->isChanged());
}

QString PolicyForm::missing() const
{
    const NewPolicy& words = m_draft->words();
    if (words.name.empty())
        return tr("Enter a name");
    if (words.actions.empty())
        return tr("Add at least one action");
    if (words.resources.empty())
        return tr("Choose at least one of records, comments and files");
    for (const ConditionRow* row : m_rows)
        if (const QString missed = row->missing(); !missed.isEmpty())
            //: %1: a line of the form, such as “Address”, %2: what it lacks
            return tr("%1: %2").arg(conditionKindTitle(row->part().kind), missed);
    return {};
}

void PolicyForm::showActions()
{
    const auto& actions = m_draft->words().actions;
    if (m_shownActions == actions)
        return;
    m_shownActions = actions;
    rebuildAround(m_actions, [&] {
        m_actionsFlow->clear();
        for (const std::string& action : actions) {
            auto* chip = new Chip(actionText(action), Tone::Normal, m_actions);
            chip->setObjectName(u"policy.action."_s + text(action));
            chip->setRemovable(m_against.isEmpty());
            connect(
                chip, &Chip::removeRequested, this,
                [this, action] {
                    std::vector<std::string> left = m_draft->words().actions;
                    std::erase(left, action);
                    setActions(std::move(left));
                },
                Qt::QueuedConnection);
            m_actionsFlow->addWidget(chip);
            chip->show();
        }
    });
    m_actions->setVisible(!actions.empty());
    m_actions->updateGeometry();
}

void PolicyForm::fillActionMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"policy.action_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto& actions = m_draft->words().actions;
    for (const access::PermissionInfo& info : access::permissions()) {
        const std::string word(info.word);
        if (!access::isPolicyAction(info.permission) || std::ranges::find(actions, word) != actions.end())
            continue;
        connect(menu->addAction(permissionTitle(info.permission)), &QAction::triggered, this, [this, word] {
            std::vector<std::string> more = m_draft->words().actions;
            more.push_back(word);
            setActions(std::move(more));
        });
    }
    menu->popup(m_addAction->mapToGlobal(QPoint(0, m_addAction->height())));
}

void PolicyForm::setActions(std::vector<std::string> actions)
{
    m_draft->edit([&](NewPolicy& words) {
        // In the order of the permissions, as they are stored, and the kinds that they are about.
        std::vector<std::string> sorted, kinds;
        for (const access::PermissionInfo& info : access::permissions())
            if (std::ranges::find(actions, info.word) != actions.end())
                sorted.emplace_back(info.word);
        for (const char* kind : kindWords)
            if (std::ranges::any_of(sorted, [&](const std::string& action) { return kindOf(action) == kind; }))
                kinds.emplace_back(kind);
        words.actions = std::move(sorted);
        words.resources = std::move(kinds);
    });
}

void PolicyForm::fillConditionMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"policy.condition_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using enum ConditionPart::Kind;
    for (const auto kind : {Owner, Department, Classification, Role, MfaAge, Time, Address})
        connect(menu->addAction(conditionKindTitle(kind)), &QAction::triggered, this, [this, kind] {
            addRow(firstPart(kind));
            writeConditions();
            m_rows.back()->setFocus();
        });
    menu->popup(m_addCondition->mapToGlobal(QPoint(0, m_addCondition->height())));
}

void PolicyForm::addRow(const ConditionPart& part)
{
    auto* row = new ConditionRow(part, this);
    row->setObjectName(u"policy.condition"_s);
    row->setRoles(m_roles);
    enableOr(row, m_against);
    m_rowsColumn->addWidget(row);
    m_rows.push_back(row);
    row->show();
    connect(row, &ConditionRow::edited, this, &PolicyForm::writeConditions);
    connect(row, &ConditionRow::removeRequested, this, [this, row] { removeRow(row); });
}

void PolicyForm::removeRow(ConditionRow* row)
{
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    m_addCondition->setFocus();
    writeConditions();
}

void PolicyForm::clearRows()
{
    for (ConditionRow* row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
}

std::string PolicyForm::written() const
{
    ConditionForm form;
    for (const ConditionRow* row : m_rows)
        form.push_back(row->part());
    return access::policies::writeCondition(form);
}

void PolicyForm::writeConditions()
{
    Q_EMIT conditionsEdited(text(written()));
    showDraft();
}

void PolicyForm::setConditions(const std::optional<ConditionForm>& form)
{
    m_onlyText = !form;
    m_textOnly->setVisible(m_onlyText);
    m_addCondition->setVisible(!m_onlyText && m_against.isEmpty());
    ConditionForm shown;
    for (const ConditionRow* row : m_rows)
        if (isComplete(row->part()))
            shown.push_back(row->part());
    // An answer to what stood there some letters ago must not take the line away in which somebody goes on typing.
    const bool typed =
        std::ranges::any_of(m_rows, [](const ConditionRow* row) { return row->isAncestorOf(row->window()->focusWidget()); });
    const bool ours = typed && written() == m_draft->words().condition;
    if (!form || (shown != *form && !ours)) {
        clearRows();
        if (form)
            for (const ConditionPart& part : *form)
                addRow(part);
    }
    showDraft();
}

void PolicyForm::setRoles(const QStringList& roles)
{
    m_roles = roles;
    for (ConditionRow* row : m_rows)
        row->setRoles(roles);
}

void PolicyForm::setAgainst(const QString& against)
{
    m_against = against;
    readOnlyOr(m_name, against);
    readOnlyOr(m_note, against);
    for (QWidget* part : std::initializer_list<QWidget*>{m_effect, m_state, m_addAction, m_addCondition})
        enableOr(part, against);
    for (QCheckBox* kind : m_kinds)
        enableOr(kind, against);
    for (ConditionRow* row : m_rows)
        enableOr(row, against);
    m_shownActions.reset();
    showActions();
}

bool PolicyForm::showErrors(const Error& error)
{
    if (error.word == "name_taken") {
        m_nameField->setError(tr("Another policy has this name"));
        return true;
    }
    bool all = !error.fields.empty();
    for (const FieldError& field : error.fields) {
        if (field.field == "name") {
            m_nameField->setError(
                tr("1 to %Ln characters, none of them invisible", nullptr, static_cast<int>(access::policyNameLimit)));
        } else if (field.field == "note") {
            m_noteField->setError(
                tr("At most %Ln characters, none of them invisible", nullptr, static_cast<int>(access::policyNoteLimit)));
        } else if (field.field.starts_with("actions") || field.field.starts_with("resources")) {
            m_targetError->show(); // what is missing stands there
        } else if (field.field != "condition") {
            all = false;
        }
    }
    return all;
}

} // namespace sallyport::ui
