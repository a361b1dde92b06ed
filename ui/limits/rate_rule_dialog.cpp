#include "ui/limits/rate_rule_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/limits/limit_form.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/field_text.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::RateRule;
using protection::RateSetting;

namespace {

constexpr std::array limitedMethods{"GET", "POST", "PUT", "PATCH", "DELETE"};

/// What a new one begins with: watching before refusing.
RateSetting freshRule()
{
    RateSetting rule;
    rule.numbers = {60, std::chrono::seconds(60), protection::RateAlgorithm::Sliding};
    rule.subject = protection::RateSubject::Principal;
    rule.mode = settings::ControlMode::Observe;
    return rule;
}

} // namespace

RateRuleDialog::RateRuleDialog(Console& console, std::optional<RateSetting> rule, QWidget* parent)
    : RuleFrame(console, u"rate_rule"_s, parent, 600), m_rule(std::move(rule)), m_name(new QLineEdit(this)),
      m_path(new QLineEdit(this)), m_methodsLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_permission(new QComboBox(this)), m_cost(new QSpinBox(this)), m_form(new LimitForm(u"rate_rule"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
    fill();
    updateState();
    m_name->setFocus();
    m_name->selectAll();
}

void RateRuleDialog::build()
{
    m_name->setObjectName(u"rate_rule.name"_s);
    m_name->setMaxLength(static_cast<int>(protection::rateNameLimit));
    m_path->setObjectName(u"rate_rule.path"_s);
    m_path->setMaxLength(static_cast<int>(protection::ratePathLimit));
    m_path->setFont(textFont(TextStyle::Mono));
    m_permission->setObjectName(u"rate_rule.permission"_s);
    m_cost->setObjectName(u"rate_rule.cost"_s);
    m_cost->setRange(1, static_cast<int>(protection::rateCostLimit));
    m_nameField = new Field(m_name, this);
    m_pathField = new Field(m_path, this);
    m_permissionField = new Field(m_permission, this);
    m_costField = new Field(m_cost, this);
    auto* methods = new QHBoxLayout;
    methods->setSpacing(16);
    for (const char* method : limitedMethods) {
        auto* box = new QCheckBox(QString::fromLatin1(method), this);
        box->setObjectName(u"rate_rule.method."_s + QString::fromLatin1(method).toLower());
        connect(box, &QCheckBox::toggled, this, &RateRuleDialog::updateState);
        m_methods << box;
        methods->addWidget(box);
    }
    methods->addStretch(1);
    auto* route = new QVBoxLayout;
    route->setSpacing(6);
    route->addWidget(m_methodsLabel);
    route->addLayout(methods);
    auto* more = new QHBoxLayout;
    more->setSpacing(12);
    more->addWidget(m_permissionField, 2, Qt::AlignTop);
    more->addWidget(m_costField, 1, Qt::AlignTop);
    body()->addWidget(m_nameField);
    body()->addWidget(m_pathField);
    body()->addLayout(route);
    body()->addLayout(more);
    body()->addWidget(m_form);
    for (Field* field : {m_nameField, m_pathField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textEdited, this, [this, field] {
            field->setError({});
            updateState();
        });
    connect(m_permission, &QComboBox::currentIndexChanged, this, &RateRuleDialog::updateState);
}

void RateRuleDialog::fill()
{
    const RateSetting rule = m_rule.value_or(freshRule());
    m_name->setText(text(rule.name));
    m_path->setText(text(rule.scope.path));
    for (QCheckBox* box : std::as_const(m_methods))
        box->setChecked(std::ranges::find(rule.scope.methods, box->text().toStdString()) != rule.scope.methods.end());
    m_permission->setCurrentIndex(std::max(0, m_permission->findData(text(rule.scope.permission))));
    m_cost->setValue(static_cast<int>(rule.cost));
    m_form->setRule(rule, LimitDraft::of(rule));
}

void RateRuleDialog::setTexts()
{
    setTitle(m_rule ? tr("Edit %1").arg(rateRuleName(*m_rule)) : tr("Add rule"));
    m_nameField->setLabel(tr("Name"));
    m_pathField->setLabel(tr("Route"));
    m_path->setPlaceholderText(u"/api/users/{id}, /api/data/*"_s);
    m_pathField->setHint(tr("As the API’s document writes it; with /* at its end whatever is below. Empty: any route."));
    m_methodsLabel->setText(tr("Methods, none for all"));
    m_permissionField->setLabel(tr("Routes that ask for"));
    m_costField->setLabel(tr("Counts in its class as"));
    m_cost->setToolTip(tr("For how many requests of its class one of these counts"));
    const QVariant chosen = m_permission->currentData();
    m_permission->clear();
    m_permission->addItem(tr("Any permission"), QString());
    for (const access::PermissionInfo& one : access::permissions())
        m_permission->addItem(permissionTitle(one.permission), text(std::string(one.word)));
    m_permission->setCurrentIndex(std::max(0, m_permission->findData(chosen)));
    setSaveText(m_rule ? tr("Save") : tr("Add rule"));
}

protection::RateScope RateRuleDialog::scope() const
{
    protection::RateScope scope;
    scope.path = m_path->text().trimmed().toStdString();
    scope.permission = m_permission->currentData().toString().toStdString();
    for (const QCheckBox* box : m_methods)
        if (box->isChecked())
            scope.methods.push_back(box->text().toStdString());
    return scope;
}

void RateRuleDialog::updateState()
{
    const bool says = scope() != protection::RateScope{};
    allow(saveButton(), lacks(console(), Permission::ProtectionUpdate),
          says && !isButtonBusy(saveButton()) && !nameText(m_name->text()).isEmpty(), {},
          !says                        ? tr("Say which requests it is for: a route, methods or a permission")
          : isButtonBusy(saveButton()) ? waitReason()
                                       : incompleteReason());
}

void RateRuleDialog::submit()
{
    const LimitDraft draft = m_form->draft();
    protection::NewRateRule rule{nameText(m_name->text()).toStdString(),     scope(), draft.numbers, draft.subject, draft.mode,
                                 static_cast<std::uint32_t>(m_cost->value())};
    save(
        [rule, old = m_rule, draft](Services& services, const access::Actor& actor) {
            if (!old)
                return services.rateLimits.create(actor, rule);
            protection::RateRulePatch patch = draft.patchOf(*old);
            patch.name = rule.name;
            patch.scope = rule.scope;
            patch.cost = rule.cost;
            return services.rateLimits.change(actor, old->id, patch);
        },
        [this](const RateRule& made) { Q_EMIT saved(made); });
}

void RateRuleDialog::showFailure(const Error& error)
{
    if (error.code == ErrorCode::Conflict)
        return m_nameField->setError(tr("Another rule has this name, or there is no room for one more"));
    bool placed = m_form->showErrors(error);
    for (const FieldError& failed : error.fields) {
        Field* field = failed.field == "name"                              ? m_nameField
                       : failed.field == "path" || failed.field == "scope" ? m_pathField
                       : failed.field == "permission"                      ? m_permissionField
                       : failed.field == "cost"                            ? m_costField
                                                                           : nullptr;
        if (field)
            field->setError(rateFieldErrorText(failed));
        placed = placed || field;
    }
    if (!placed)
        failure()->showError(error);
}

} // namespace sallyport::ui
