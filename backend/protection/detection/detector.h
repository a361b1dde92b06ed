#pragma once

#include "backend/base/result.h"
#include "backend/protection/detection/attack_class.h"
#include "backend/protection/detection/rule.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// Where bytes stood in a request. Give each piece as it was received, still encoded: the detector takes it apart itself.
enum class PartKind : std::uint8_t {
    Path,      ///< the target's path as sent, still percent-encoded, without `?`
    Query,     ///< the whole query string as sent; each parameter is looked at for itself, name and value
    Header,    ///< one header; `name` is its name
    Cookie,    ///< a whole `Cookie` header's value; each cookie is looked at for itself
    Json,      ///< a whole JSON document; each member is looked at for itself, name and value
    Form,      ///< a whole `application/x-www-form-urlencoded` body
    Multipart, ///< one field of a multipart form that is no file; `name` is the field's
    FileName,  ///< the name of an uploaded file; `name` is the field's
    Xml,       ///< a whole XML document
    Text,      ///< any other body, or one value that is already taken out of its document; `name` is the member's
    Count_
};
std::string_view partWord(PartKind kind) noexcept; ///< `path` | `query` | `header` | `cookie` | `json` | `form` | ...

/// A piece of a request. The views must stay valid while `inspect` runs; nothing is kept.
struct Part {
    PartKind kind = PartKind::Text;
    std::string_view name;  ///< of a header, field or member; else empty
    std::string_view bytes; ///< as received
    char separator = ',';   ///< of a CSV whose fields stand apart by another byte
};

/// What the operator has decided about a rule at a place; the caller gives those that hold for the request's route.
struct Exclusion {
    std::string rule; ///< its id; empty: every rule of the class
    AttackClass attackClass = AttackClass::Sql;
    bool everyClass = false; ///< whatever rule and class: such a value isn't looked at
    bool everyKind = false;  ///< for every part; otherwise `kind` and, unless it is empty, `member`
    PartKind kind = PartKind::Query;
    std::string member; ///< as `Hit::member`; empty: every member
};

/// How a request is to be looked at. Defaults are those of the settings.
struct Options {
    Options();
    std::uint8_t strictness = 2;                            ///< 1 (only what is certain) to 4 (whatever is odd)
    std::uint32_t threshold = 5;                            ///< blocked from this score on; at least 1
    std::array<ClassMode, classCount> modes;                ///< all `Block`
    std::array<std::uint8_t, classCount> classStrictness{}; ///< 0: as `strictness`
    std::span<const std::string_view> disabledRules;        ///< ids
    std::span<const Exclusion> exclusions;                  ///< of this route
    std::size_t maxHits = 64;                               ///< what is found beyond isn't told; the score doesn't change
};

/// One rule that found something in one value.
struct Hit {
    std::string rule; ///< id
    std::string title;
    AttackClass attackClass = AttackClass::Sql;
    Severity severity = Severity::Medium;
    std::uint32_t points = 0;
    bool observed = false; ///< the class is only observed: doesn't count towards `Verdict::score`
    PartKind part = PartKind::Query;
    std::string member;     ///< parameter, header, cookie or field; JSON: names joined with dots, without indexes (`items.note`)
    bool inName = false;    ///< in the member's name, not in its value
    std::size_t offset = 0; ///< of what matched, in the member's value (or name) as received, bytes
    std::size_t length = 0; ///< likewise; at least 1
    std::size_t partOffset = 0; ///< of the same byte in `Part::bytes`
    std::string matched;        ///< what matched after decoding, at most 120 bytes, valid UTF-8
};

/// What the detector says about a request.
struct Verdict {
    std::uint32_t score = 0;         ///< points of the value that has most, from classes that block
    std::uint32_t observedScore = 0; ///< likewise, of classes that are only observed
    bool blocked = false;            ///< `score` has reached the threshold
    bool wouldBlock = false;         ///< would be, if the observed classes blocked
    std::vector<Hit> hits;           ///< highest points first
    std::uint32_t classes = 0;       ///< bit of each class that has a hit

    bool has(AttackClass attackClass) const noexcept { return (classes >> static_cast<unsigned>(attackClass) & 1U) != 0; }
};

/// What the tester shows of the way to a verdict.
enum class StageKind : std::uint8_t {
    Received,
    Percent,
    PlusSign,
    JsonEscape,
    Entities,
    Base64,
    Unicode, ///< full-width forms, overlong UTF-8, `%uXXXX`
    BackslashEscape,
    SqlComment,
    Case,
    Path, ///< `.` and `..` and doubled slashes
    Matched,
    Count_
};
std::string_view stageWord(StageKind kind) noexcept;  ///< `percent`, ...
std::string_view stageTitle(StageKind kind) noexcept; ///< English: `As received`, `Percent`, `JSON escape`

struct Range {
    std::size_t offset = 0;
    std::size_t length = 0;
};

struct Stage {
    StageKind kind = StageKind::Received;
    std::string text;           ///< the value after this stage, at most `Explanation::maxText` bytes, valid UTF-8
    std::vector<Range> changed; ///< in `text`; of the `Received` stage what later stages change, of `Matched` what matched
    std::size_t changes = 0;    ///< how many places it changed, also beyond what is told
    std::uint64_t nanoseconds = 0;
};

/// What a token does in the grammar that a rule read.
enum class TokenRole : std::uint8_t {
    Plain,
    Number,
    Text,
    Name,
    Operator,
    Keyword,
    Function,
    Variable,
    ClosesText, ///< a quotation mark that ends the text around the value
    Joins,      ///< `or`, `and`, `union`, `;`, `|`
    AlwaysTrue,
    CutsTheRest, ///< a comment that swallows what follows
    OpensTag,
    EventHandler,
    ScriptUrl,
    ClimbsUp, ///< `../`
    SensitiveFile,
    OpensExpression, ///< `{{`, `${`, `$(`
    Command,
    Address,
    Count_
};
std::string_view roleWord(TokenRole role) noexcept;
std::string_view roleTitle(TokenRole role) noexcept; ///< English: `Closes text`

struct Token {
    std::string text;
    TokenRole role = TokenRole::Plain;
    std::uint32_t points = 0; ///< tokens of a value add up to its score
};

/// One value on its way through the stages.
struct ValueExplanation {
    PartKind part = PartKind::Query;
    std::string member;
    bool inName = false;
    std::vector<Stage> stages; ///< `Received` first; only those that changed something; `Matched` last if something did
    std::vector<Token> tokens; ///< of the grammar of the highest hit, around it; at most `Explanation::maxTokens`
    std::uint32_t score = 0;
    std::vector<Hit> hits;
};

struct Explanation {
    static constexpr std::size_t maxText = 4096;
    static constexpr std::size_t maxTokens = 40;
    static constexpr std::size_t maxValues = 200;
    Verdict verdict;
    std::vector<ValueExplanation> values; ///< each value of the request in its order
    std::uint64_t nanoseconds = 0;        ///< of the whole inspection, without the explaining
};

/// Looks at requests. Immutable once made; any thread. Time is linear in the bytes, memory bounded whatever they are; harmless
/// bytes cost next to nothing. Never throws for what it reads.
class Detector {
public:
    Detector();
    /// With own rules too. Error `InvalidArgument` if one of them doesn't pass `checkOwnRule`.
    static Result<std::shared_ptr<const Detector>> make(const std::vector<OwnRule>& ownRules);
    ~Detector();
    Detector(const Detector&) = delete;
    Detector& operator=(const Detector&) = delete;

    Verdict inspect(std::span<const Part> parts, const Options& options) const;
    /// The same verdict with every step on the way, for the tester; costs much more.
    Explanation explain(std::span<const Part> parts, const Options& options) const;

private:
    struct Impl;
    explicit Detector(std::unique_ptr<const Impl> impl);
    std::unique_ptr<const Impl> m_impl;
};

} // namespace sallyport::protection::detection
