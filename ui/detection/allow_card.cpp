#include "ui/detection/allow_card.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/detection/detection_words.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::DetectionExclusion;
using protection::ExclusionPreview;
using protection::NewExclusion;

AllowCard::AllowCard(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_step(makeLabel(TextStyle::Small, Tone::Muted, this)), m_what(makeLabel(TextStyle::Body, Tone::Normal, this)),
      m_rule(new QRadioButton(this)), m_class(new QRadioButton(this)), m_rulePass(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_classPass(makeLabel(TextStyle::Small, Tone::Muted, this)), m_whoIcon(new IconLabel(Icon::CheckCircle, Tone::Success)),
      m_who(makeLabel(TextStyle::Small, Tone::Muted, this)), m_reason(new QLineEdit(this)),
      m_failure(new Banner(u"detection.allow.failure"_s, this)),
      m_allow(makeButton(ButtonKind::Primary, u"detection.allow.save"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"detection.allow.cancel"_s, this)),
      m_review(makeLabel(TextStyle::Small, Tone::Muted, this))
{
    m_rule->setObjectName(u"detection.allow.rule"_s);
    m_class->setObjectName(u"detection.allow.class"_s);
    m_reason->setObjectName(u"detection.allow.reason"_s);
    m_reason->setMaxLength(500);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_what->setWordWrap(true);
    m_who->setWordWrap(true);
    const auto row = [](QWidget* first, QWidget* last) {
        auto* made = new QHBoxLayout;
        made->addWidget(first);
        made->addStretch(1);
        made->addWidget(last);
        return made;
    };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(row(m_title, m_step));
    column->addWidget(m_what);
    column->addLayout(row(m_rule, m_rulePass));
    column->addLayout(row(m_class, m_classPass));
    auto* who = new QHBoxLayout;
    who->setSpacing(8);
    who->addWidget(m_whoIcon, 0, Qt::AlignTop);
    who->addWidget(m_who, 1);
    column->addLayout(who);
    column->addWidget(m_reason);
    column->addWidget(m_failure);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_allow);
    foot->addWidget(m_cancel);
    foot->addStretch(1);
    foot->addWidget(m_review);
    column->addLayout(foot);
    connect(m_rule, &QRadioButton::toggled, this, &AllowCard::showPreviews);
    connect(m_allow, &QPushButton::clicked, this, &AllowCard::save);
    connect(m_reason, &QLineEdit::returnPressed, m_allow, &QPushButton::click);
    connect(m_cancel, &QPushButton::clicked, this, &AllowCard::cancelled);
    onRetranslate(this, [this] { setTexts(); });
}

NewExclusion AllowCard::exclusion(bool wholeClass) const
{
    NewExclusion what;
    what.rule = wholeClass ? std::string(protection::detection::classWord(m_hit.attackClass)) : m_hit.rule;
    what.route = m_hit.route;
    what.part = m_hit.part;
    what.member = m_hit.member;
    what.reason = m_reason->text().trimmed().toStdString();
    if (what.reason.empty())
        what.reason = tr("Allowed from a hit").toStdString();
    return what;
}

void AllowCard::setTexts()
{
    m_title->setText(tr("Allow here"));
    m_step->setText(tr("Step 2 of 2"));
    m_rule->setText(tr("This rule only"));
    m_class->setText(tr("All of %1").arg(attackClassTitle(m_hit.attackClass)));
    m_reason->setPlaceholderText(tr("Why, for who reviews it"));
    m_reason->setAccessibleName(tr("Reason"));
    m_allow->setText(tr("Allow"));
    m_cancel->setText(tr("Cancel"));
    m_review->setText(tr("Review in %Ln days", nullptr, static_cast<int>(NewExclusion().reviewDays)));
    const QString rule = detectionRuleTitle(m_hit.rule), place = hitPlace(m_hit.part, m_hit.member);
    m_what->setText(m_hit.route.empty() ? tr("Allow “%1” in %2 of paths that no route has").arg(rule, place)
                                        : tr("Allow “%1” in %2 of %3").arg(rule, place, toQString(m_hit.route)));
    allow(m_allow, lacks(m_console, access::Permission::ProtectionUpdate));
    showPreviews();
}

void AllowCard::open(const protection::DetectionHit& hit)
{
    m_hit = hit;
    m_ofRule.reset();
    m_ofClass.reset();
    m_failure->hide();
    m_reason->clear();
    m_rule->setChecked(true);
    setTexts();
    show();
    m_allow->setFocus();
    ask();
}

void AllowCard::ask()
{
    using Both = std::pair<ExclusionPreview, ExclusionPreview>;
    m_console.run(
        this,
        [rule = exclusion(false), whole = exclusion(true)](Services& services, const access::Actor& actor) -> Result<Both> {
            SALLYPORT_ASSIGN(ExclusionPreview ofRule, services.detectionRules.preview(actor, rule));
            SALLYPORT_ASSIGN(ExclusionPreview ofClass, services.detectionRules.preview(actor, whole));
            return Both(std::move(ofRule), std::move(ofClass));
        },
        [this, mine = ++m_asked](const Result<Both>& both) {
            if (mine != m_asked)
                return;
            if (!both)
                return m_failure->showError(both.error());
            m_ofRule = both->first;
            m_ofClass = both->second;
            showPreviews();
        });
}

void AllowCard::showPreviews()
{
    const QLocale locale;
    const auto passes = [&](const std::optional<ExclusionPreview>& preview) {
        return preview ? tr("%1 of %2 would pass")
                             .arg(locale.toString(static_cast<qlonglong>(preview->pass)),
                                  locale.toString(static_cast<qlonglong>(preview->of)))
                       : QString();
    };
    m_rulePass->setText(passes(m_ofRule));
    m_classPass->setText(passes(m_ofClass));
    const std::optional<ExclusionPreview>& chosen = m_rule->isChecked() ? m_ofRule : m_ofClass;
    m_whoIcon->setVisible(chosen.has_value());
    m_who->setVisible(chosen.has_value());
    if (!chosen)
        return fit();
    const bool outside = chosen->unknown > 0;
    m_whoIcon->setIcon(outside ? Icon::Warning : Icon::CheckCircle, outside ? Tone::Warning : Tone::Success);
    QStringList names;
    for (const auto& [who, count] : chosen->by)
        names << toQString(who);
    const QString by = locale.createSeparatedList(names);
    if (chosen->pass == 0)
        m_who->setText(tr("None of the last week would pass"));
    else if (!outside)
        m_who->setText(tr("All by %1, none from outside").arg(by));
    else if (names.isEmpty())
        m_who->setText(tr("All from outside: nobody that is known sent them"));
    else
        m_who->setText(tr("%Ln from outside, the others by %1", nullptr, static_cast<int>(chosen->unknown)).arg(by));
    fit();
}

/// Lines that wrap take the height that they need, whatever stands below.
void AllowCard::fit()
{
    setMinimumHeight(layout()->totalHeightForWidth(width()));
}

void AllowCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void AllowCard::save()
{
    m_failure->hide();
    setButtonBusy(m_allow, true);
    m_console.run(
        this,
        [what = exclusion(m_class->isChecked())](Services& services, const access::Actor& actor) {
            return services.detectionRules.exclude(actor, what);
        },
        [this](const Result<DetectionExclusion>& made) {
            setButtonBusy(m_allow, false);
            if (!made)
                return m_failure->showError(made.error());
            hide();
            Q_EMIT allowed(hitPlace(m_hit.part, m_hit.member));
        });
}

} // namespace sallyport::ui
