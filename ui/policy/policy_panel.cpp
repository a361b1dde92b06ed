#include "ui/policy/policy_panel.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/look/surface.h"
#include "ui/policy/measure_box.h"
#include "ui/policy/try_password.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_groups.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_form.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/setting_text.h"
#include "ui/words/text_match.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

/// A region with the settings that it shows and what stands under them.
struct PolicyPanel::Part {
    std::string id;
    FormRegion region;
    QWidget* line = nullptr; ///< above it
    QWidget* extra = nullptr;
    std::vector<std::string> keys;
};

PolicyPanel::PolicyPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)), m_filter(new FilterBar(u"policy.filter"_s, this)),
      m_form(new SettingsForm(console, u"policy"_s, this)), m_toast(new Toast(this))
{
    setObjectName(u"policy"_s);
    m_events = makeButton(ButtonKind::Secondary, u"policy.events"_s, m_header, Icon::History);
    m_events->setVisible(console.may(access::Permission::EventsRead));
    m_header->addAction(m_events);
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    load();
}

PolicyPanel::~PolicyPanel() = default;

void PolicyPanel::build()
{
    auto* page = new Surface(Token::Surface);
    auto* regions = new QVBoxLayout(page);
    regions->setContentsMargins(24, 0, 24, 24);
    regions->setSpacing(0);
    for (const SettingGroup& group : policyGroups()) {
        Part part;
        part.id = group.id;
        if (!m_parts.empty()) {
            part.line = makeSeparator(Qt::Horizontal, Token::Border, page);
            regions->addWidget(part.line);
        }
        part.region = makeFormRegion(page);
        for (const std::string_view key : group.keys) {
            part.region.column->addWidget(m_form->add(key, part.region.fields));
            part.keys.emplace_back(key);
        }
        if (group.id == "passwords")
            part.extra = m_try = new TryPassword(console(), part.region.fields);
        if (group.id == "hashing")
            part.extra = m_measure = new MeasureBox(console(), part.region.fields);
        if (part.extra) {
            part.extra->setContentsMargins(leadingMargins(settingFieldInset, 0, 0, 0));
            part.region.column->addWidget(part.extra);
        }
        regions->addWidget(part.region.widget);
        m_parts.push_back(std::move(part));
    }
    regions->addStretch(1);
    m_area = makeScrollArea(page, this, u"policy.page"_s);
    m_states = new StateStack(u"policy.state"_s, m_area, this);
    m_states->empty()->setIcon(Icon::Search);
    m_clear = makeButton(ButtonKind::Secondary, u"policy.clear_filter"_s, m_states->empty());
    m_states->empty()->addAction(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
    column->addWidget(m_form->bar());
}

void PolicyPanel::connectParts()
{
    connect(&console(), &Console::settingsChanged, this, [this] {
        load();
        m_try->rateAgain();
    });
    connect(&console(), &Console::operatorChanged, this, &PolicyPanel::load);
    connect(m_form, &SettingsForm::saveRequested, m_form, &SettingsForm::save);
    connect(m_form, &SettingsForm::saved, this, [this] {
        m_try->rateAgain();
        m_toast->say(Tone::Success, tr("The policy was saved."));
    });
    connect(m_measure, &MeasureBox::chosen, this, [this](const crypto::PasswordCost& cost) {
        m_form->type("passwords.argon2_memory", QString::number(cost.memoryKib));
        m_form->type("passwords.argon2_passes", QString::number(cost.passes));
        m_form->type("passwords.argon2_lanes", QString::number(cost.lanes));
    });
    connect(m_events, &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(u"events"_s, u"kind:password kind:setting.changed kind:session"_s); });
    connect(m_filter->field(), &FilterField::filterChanged, this, &PolicyPanel::search);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        search({});
        m_filter->field()->setFocus();
    });
    connect(m_states->error(), &ErrorState::retryRequested, this, &PolicyPanel::load);
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->field()->setFocus(Qt::ShortcutFocusReason);
        m_filter->field()->selectAll();
    });
}

void PolicyPanel::setTexts()
{
    m_header->setTitle(tr("Password and session policy"));
    m_events->setText(tr("Show events"));
    m_filter->field()->setPlaceholderText(tr("Search settings"));
    m_filter->field()->setAccessibleName(tr("Search settings"));
    m_clear->setText(tr("Clear search"));
    m_states->empty()->setTexts(tr("No setting matches"), tr("Names and explanations are searched."));
    const auto groups = policyGroups();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i].region.title->setText(groups[i].title);
        m_parts[i].region.sentence->setText(groups[i].text);
    }
    m_form->setTexts();
    m_form->setUnit("passwords.min_length", tr("characters"));
    m_form->setUnit("passwords.min_length_mfa", tr("characters"));
    m_form->setUnit("passwords.argon2_memory", tr("KiB"));
    search(m_filter->field()->text());
}

void PolicyPanel::activate(const QString& argument)
{
    load();
    if (!argument.isEmpty())
        reveal(argument.toStdString());
}

void PolicyPanel::refresh()
{
    load();
    m_try->rateAgain();
}

void PolicyPanel::load()
{
    if (!console().may(access::Permission::SettingsRead)) {
        Error error(ErrorCode::PermissionDenied, "settings:read is missing");
        error.required = "settings:read";
        m_states->showError(error);
        m_form->bar()->hide();
        return;
    }
    m_form->load();
    search(m_filter->field()->text());
}

void PolicyPanel::search(const QString& text)
{
    if (!console().may(access::Permission::SettingsRead))
        return;
    const QString wanted = text.trimmed();
    const auto matches = [&](const QString& in) { return containsText(in, wanted); };
    bool any = false;
    for (const Part& part : m_parts) {
        // A region that is meant as a whole shows all of itself.
        const bool whole = matches(part.region.title->text());
        bool shown = whole;
        for (const std::string& key : part.keys) {
            const bool fits = whole || m_form->row(key)->matches(wanted);
            m_form->row(key)->setVisible(fits);
            shown = shown || fits;
        }
        if (part.extra)
            part.extra->setVisible(whole);
        part.region.widget->setVisible(shown);
        if (part.line)
            part.line->setVisible(shown && any);
        any = any || shown;
    }
    if (any)
        m_states->showContent();
    else
        m_states->showEmpty();
}

void PolicyPanel::reveal(const std::string& key)
{
    SettingInput* shown = m_form->input(key);
    if (shown == nullptr)
        return;
    m_filter->field()->clear();
    search({});
    // After the layout: the page may be shown for the first time.
    QTimer::singleShot(0, shown, [this, shown, field = m_form->field(key)] {
        m_area->ensureWidgetVisible(field, 0, 120);
        shown->editor()->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace sallyport::ui
