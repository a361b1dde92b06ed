#include "ui/roles/role_impact_view.h"

#include "backend/access/role_graph.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype effectsShown = 6; ///< of those who gain, and of those who lose; the numbers tell of the rest
constexpr qsizetype namesShown = 3;

/// The tinted mark before a line.
class EffectMark final : public QWidget {
public:
    EffectMark(Icon icon, Tone tone, QWidget* parent) : QWidget(parent), m_icon(icon), m_tone(tone) { setFixedSize(20, 20); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Token tint = m_tone == Tone::Muted ? Token::NeutralPill : toneTint(m_tone);
        drawBox(&painter, rect(), isHighContrast() ? QColor() : color(tint),
                isHighContrast() ? color(toneText(m_tone)) : QColor(), chipRadius);
        drawIcon(&painter, m_icon, rect(), color(toneText(m_tone)), 14);
    }

private:
    Icon m_icon;
    Tone m_tone;
};

QString titleOf(const std::vector<access::Role>& roles, const std::string& name)
{
    const access::Role* const role = access::findRole(roles, name);
    return role == nullptr ? text(name) : roleName(*role);
}

} // namespace

RoleImpactView::RoleImpactView(QWidget* parent)
    : Surface(Token::Raised, parent), m_title(new ElideLabel(TextStyle::Heading, Tone::Normal, this)),
      m_when(new ElideLabel(TextStyle::Small, Tone::Muted, this)), m_lines(new QVBoxLayout)
{
    setObjectName(u"roles.impact"_s);
    setHairlines(Qt::TopEdge);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_when);
    m_lines->setSpacing(8);
    m_lines->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(10);
    column->addLayout(head);
    column->addLayout(m_lines);
    onRetranslate(this, [this] { setTexts(); });
}

void RoleImpactView::setTexts()
{
    m_title->setText(tr("What would this change"));
    m_when->setText(tr("From the next request"));
    setAccessibleName(tr("What would this change"));
}

void RoleImpactView::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(isRightToLeft() ? width() - 3 : 0, 0, 3, height(), color(Token::Info));
}

void RoleImpactView::clear()
{
    for (QWidget* widget : std::as_const(m_shown))
        widget->deleteLater();
    m_shown.clear();
}

void RoleImpactView::add(Icon icon, Tone tone, const QString& title, const QString& note)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new EffectMark(icon, tone, line), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto* what = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, line);
    what->setWraps(true);
    what->setText(title);
    texts->addWidget(what);
    if (!note.isEmpty()) {
        auto* who = new ElideLabel(TextStyle::Small, Tone::Muted, line);
        who->setWraps(true);
        who->setText(note);
        texts->addWidget(who);
    }
    row->addLayout(texts, 1);
    line->setAccessibleName(note.isEmpty() ? title : tr("%1: %2").arg(title, note));
    m_lines->addWidget(line);
    line->show();
    m_shown << line;
}

void RoleImpactView::show(const identity::RoleImpact::Effect& effect, bool gains, const std::vector<access::Role>& roles)
{
    const QString permission = permissionTitle(effect.permission);
    const int count = static_cast<int>(effect.count);
    QStringList names;
    for (const auto& member : effect.members)
        names << text(member.name);
    QString note;
    if (!names.isEmpty()) {
        const qsizetype shown = std::min(namesShown, names.size());
        note = names.mid(0, shown).join(u", "_s);
        if (count > shown)
            note = tr("%1 and %Ln more", nullptr, count - static_cast<int>(shown)).arg(note);
    }
    if (effect.keepers > 0) {
        QStringList through;
        for (const std::string& name : effect.through)
            through << titleOf(roles, name);
        const QString kept =
            gains ? tr("%Ln have it already as %1", nullptr, static_cast<int>(effect.keepers)).arg(through.join(u", "_s))
                  : tr("%Ln keep it as %1", nullptr, static_cast<int>(effect.keepers)).arg(through.join(u", "_s));
        note = note.isEmpty() ? kept : tr("%1; %2").arg(note, kept);
    }
    add(gains ? Icon::Plus : Icon::Dash, gains ? Tone::Success : Tone::Danger,
        gains ? tr("%Ln people gain %1", nullptr, count).arg(permission)
              : tr("%Ln people lose %1", nullptr, count).arg(permission),
        note);
}

void RoleImpactView::setImpact(const identity::RoleImpact& impact, const std::vector<access::Role>& roles)
{
    clear();
    for (const bool gains : {true, false}) {
        const auto& effects = gains ? impact.gained : impact.lost;
        for (std::size_t at = 0; at < effects.size() && at < static_cast<std::size_t>(effectsShown); ++at)
            show(effects[at], gains, roles);
        if (const int more = static_cast<int>(effects.size()) - static_cast<int>(effectsShown); more > 0)
            add(gains ? Icon::Plus : Icon::Dash, gains ? Tone::Success : Tone::Danger,
                gains ? tr("%Ln more permissions gained", nullptr, more) : tr("%Ln more permissions lost", nullptr, more), {});
    }
    if (impact.empty() && impact.unchanged == 0)
        return add(Icon::Dash, Tone::Muted, tr("Nobody has this role"), tr("Whoever gets it has these permissions at once."));
    if (impact.unchanged == 0)
        return;
    QStringList names;
    for (const auto& member : impact.unchangedMembers)
        names << text(member.name);
    const bool one = impact.unchanged == 1 && names.size() == 1;
    add(Icon::Dash, Tone::Muted,
        one ? tr("Nothing changes for %1").arg(names.front())
            : tr("Nothing changes for %Ln people", nullptr, static_cast<int>(impact.unchanged)),
        one ? tr("Other roles allow the same") : names.mid(0, namesShown).join(u", "_s));
}

void RoleImpactView::setError(const Error& error)
{
    clear();
    add(Icon::Warning, Tone::Warning, tr("This can’t be saved"), errorLine(error));
}

void RoleImpactView::setWaiting()
{
    clear();
    add(Icon::Hourglass, Tone::Muted, tr("Looking who would be concerned"), {});
}

} // namespace sallyport::ui
