#include "ui/events/colour_rules.h"

#include "ui/events/filter_highlighter.h"
#include "ui/words/text_helpers.h"

#include <QStringList>

#include <algorithm>

namespace sallyport::ui {
namespace {

constexpr char16_t betweenRules = u'\t'; // a filter holds no tab
constexpr char16_t betweenParts = u'|';
const auto coloursKey = QStringLiteral("events.colours");

struct ToneWord {
    Tone tone;
    const char16_t* word;
};
constexpr ToneWord toneWords[] = {{Tone::Danger, u"danger"}, {Tone::Warning, u"warning"}, {Tone::Success, u"success"},
                                  {Tone::Info, u"info"},     {Tone::Accent, u"accent"},   {Tone::Muted, u"muted"}};

Result<audit::EventQuery> queryOf(const QString& filter)
{
    return audit::parseFilter(toUtf8(filter), UtcTime(), {});
}

QString ruleText(const ColourRule& rule)
{
    QString tone;
    for (const ToneWord& known : toneWords)
        if (known.tone == rule.tone)
            tone = QString::fromUtf16(known.word);
    return QStringList{tone, iconName(rule.icon), rule.filter}.join(betweenParts);
}

ColourRule ruleOf(const QString& text)
{
    ColourRule rule;
    for (const ToneWord& known : toneWords)
        if (text.section(betweenParts, 0, 0) == QString::fromUtf16(known.word))
            rule.tone = known.tone;
    for (const Icon icon : ColourRules::icons())
        if (text.section(betweenParts, 1, 1) == iconName(icon))
            rule.icon = icon;
    rule.filter = text.section(betweenParts, 2);
    return rule;
}

} // namespace

ColourRules::ColourRules(PreferenceStore preferences, QObject* parent) : QObject(parent), m_preferences(std::move(preferences))
{
    const QString kept = m_preferences.read ? m_preferences.read(coloursKey) : QString();
    std::vector<ColourRule> rules;
    for (const QString& text : kept.split(betweenRules, Qt::SkipEmptyParts))
        if (text != u"none")
            rules.push_back(ruleOf(text));
    take(kept.isEmpty() ? usual() : rules);
}

std::vector<ColourRule> ColourRules::usual()
{
    return {{QStringLiteral("severity:critical"), Tone::Danger, Icon::Critical},
            {QStringLiteral("kind:audit. outcome:failure"), Tone::Danger, Icon::Link},
            {QStringLiteral("kind:setting.,role.,policy.,user. outcome:success"), Tone::Info, Icon::Edit}};
}

const std::vector<Tone>& ColourRules::tones()
{
    static const std::vector<Tone> all{Tone::Danger, Tone::Warning, Tone::Success, Tone::Info, Tone::Accent, Tone::Muted};
    return all;
}

const std::vector<Icon>& ColourRules::icons()
{
    static const std::vector<Icon> all{Icon::Bookmark, Icon::Critical, Icon::Warning, Icon::Info,  Icon::Ban,
                                       Icon::Bell,     Icon::Edit,     Icon::Eye,     Icon::Key,   Icon::Link,
                                       Icon::Lock,     Icon::Shield,   Icon::User,    Icon::Users, Icon::Zap};
    return all;
}

QString ColourRules::toneName(Tone tone)
{
    switch (tone) {
    case Tone::Danger: return tr("Red");
    case Tone::Warning: return tr("Amber");
    case Tone::Success: return tr("Green");
    case Tone::Info: return tr("Teal");
    case Tone::Accent: return tr("Blue");
    default: return tr("Grey");
    }
}

QString ColourRules::iconTitle(Icon icon)
{
    switch (icon) {
    case Icon::Critical: return tr("Octagon");
    case Icon::Warning: return tr("Triangle");
    case Icon::Info: return tr("Circle");
    case Icon::Ban: return tr("Barred circle");
    case Icon::Bell: return tr("Bell");
    case Icon::Edit: return tr("Pencil");
    case Icon::Eye: return tr("Eye");
    case Icon::Key: return tr("Key");
    case Icon::Link: return tr("Chain");
    case Icon::Lock: return tr("Padlock");
    case Icon::Shield: return tr("Shield");
    case Icon::User: return tr("Person");
    case Icon::Users: return tr("People");
    case Icon::Zap: return tr("Lightning");
    default: return tr("Bookmark");
    }
}

QString ColourRules::mistakeIn(const QString& filter)
{
    const auto problems = filterProblems(filter);
    if (!problems.empty())
        return problems.front().message;
    const auto query = queryOf(filter);
    if (!query || filter.trimmed().isEmpty())
        return tr("A rule needs a filter.");
    return query->since || query->until ? tr("A rule takes no time.") : QString();
}

void ColourRules::take(const std::vector<ColourRule>& rules)
{
    m_rules.clear();
    m_queries.clear();
    m_lastSequence = 0;
    for (const ColourRule& rule : rules) {
        auto query = queryOf(rule.filter);
        if (m_rules.size() == mostRules || !mistakeIn(rule.filter).isEmpty() || !query)
            continue;
        m_rules.push_back(rule);
        m_queries.push_back(std::move(*query));
    }
}

void ColourRules::setRules(const std::vector<ColourRule>& rules)
{
    take(rules);
    QStringList texts;
    for (const ColourRule& rule : m_rules)
        texts << ruleText(rule);
    if (m_preferences.write)
        m_preferences.write(coloursKey, texts.isEmpty() ? QStringLiteral("none") : texts.join(betweenRules));
    Q_EMIT changed();
}

const ColourRule* ColourRules::match(const audit::Event& event) const
{
    if (event.sequence > 0 && event.sequence == m_lastSequence)
        return m_lastRule;
    m_lastSequence = event.sequence;
    m_lastRule = nullptr;
    for (std::size_t i = 0; i < m_rules.size() && m_lastRule == nullptr; ++i)
        if (audit::matches(m_queries[i], event))
            m_lastRule = &m_rules[i];
    return m_lastRule;
}

} // namespace sallyport::ui
