#include "ui/words/filter_suggestions.h"

#include "backend/audit/event_kinds.h"
#include "backend/audit/event_query.h"
#include "ui/words/event_text.h"
#include "ui/words/text_helpers.h"
#include "ui/words/text_match.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sallyport::ui {
namespace {

struct Key {
    const char* word;
    const char* explanation;
};

constexpr std::array keys{
    Key{"since", QT_TRANSLATE_NOOP("EventFilter", "Start: 15m, 1h, 7d or a time")},
    Key{"until", QT_TRANSLATE_NOOP("EventFilter", "End: 15m, 1h, 7d ago or a time")},
    Key{"severity", QT_TRANSLATE_NOOP("EventFilter", "At least this severe: >=warning")},
    Key{"outcome", QT_TRANSLATE_NOOP("EventFilter", "How it ended")},
    Key{"kind", QT_TRANSLATE_NOOP("EventFilter", "What happened, or a family as auth.")},
    Key{"user", QT_TRANSLATE_NOOP("EventFilter", "Name, quoted if it has spaces")},
    Key{"address", QT_TRANSLATE_NOOP("EventFilter", "Address or network")},
    Key{"path", QT_TRANSLATE_NOOP("EventFilter", "Beginning of the path")},
    Key{"request", QT_TRANSLATE_NOOP("EventFilter", "Request id from an answer")},
    Key{"session", QT_TRANSLATE_NOOP("EventFilter", "Id of a session")},
    Key{"reason", QT_TRANSLATE_NOOP("EventFilter", "Word of the reason: wrong_password")},
    Key{"ip", QT_TRANSLATE_NOOP("EventFilter", "Address or network")},
};

struct Choice {
    const char* key;
    const char* value;
    const char* explanation;
};

constexpr std::array choices{
    Choice{"since", "15m", QT_TRANSLATE_NOOP("EventFilter", "The last 15 minutes")},
    Choice{"since", "1h", QT_TRANSLATE_NOOP("EventFilter", "The last hour")},
    Choice{"since", "24h", QT_TRANSLATE_NOOP("EventFilter", "The last 24 hours")},
    Choice{"since", "7d", QT_TRANSLATE_NOOP("EventFilter", "The last 7 days")},
    Choice{"since", "30d", QT_TRANSLATE_NOOP("EventFilter", "The last 30 days")},
    Choice{"until", "1h", QT_TRANSLATE_NOOP("EventFilter", "Up to an hour ago")},
    Choice{"until", "24h", QT_TRANSLATE_NOOP("EventFilter", "Up to a day ago")},
    Choice{"severity", ">=notice", QT_TRANSLATE_NOOP("EventFilter", "Notice and worse")},
    Choice{"severity", ">=warning", QT_TRANSLATE_NOOP("EventFilter", "Warning and worse")},
    Choice{"severity", ">=critical", QT_TRANSLATE_NOOP("EventFilter", "Critical only")},
    Choice{"outcome", "success", QT_TRANSLATE_NOOP("EventFilter", "Done")},
    Choice{"outcome", "failure", QT_TRANSLATE_NOOP("EventFilter", "Tried and failed")},
    Choice{"outcome", "refused", QT_TRANSLATE_NOOP("EventFilter", "Not allowed")},
    Choice{"outcome", "blocked", QT_TRANSLATE_NOOP("EventFilter", "Stopped by protection")},
};

QString explain(const char* text)
{
    return QCoreApplication::translate("EventFilter", text);
}

QString unquoted(QString value)
{
    if (value.startsWith(u'"'))
        value.remove(0, 1);
    if (value.endsWith(u'"'))
        value.chop(1);
    return value;
}

/// Seen values that contain `typed`, most frequent first.
void addSeen(std::vector<FilterSuggestion>& into, const QString& sign, const QString& key, const QString& typed,
             const QHash<QString, int>& seen)
{
    std::vector<std::pair<QString, int>> found;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (containsText(it.key(), typed))
            found.emplace_back(it.key(), it.value());
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    for (const auto& [value, count] : found)
        into.push_back({sign + filterTerm(key, value), {}, count, true});
}

void addKinds(std::vector<FilterSuggestion>& into, const QString& sign, const QString& typed, const FilterKnowledge& known)
{
    for (const audit::EventKind& kind : audit::eventKinds()) {
        const QString word = toQString(kind.word);
        const QString title = kindTitle(kind.word);
        if (containsText(word, typed) || containsText(title, typed))
            into.push_back({sign + filterTerm(QStringLiteral("kind"), word), title, known.kinds.value(word), true});
    }
    std::stable_sort(into.begin(), into.end(), [](const auto& a, const auto& b) { return a.seen > b.seen; });
}

std::vector<FilterSuggestion> suggestValues(const QString& sign, const QString& key, const QString& typed,
                                            const FilterKnowledge& known)
{
    std::vector<FilterSuggestion> found;
    for (const Choice& choice : choices) {
        const QString value = QLatin1StringView(choice.value);
        if (key == QLatin1StringView(choice.key) && containsText(value, typed) && value.compare(typed, Qt::CaseInsensitive) != 0)
            found.push_back({sign + filterTerm(key, value), explain(choice.explanation), 0, true});
    }
    if (key == u"kind")
        addKinds(found, sign, typed, known);
    else if (key == u"user")
        addSeen(found, sign, key, typed, known.users);
    else if (key == u"address" || key == u"ip")
        addSeen(found, sign, key, typed, known.addresses);
    else if (key == u"path")
        addSeen(found, sign, key, typed, known.paths);
    else if (key == u"reason")
        addSeen(found, sign, key, typed, known.reasons);
    else if (key == u"session")
        addSeen(found, sign, key, typed, known.sessions);
    return found;
}

} // namespace

void FilterKnowledge::learn(const audit::Event& event)
{
    const auto note = [](QHash<QString, int>& values, std::string_view value) {
        constexpr qsizetype most = 2000;
        if (value.empty())
            return;
        const QString text = toQString(value);
        auto known = values.find(text);
        if (known != values.end())
            ++known.value();
        else if (values.size() < most)
            values.insert(text, 1);
    };
    if (event.actor.kind != "system")
        note(users, event.actor.name);
    note(addresses, event.address);
    note(paths, event.path);
    note(kinds, event.kind);
    note(reasons, event.reason);
    if (event.object.kind == "session")
        note(sessions, event.object.id);
}

FilterPart partAt(const QString& text, int caret)
{
    caret = std::clamp(caret, 0, static_cast<int>(text.size()));
    FilterPart part;
    bool quoted = false;
    for (int i = 0; i < caret; ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (text[i].isSpace() && !quoted)
            part.start = i + 1;
    }
    part.end = caret;
    while (part.end < text.size() && (quoted || !text[part.end].isSpace())) {
        if (text[part.end] == u'"')
            quoted = !quoted;
        ++part.end;
    }
    part.text = text.mid(part.start, caret - part.start);
    return part;
}

std::vector<FilterSuggestion> suggestFilter(const QString& text, int caret, const FilterKnowledge& known, int limit)
{
    const FilterPart part = partAt(text, caret);
    QString typed = part.text;
    QString sign;
    if (typed.startsWith(u'-')) {
        sign = QStringLiteral("-");
        typed.remove(0, 1);
    }
    std::vector<FilterSuggestion> found;
    if (const qsizetype colon = typed.indexOf(u':'); colon > 0) {
        found = suggestValues(sign, typed.left(colon).toLower(), unquoted(typed.mid(colon + 1)), known);
    } else {
        for (const Key& key : keys) {
            const QString word = QLatin1StringView(key.word);
            if (!word.startsWith(typed, Qt::CaseInsensitive))
                continue;
            found.push_back({QString(sign + word + u':'), explain(key.explanation), 0, false});
            if (!typed.isEmpty()) {
                const auto values = suggestValues(sign, word, {}, known);
                found.insert(found.end(), values.begin(), values.end());
            }
        }
        if (typed.size() >= 2) {
            addSeen(found, sign, QStringLiteral("user"), typed, known.users);
            addSeen(found, sign, QStringLiteral("address"), typed, known.addresses);
        }
    }
    std::erase_if(found, [&](const FilterSuggestion& one) { return one.insert == part.text; });
    if (static_cast<int>(found.size()) > limit)
        found.resize(static_cast<std::size_t>(limit));
    return found;
}

QString filterTerm(const QString& key, const QString& value)
{
    return toQString(audit::filterTerm(toUtf8(key), toUtf8(value)));
}

QString withTerm(const QString& text, const QString& key, const QString& value)
{
    const std::string bytes = toUtf8(text);
    QStringList kept;
    for (const audit::FilterToken& token : audit::tokenizeFilter(bytes)) {
        if (token.negated || toQString(token.key) != key)
            kept << toQString(std::string_view(bytes).substr(token.position, token.length));
    }
    kept << filterTerm(key, value);
    return kept.join(u' ');
}

} // namespace sallyport::ui
