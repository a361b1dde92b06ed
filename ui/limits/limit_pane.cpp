#include "ui/limits/limit_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/limits/hottest_list.h"
#include "ui/limits/limit_form.h"
#include "ui/limits/override_list.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/parts/fact_rows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/words/event_text.h"
#include "ui/words/rate_rule_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::RatePreview;
using protection::RateRule;

namespace {

constexpr int previewAfter = 150; // ms after the last key
constexpr int victimsShown = 3;

QString countOf(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace

LimitPane::LimitPane(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_pane(new DetailsPane(u"limits.details"_s, this))
{
    build();
    m_wait.setSingleShot(true);
    m_wait.setInterval(previewAfter);
    connect(&m_wait, &QTimer::timeout, this, &LimitPane::ask);
    onRetranslate(this, [this] { setTexts(); });
}

void LimitPane::build()
{
    m_pane->setAvatarVisible(false);
    m_edit = makeIconButton(Icon::Edit, u"limits.details.edit"_s, this);
    m_remove = makeIconButton(Icon::Trash, u"limits.details.remove"_s, this);
    m_pane->addHeadAction(m_edit);
    m_pane->addHeadAction(m_remove);
    const int page = m_pane->addPage(u"limits.details.page"_s);
    auto* form = m_pane->addSection(page);
    form->setLineAbove(true);
    m_form = new LimitForm(u"limits.details"_s, form);
    form->setContent(m_form);
    m_suggestionSection = m_pane->addSection(page);
    m_suggestionSection->setContent(makeSuggestion());
    m_previewSection = m_pane->addSection(page);
    m_previewText = new ElideLabel(TextStyle::Body, Tone::Normal, this);
    m_previewText->setObjectName(u"limits.details.preview"_s);
    m_previewText->setWraps(true);
    m_victims = new FactRows(u"limits.details.victims"_s, {{16}, {112}, {}, {24, true}}, 28, this);
    m_previewSection->body()->addWidget(m_previewText);
    m_previewSection->body()->addWidget(m_victims);
    m_hottestSection = m_pane->addSection(page);
    m_events = m_hottestSection->addLink(u"limits.details.events"_s);
    m_hottest = new HottestList(u"limits.details.hottest"_s, this);
    m_hottestSection->setContent(m_hottest);
    m_overridesSection = m_pane->addSection(page);
    m_addOverride = m_overridesSection->addLink(u"limits.details.add_override"_s);
    m_overrides = new OverrideList(u"limits.details.overrides"_s, this);
    m_overridesSection->setContent(m_overrides);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pane, 1);
    column->addWidget(makeSaveBar());
    connect(m_pane, &DetailsPane::closeRequested, this, &LimitPane::closeRequested);
    connect(m_form, &LimitForm::edited, this, &LimitPane::edited);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_usage && m_usage->suggestion)
            m_form->setRequests(m_usage->suggestion->requests);
    });
    connect(m_hottest, &HottestList::resetRequested, this, &LimitPane::resetRequested);
    connect(m_events, &QPushButton::clicked, this, &LimitPane::eventsRequested);
    connect(m_addOverride, &QPushButton::clicked, this, &LimitPane::addOverrideRequested);
    connect(m_overrides, &OverrideList::removeRequested, this, &LimitPane::removeOverrideRequested);
    connect(m_edit, &QPushButton::clicked, this, &LimitPane::editRequested);
    connect(m_remove, &QPushButton::clicked, this, &LimitPane::removeRequested);
    connect(m_discard, &QPushButton::clicked, this, &LimitPane::discard);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_rule && hasChanges())
            Q_EMIT saveRequested(m_form->draft().patchOf(m_rule->setting));
    });
}

QWidget* LimitPane::makeSuggestion()
{
    auto* box = new QWidget(this);
    m_suggestion = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, box);
    m_suggestion->setObjectName(u"limits.details.suggestion"_s);
    m_suggestionNote = new ElideLabel(TextStyle::Small, Tone::Muted, box);
    m_suggestionNote->setWraps(true);
    m_use = makeButton(ButtonKind::Secondary, u"limits.details.use"_s, box, Icon::None, ButtonSize::Tool);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_suggestion);
    texts->addWidget(m_suggestionNote);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(Icon::Lightbulb, Tone::Info, 16, box), 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_use, 0, Qt::AlignVCenter);
    return box;
}

QWidget* LimitPane::makeSaveBar()
{
    m_bar = new Surface(Token::Surface, this);
    m_bar->setObjectName(u"limits.bar"_s);
    m_bar->setHairlines(Qt::TopEdge);
    m_change = new ElideLabel(TextStyle::Body, Tone::Muted, m_bar);
    m_change->setObjectName(u"limits.bar.change"_s);
    m_discard = makeButton(ButtonKind::Secondary, u"limits.bar.discard"_s, m_bar);
    m_save = makeButton(ButtonKind::Primary, u"limits.bar.save"_s, m_bar);
    auto* row = new QHBoxLayout(m_bar);
    setLeadingMargins(m_bar, {20, 13, 20, 11});
    row->setSpacing(8);
    row->addWidget(m_change, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    m_bar->hide();
    return m_bar;
}

void LimitPane::setTexts()
{
    setIconButtonText(m_edit, tr("Edit rule"));
    setIconButtonText(m_remove, tr("Delete rule"));
    m_previewSection->setTitle(tr("Yesterday with these numbers"));
    m_hottestSection->setTitle(tr("Hottest now"));
    m_overridesSection->setTitle(tr("Own numbers"));
    m_addOverride->setText(tr("Add"));
    m_events->setText(tr("Open events"));
    m_events->setVisible(mayOpenPanel(m_console, u"events"_s));
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save"));
    if (!m_rule)
        return;
    showHead();
    showUsage();
    showPreview();
    showState();
    readOverrides();
}

void LimitPane::setRule(const RateRule& rule)
{
    const bool other = !m_rule || m_rule->setting.id != rule.setting.id;
    const bool changed = other || m_rule->setting.numbers != rule.setting.numbers || m_rule->setting.mode != rule.setting.mode ||
                         m_rule->setting.subject != rule.setting.subject;
    m_rule = rule;
    if (other) {
        m_usage.reset();
        m_preview.reset();
        ++m_asked;
    }
    showHead();
    if (changed) {
        const auto kept = m_drafts.find(rule.setting.id);
        m_form->setRule(rule.setting, kept == m_drafts.end() ? LimitDraft::of(rule.setting) : kept->second);
        m_form->setAgainst(lacks(m_console, Permission::ProtectionUpdate));
        Q_EMIT numbersChanged(numbers());
    }
    if (other) {
        showUsage();
        showPreview();
    }
    if (changed) {
        ask();
        readOverrides();
    }
    showState();
}

void LimitPane::readOverrides()
{
    if (!m_rule)
        return;
    using protection::RateSubject;
    const RateSubject subject = m_rule->setting.subject;
    const bool possible = subject != RateSubject::Address && subject != RateSubject::AddressAndAccount;
    m_overridesSection->setVisible(possible);
    const int asked = ++m_overridesAsked;
    if (!possible)
        return;
    allow(m_addOverride, lacks(m_console, Permission::ProtectionUpdate), true, tr("Give somebody numbers of their own"));
    m_console.run(
        this,
        [id = m_rule->setting.id](Services& services, const access::Actor& actor) {
            return services.rateLimits.overrides(actor, id);
        },
        [this, asked](const Result<std::vector<protection::RateOverride>>& overrides) {
            if (asked == m_overridesAsked)
                showOverrides(overrides);
        });
}

void LimitPane::showOverrides(const Result<std::vector<protection::RateOverride>>& overrides)
{
    m_overridesSection->setCount(overrides && !overrides->empty() ? countOf(static_cast<std::int64_t>(overrides->size()))
                                                                  : QString());
    if (!overrides) {
        if (overrides.error().code != ErrorCode::Cancelled)
            m_overrides->setNotice(errorLine(overrides.error()));
    } else if (overrides->empty()) {
        m_overrides->setNotice(tr("The rule holds for everybody."));
    } else {
        m_overrides->setOverrides(*overrides, lacks(m_console, Permission::ProtectionUpdate));
    }
}

void LimitPane::setUsage(const protection::RateUsage& usage)
{
    m_usage = usage;
    showUsage();
}

void LimitPane::setUsageError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_hottest->setNotice(errorLine(error));
}

protection::RateNumbers LimitPane::numbers() const
{
    return m_form->draft().numbers;
}

bool LimitPane::hasChanges() const
{
    return m_rule && m_form->draft().changes(m_rule->setting);
}

QString LimitPane::unsavedWork() const
{
    return m_drafts.empty() ? QString() : tr("Numbers of %Ln rules", nullptr, static_cast<int>(m_drafts.size()));
}

void LimitPane::showHead()
{
    const protection::RateSetting& setting = m_rule->setting;
    m_pane->setTitle(rateRuleName(setting));
    m_pane->setSubtitle(rateRuleScope(*m_rule));
    m_pane->pill()->setContent(controlModeTone(setting.mode), controlModeIcon(setting.mode), controlModeText(setting.mode));
    m_pane->pill()->show();
    const QString against = lacks(m_console, Permission::ProtectionUpdate);
    for (QPushButton* button : {m_edit, m_remove}) {
        button->setVisible(!setting.builtIn);
        allow(button, against, true, button->accessibleName());
    }
}

void LimitPane::showUsage()
{
    showSuggestion();
    const auto& numbers = m_rule->setting.numbers;
    m_hottestSection->setCount(tr("of %1", "so many of 100 an hour").arg(rateLimitText(numbers.requests, numbers.window)));
    if (!m_usage)
        return m_hottest->setNotice(tr("Counting…"));
    if (m_usage->hottest.empty())
        return m_hottest->setNotice(tr("Nobody uses it now."));
    m_hottest->setUses(m_usage->hottest, lacks(m_console, Permission::ProtectionUpdate));
}

void LimitPane::showSuggestion()
{
    const bool known = m_usage && m_usage->suggestion;
    m_use->setVisible(known);
    m_suggestionNote->setVisible(known);
    if (!known) {
        m_suggestion->setText(m_usage ? tr("Too little traffic in 7 days for a suggestion") : tr("Looking at the last 7 days…"));
        return;
    }
    const auto& suggestion = *m_usage->suggestion;
    m_suggestion->setText(tr("Suggested: %1").arg(rateLimitText(suggestion.requests, m_rule->setting.numbers.window)));
    m_suggestionNote->setText(
        tr("p95 of 7 days: %1, plus %2 % room").arg(countOf(suggestion.p95), QLocale().toString(suggestion.roomPercent)));
    m_use->setText(tr("Use %1").arg(countOf(suggestion.requests)));
    const bool used = m_form->draft().numbers.requests == suggestion.requests;
    allow(m_use, lacks(m_console, Permission::ProtectionUpdate), !used, tr("Fills the field, saves nothing"),
          tr("The field has this number already"));
}

void LimitPane::edited()
{
    if (!m_rule)
        return;
    if (hasChanges())
        m_drafts.insert_or_assign(m_rule->setting.id, m_form->draft());
    else
        m_drafts.erase(m_rule->setting.id);
    Q_EMIT numbersChanged(numbers());
    showSuggestion();
    showState();
    m_wait.start();
}

void LimitPane::discard()
{
    if (!m_rule)
        return;
    m_drafts.erase(m_rule->setting.id);
    m_form->setRule(m_rule->setting, LimitDraft::of(m_rule->setting));
    m_form->clearErrors();
    Q_EMIT numbersChanged(numbers());
    showSuggestion();
    showState();
    ask();
}

void LimitPane::showState()
{
    const bool changed = hasChanges();
    m_bar->setVisible(changed);
    if (!changed)
        return;
    m_change->setText(m_form->draft().words(m_rule->setting));
    enableOr(m_discard, m_saving ? waitReason() : QString());
    allow(m_save, lacks(m_console, Permission::ProtectionUpdate), !m_saving);
}

void LimitPane::setSaving(bool saving)
{
    m_saving = saving;
    setButtonBusy(m_save, saving);
    showState();
}

void LimitPane::takeSaved(const RateRule& rule)
{
    m_drafts.erase(rule.setting.id);
    if (m_rule && m_rule->setting.id == rule.setting.id)
        setRule(rule);
}

void LimitPane::showFailure(const Error& error)
{
    m_form->showErrors(error);
}

/// What yesterday would have been like. Asked again with every number; only the last answer counts.
void LimitPane::ask()
{
    m_wait.stop();
    if (!m_rule)
        return;
    const int asked = ++m_asked;
    m_console.run(
        this,
        [id = m_rule->setting.id, numbers = numbers()](Services& services, const access::Actor& actor) {
            return services.rateLimits.preview(actor, id, numbers);
        },
        [this, asked](const Result<RatePreview>& preview) {
            if (asked != m_asked)
                return;
            if (preview) {
                m_preview = *preview;
                return showPreview();
            }
            m_preview.reset();
            m_victims->setRows({});
            if (!m_form->showErrors(preview.error()) && preview.error().code != ErrorCode::Cancelled)
                m_previewText->setText(errorLine(preview.error()));
        });
}

QString LimitPane::previewText() const
{
    const RatePreview& preview = *m_preview;
    const bool changed = m_form->draft().numbers != m_rule->setting.numbers;
    QString told;
    if (preview.requests == 0)
        told = tr("Nothing would have been refused");
    else
        told = tr("%1 of %2 would have been refused", "14 requests of 3 callers")
                   .arg(tr("%Ln requests", nullptr, static_cast<int>(preview.requests)),
                        tr("%Ln callers", nullptr, static_cast<int>(preview.callers)));
    if (changed)
        told += u"; "_s + tr("with %1 it was %2", "with 100 it was 96")
                              .arg(QLocale().toString(m_rule->setting.numbers.requests), countOf(preview.presentRequests));
    told += u'.';
    if (preview.shortSince)
        told += u' ' + tr("Counted since %1 only.").arg(clockMinuteText(*preview.shortSince));
    return told;
}

void LimitPane::showPreview()
{
    if (!m_preview) {
        m_previewText->setText(tr("Looking at the last 24 hours…"));
        return m_victims->setRows({});
    }
    m_previewText->setText(previewText());
    QList<FactRows::Row> rows;
    for (std::size_t at = 0; at < m_preview->victims.size() && at < victimsShown; ++at) {
        const protection::RateVictim& victim = m_preview->victims[at];
        const QString from = clockMinuteText(victim.from), until = clockMinuteText(victim.until);
        rows << FactRows::Row{
            {{}, TextStyle::Body, Tone::Muted, rateCallerIcon(victim.caller.kind)},
            {rateCallerText(victim.caller)},
            {from == until ? from : tr("%1 to %2", "09:41 to 09:58").arg(from, until), TextStyle::Small, Tone::Muted},
            {countOf(victim.requests)}};
    }
    m_victims->setRows(rows);
}

} // namespace sallyport::ui
