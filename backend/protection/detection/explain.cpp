#include "backend/base/utf8.h"
#include "backend/protection/detection/inspection.h"

#include <algorithm>
#include <chrono>

namespace sallyport::protection::detection {

namespace {

using SteadyTime = std::chrono::steady_clock;

std::uint64_t nanosecondsSince(SteadyTime::time_point begin)
{
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(SteadyTime::now() - begin).count());
}

/// Keeps what each step of decoding makes of a value.
class StageKeeper : public StageListener {
public:
    explicit StageKeeper(std::vector<Stage>& stages, std::string_view raw)
        : m_stages(stages), m_before(raw), m_begin(SteadyTime::now())
    {
    }
    void changed(StageKind kind, const Decoded& now) override
    {
        constexpr std::size_t most = 40;
        if (m_stages.size() >= most)
            return;
        Stage stage;
        stage.kind = kind;
        stage.nanoseconds = nanosecondsSince(m_begin);
        stage.text = truncateUtf8(now.text, Explanation::maxText);
        compare(now.text, stage);
        m_before = now.text;
        m_stages.push_back(std::move(stage));
        m_begin = SteadyTime::now();
    }

private:
    /// Where the new text differs: a byte for a longer piece of the old one. Walks both at once.
    void compare(std::string_view now, Stage& stage) const
    {
        constexpr std::size_t mostRanges = 100;
        constexpr std::size_t farthest = 14;
        std::size_t old = 0;
        std::size_t at = 0;
        while (at < now.size() && old < m_before.size()) {
            if (now[at] == m_before[old]) {
                ++at;
                ++old;
                continue;
            }
            const std::size_t begin = at;
            std::size_t skipNew = 1;
            std::size_t skipOld = 1;
            bool met = false;
            for (skipNew = 0; skipNew <= 4 && !met; ++skipNew) {
                for (skipOld = 1; skipOld <= farthest && !met; ++skipOld) {
                    const auto left = now.substr(std::min(now.size(), at + skipNew), 3);
                    met = m_before.substr(std::min(m_before.size(), old + skipOld), 3) == left;
                }
            }
            at = std::min(now.size(), at + (met ? skipNew - 1 : 1));
            old = std::min(m_before.size(), old + (met ? skipOld - 1 : 1));
            ++stage.changes;
            if (stage.changed.size() < mostRanges && at > begin)
                stage.changed.push_back({begin, at - begin});
        }
        if (stage.changes == 0)
            stage.changes = 1;
    }

    std::vector<Stage>& m_stages;
    std::string m_before;
    SteadyTime::time_point m_begin;
};

/// The text without the comments that SQL leaves out.
std::string withoutComments(std::string_view text, std::size_t& removed)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("/*")) {
            const auto end = text.find("*/", at + 2);
            if (end != std::string_view::npos) {
                ++removed;
                out.push_back(' ');
                at = end + 2;
                continue;
            }
        }
        out.push_back(text[at++]);
    }
    return out;
}

} // namespace

void Inspection::explain(const Value& value, std::vector<Hit> hits, std::uint32_t score)
{
    if (m_explanation->values.size() >= Explanation::maxValues)
        return;
    ValueExplanation explained;
    explained.part = value.part;
    explained.member = truncateUtf8(value.member(), 200);
    explained.inName = value.inName;
    explained.score = score;

    auto begin = SteadyTime::now();
    Stage received;
    received.kind = StageKind::Received;
    received.text = truncateUtf8(value.raw, Explanation::maxText);
    received.nanoseconds = nanosecondsSince(begin);
    explained.stages.push_back(std::move(received));
    StageKeeper keeper(explained.stages, value.raw);
    Decoded decoded;
    const bool server = decode(value, true, decoded, &keeper);
    const std::string before = server ? decoded.text : std::string(value.raw);
    const bool deeper = decodeDeeper(before, kindsOf(before), true, decoded, &keeper);
    // What the first stage shows as yet to be changed: bytes of the value that no byte of the end comes from one to one.
    if (server || deeper) {
        std::size_t expected = 0;
        auto& first = explained.stages.front();
        for (std::size_t i = 0; i < decoded.origin.size() && first.changed.size() < 100; ++i) {
            const std::size_t next = i + 1 < decoded.origin.size() ? decoded.origin[i + 1] : value.raw.size();
            const std::size_t from = decoded.origin[i];
            if ((next > from + 1 || decoded.text[i] != value.raw[from]) && from >= expected && from < Explanation::maxText) {
                first.changed.push_back({from, std::max<std::size_t>(1, next - from)});
                expected = next;
            }
            ++first.changes;
        }
        first.changes = first.changed.size();
    }
    const auto topLevel = m_found.empty() ? Level::Server : m_found.front().level;
    if (topLevel == Level::Base64) {
        Decoded shown;
        shown.text = m_base64;
        keeper.changed(StageKind::Base64, shown);
    }
    if (!hits.empty()) {
        const auto& top = m_found.front();
        const auto text = textOf(top.level, value);
        if (hits.front().attackClass == AttackClass::Sql) {
            begin = SteadyTime::now();
            std::size_t removed = 0;
            auto without = withoutComments(text.substr(0, Explanation::maxText), removed);
            if (removed > 0) {
                Decoded shown;
                shown.text = std::move(without);
                keeper.changed(StageKind::SqlComment, shown);
                explained.stages.back().changes = removed;
            }
        }
        Stage matched;
        matched.kind = StageKind::Matched;
        matched.text = truncateUtf8(text, Explanation::maxText);
        for (const auto& found : m_found) {
            if (found.level == top.level && found.finding.offset < Explanation::maxText)
                matched.changed.push_back(
                    {found.finding.offset, std::min(found.finding.length, Explanation::maxText - found.finding.offset)});
        }
        matched.changes = hits.size();
        // How long the rules take for this value, measured by looking once more.
        begin = SteadyTime::now();
        Findings again(m_table.grammarRules());
        Text once;
        once.bytes = text;
        once.kinds = kindsOf(text);
        m_table.search(once, again);
        lookForSql(once, again);
        lookForScript(once, again);
        lookForCommands(once, again);
        matched.nanoseconds = nanosecondsSince(begin);
        explained.stages.push_back(std::move(matched));
        explainTokens(text, hits, explained);
    }
    explained.hits = std::move(hits);
    m_explanation->values.push_back(std::move(explained));
}

void Inspection::explainTokens(std::string_view text, const std::vector<Hit>& hits, ValueExplanation& explained) const
{
    const auto& top = m_found.front();
    std::vector<FoundToken> tokens = m_levelTokens[static_cast<std::size_t>(top.level)];
    std::ranges::stable_sort(tokens, {}, &FoundToken::offset);
    std::uint32_t sum = 0;
    std::size_t behind = 0;
    for (const auto& token : tokens) {
        // What another rule read in the same place gave nothing to this one.
        const bool inside = token.rule == top.finding.rule && token.offset >= top.finding.offset &&
                            token.offset < top.finding.offset + top.finding.length && token.length > 0;
        if (!inside || explained.tokens.size() >= Explanation::maxTokens)
            continue;
        const auto shown = truncateUtf8(text.substr(std::min(token.offset, text.size()), token.length), 60);
        if (token.offset < behind)
            continue; // two rules read the same bytes
        behind = token.offset + token.length;
        const auto points = std::min(token.points, top.finding.points - sum);
        explained.tokens.push_back({shown, token.role, points});
        sum += points;
    }
    if (explained.tokens.empty())
        explained.tokens.push_back({hits.front().matched, TokenRole::Keyword, 0});
    // What a rule gave beyond its tokens belongs to the one that weighs most.
    auto& heaviest = *std::ranges::max_element(explained.tokens, {}, &Token::points);
    heaviest.points += top.finding.points - sum;
    for (std::size_t i = 1; i < hits.size() && explained.tokens.size() < Explanation::maxTokens; ++i)
        explained.tokens.push_back({truncateUtf8(hits[i].matched, 60), TokenRole::Keyword, hits[i].points});
}

} // namespace sallyport::protection::detection
