#pragma once

#include "backend/audit/event_query.h"
#include "ui/events/filter_history.h"
#include "ui/look/icons.h"

#include <QObject>
#include <QString>

#include <vector>

namespace sallyport::ui {

/// Events that a filter takes in have their title in a colour, with an icon before it: never the colour alone.
struct ColourRule {
    QString filter;
    Tone tone = Tone::Info;
    Icon icon = Icon::Bookmark;
    bool operator==(const ColourRule&) const = default;
};

/// The operator's rules for colours in the list of events, in the program's preferences. The first that fits holds.
class ColourRules final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostRules = 20;

    explicit ColourRules(PreferenceStore preferences, QObject* parent = nullptr);

    const std::vector<ColourRule>& rules() const { return m_rules; }
    /// Those whose filter is wrong are left out, and those beyond mostRules.
    void setRules(const std::vector<ColourRule>& rules);
    /// The rule for an event, or null.
    const ColourRule* match(const audit::Event& event) const;

    /// What holds until the operator has rules of their own.
    static std::vector<ColourRule> usual();
    /// What can be chosen.
    static const std::vector<Tone>& tones();
    static const std::vector<Icon>& icons();
    static QString toneName(Tone tone);
    static QString iconTitle(Icon icon);
    /// Why this filter can't be a rule's; empty if it can. A rule takes no time: it is about each event.
    static QString mistakeIn(const QString& filter);

Q_SIGNALS:
    void changed();

private:
    void take(const std::vector<ColourRule>& rules);

    PreferenceStore m_preferences;
    std::vector<ColourRule> m_rules;
    std::vector<audit::EventQuery> m_queries; ///< of the rules
    mutable std::int64_t m_lastSequence = 0;  ///< painting asks several times for one event
    mutable const ColourRule* m_lastRule = nullptr;
};

} // namespace sallyport::ui
