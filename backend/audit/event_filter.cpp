#include "backend/audit/event_kinds.h"
#include "backend/audit/filter_time.h"
#include "backend/audit/filter_tokens.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/base/nearest_word.h"
#include "backend/base/utf8.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace sallyport::audit {

namespace {

constexpr std::size_t termLimit = 32;

// The messages are constants: the window translates them by context "EventFilter".
constexpr const char* tooLong = "The filter is longer than 1,000 characters.";
constexpr const char* tooMany = "A filter has at most 32 terms.";
constexpr const char* unknownFilter = "There is no such filter. Put quotation marks around text with a colon.";
constexpr const char* noValue = "A value is missing after the colon.";
constexpr const char* noPartner = "The closing quotation mark is missing.";
constexpr const char* twice = "This can be given only once.";
constexpr const char* notExcludable = "This cannot be excluded with a minus sign.";
constexpr const char* badTime = "Not a time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00.";
constexpr const char* badPeriod = "The period ends before it begins.";
constexpr const char* badOutcome = "Must be success, failure, refused or blocked.";
constexpr const char* badSeverity = "Must be info, notice, warning or critical, with or without >=.";
constexpr const char* badKind = "There is no such kind of event.";
constexpr const char* badAddress = "Not an address or network, like 203.0.113.7 or 203.0.113.0/24.";
constexpr const char* badSession = "Not the id of a session: it has 26 letters and digits.";
constexpr const char* badText = "Text must be well-formed UTF-8.";

constexpr auto outcomeWords = std::to_array<std::string_view>({"success", "failure", "refused", "blocked"});
constexpr auto severityWords = std::to_array<std::string_view>({"info", "notice", "warning", "critical"});

class Parser {
public:
    Parser(UtcTime now, const TimeZone& zone) : m_now(now), m_zone(zone) {}

    void parse(std::string_view text)
    {
        if (isLongerThan(text, filterTextLimit)) {
            m_mistakes.push_back({0, text.size(), tooLong, {}});
            return;
        }
        if (!codePointCount(text)) {
            m_mistakes.push_back({0, text.size(), badText, {}});
            return;
        }
        const std::vector<RawToken> tokens = rawTokens(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i == termLimit) {
                m_mistakes.push_back({tokens[i].token.position, text.size() - tokens[i].token.position, tooMany, {}});
                break;
            }
            if (const char* mistake = term(tokens[i]))
                mark(tokens[i], mistake);
        }
        if (m_mistakes.empty() && query.since && query.until && *query.until < *query.since)
            m_mistakes.push_back({m_untilPosition, m_untilLength, badPeriod, {}});
    }

    EventQuery query;
    const std::vector<FilterMistake>& mistakes() const { return m_mistakes; }

private:
    using Handler = const char* (Parser::*) (const FilterToken&);
    struct Key {
        std::string_view word;
        Handler handler;
    };

    void mark(const RawToken& raw, const char* message)
    {
        // The value if there is one, else the whole term.
        const std::size_t end = raw.token.position + raw.token.length;
        const bool value = message != unknownFilter && message != notExcludable && end > raw.valuePosition;
        const std::size_t start = value ? raw.valuePosition : raw.token.position;
        m_mistakes.push_back({start, end - start, message, std::exchange(m_suggestion, {})});
    }

    const char* term(const RawToken& raw)
    {
        static constexpr std::array<Key, 12> keys{{
            {"since", &Parser::since},
            {"until", &Parser::until},
            {"outcome", &Parser::outcome},
            {"kind", &Parser::kind},
            {"severity", &Parser::severity},
            {"address", &Parser::address},
            {"ip", &Parser::address},
            {"user", &Parser::user},
            {"path", &Parser::path},
            {"request", &Parser::request},
            {"session", &Parser::session},
            {"reason", &Parser::reason},
        }};
        const FilterToken& token = raw.token;
        if (raw.unterminated)
            return noPartner;
        if (token.key.empty()) {
            if (!token.value.empty())
                (token.negated ? query.without.texts : query.texts).push_back(token.value);
            return nullptr;
        }
        const auto key = std::ranges::find(keys, token.key, &Key::word);
        if (key == keys.end()) {
            std::array<std::string_view, keys.size()> known;
            std::ranges::transform(keys, known.begin(), &Key::word);
            return suggest(token.key, known, unknownFilter);
        }
        if (token.value.empty())
            return noValue;
        if (token.key == "until") {
            m_untilPosition = raw.valuePosition;
            m_untilLength = token.position + token.length - raw.valuePosition;
        }
        return (this->*key->handler)(token);
    }

    /// `mistake`, with the nearest of the words that could stand there.
    const char* suggest(std::string_view word, std::span<const std::string_view> known, const char* mistake)
    {
        m_suggestion = nearestWord(word, known).value_or("");
        return mistake;
    }

    const char* time(const FilterToken& token, std::optional<UtcTime>& to)
    {
        if (token.negated)
            return notExcludable;
        if (to)
            return twice;
        to = parseFilterTime(token.value, m_now, m_zone);
        return to ? nullptr : badTime;
    }

    const char* since(const FilterToken& token) { return time(token, query.since); }
    const char* until(const FilterToken& token) { return time(token, query.until); }

    /// `a,b,c`: alternatives in one term.
    template <typename Each>
    static const char* list(std::string_view value, Each each)
    {
        for (std::size_t start = 0; start <= value.size();) {
            const std::size_t end = std::min(value.find(',', start), value.size());
            if (const char* mistake = each(value.substr(start, end - start)))
                return mistake;
            start = end + 1;
        }
        return nullptr;
    }

    const char* outcome(const FilterToken& token)
    {
        auto& to = token.negated ? query.without.outcomes : query.outcomes;
        return list(token.value, [&](std::string_view word) -> const char* {
            const auto found = findOutcome(toLowerAscii(word));
            if (!found)
                return suggest(word, outcomeWords, badOutcome);
            to.push_back(*found);
            return nullptr;
        });
    }

    const char* kind(const FilterToken& token)
    {
        auto& to = token.negated ? query.without.kinds : query.kinds;
        return list(token.value, [&](std::string_view value) -> const char* {
            std::string word = toLowerAscii(value);
            if (word.ends_with(".*"))
                word.pop_back();
            if (!findEventKind(word)) {
                // `auth` and `auth.` mean the family.
                if (!word.ends_with('.'))
                    word += '.';
                const bool family =
                    std::ranges::any_of(eventKinds(), [&](const EventKind& known) { return known.word.starts_with(word); });
                if (!family) {
                    std::vector<std::string_view> known;
                    for (const EventKind& kind : eventKinds())
                        known.push_back(kind.word);
                    return suggest(value, known, badKind);
                }
            }
            to.push_back(std::move(word));
            return nullptr;
        });
    }

    const char* severity(const FilterToken& token)
    {
        if (token.negated)
            return notExcludable;
        if (query.atLeast)
            return twice;
        std::string word = toLowerAscii(token.value);
        if (word.starts_with(">="))
            word.erase(0, 2);
        query.atLeast = findSeverity(word);
        return query.atLeast ? nullptr : suggest(word, severityWords, badSeverity);
    }

    const char* address(const FilterToken& token)
    {
        auto& to = token.negated ? query.without.addresses : query.addresses;
        return list(token.value, [&](std::string_view word) -> const char* {
            const auto network = Cidr::parse(word);
            if (!network)
                return badAddress;
            to.push_back(network->text());
            return nullptr;
        });
    }

    /// Alternatives that may have commas in them, between quotation marks.
    static const char* texts(const FilterToken& token, std::vector<std::string>& to)
    {
        if (std::ranges::any_of(token.values, &std::string::empty))
            return noValue;
        to.insert(to.end(), token.values.begin(), token.values.end());
        return nullptr;
    }

    const char* user(const FilterToken& token) { return texts(token, token.negated ? query.without.users : query.users); }
    const char* path(const FilterToken& token) { return texts(token, token.negated ? query.without.paths : query.paths); }

    const char* request(const FilterToken& token) { return token.negated ? notExcludable : texts(token, query.requestIds); }

    const char* session(const FilterToken& token)
    {
        if (token.negated)
            return notExcludable;
        return list(token.value, [&](std::string_view word) -> const char* {
            std::string id(word);
            std::ranges::transform(id, id.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
            if (!isIdText(id))
                return badSession;
            query.sessions.push_back(std::move(id));
            return nullptr;
        });
    }

    const char* reason(const FilterToken& token)
    {
        auto& to = token.negated ? query.without.reasons : query.reasons;
        return list(token.value, [&](std::string_view word) -> const char* {
            if (word.empty())
                return noValue;
            to.push_back(toLowerAscii(word));
            return nullptr;
        });
    }

    const UtcTime m_now;
    const TimeZone m_zone;
    std::vector<FilterMistake> m_mistakes;
    std::string m_suggestion; ///< for the mistake that is marked next
    std::size_t m_untilPosition = 0, m_untilLength = 0;
};

} // namespace

Result<EventQuery> parseFilter(std::string_view text, UtcTime now, const TimeZone& zone, std::string_view field)
{
    Parser parser(now, zone);
    parser.parse(text);
    if (parser.mistakes().empty())
        return std::move(parser.query);
    Error error(ErrorCode::InvalidArgument, parser.mistakes().front().message);
    for (const FilterMistake& mistake : parser.mistakes()) {
        std::string message = mistake.message;
        if (mistake.position > 0) // what is wrong isn't said again: it may be a secret
            message.append(" At character ")
                .append(std::to_string(codePointCount(text.substr(0, mistake.position)).value_or(mistake.position) + 1))
                .append(".");
        if (!mistake.suggestion.empty())
            message.append(message.ends_with('.') ? "" : ".").append(" Did you mean ").append(mistake.suggestion).append("?");
        error.fields.push_back({std::string(field), std::move(message), "filter"});
    }
    return error;
}

std::vector<FilterMistake> filterMistakes(std::string_view text, UtcTime now)
{
    Parser parser(now, {}); // what is a mistake is one in every zone
    parser.parse(text);
    return parser.mistakes();
}

} // namespace sallyport::audit
