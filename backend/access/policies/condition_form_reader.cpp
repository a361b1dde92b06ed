#include "backend/access/cel/lexer.h"
#include "backend/access/cel/values/time.h"
#include "backend/access/policies/condition_form.h"

#include "backend/access/cel/ast.h"
#include "backend/base/utf8.h"

#include <algorithm>

namespace sallyport::access::policies {

namespace {

using cel::Kind;
using cel::Node;
using cel::Op;
using Index = std::uint32_t;
using PartKind = ConditionPart::Kind;

/// What a comparison of a clock says of a time of the week.
struct TimePiece {
    std::string zone;
    std::optional<int> from, until;
    std::optional<std::uint8_t> days;

    bool takeIn(const TimePiece& other)
    {
        if (zone != other.zone || (from && other.from) || (until && other.until) || (days && other.days))
            return false;
        from = from ? from : other.from;
        until = until ? until : other.until;
        days = days ? days : other.days;
        return true;
    }
};

class FormReader {
public:
    explicit FormReader(const cel::Ast& ast) : m_ast(ast) {}

    std::optional<ConditionForm> read() const
    {
        const Node& root = node(m_ast.root);
        if (root.op == Op::Constant && m_ast.constants[root.a].kind() == Kind::Bool && m_ast.constants[root.a].asBool())
            return ConditionForm();
        std::vector<Index> all{m_ast.root};
        if (root.op == Op::And) {
            const auto children = m_ast.childrenOf(root);
            all.assign(children.begin(), children.end());
        }
        return readAll(all);
    }

private:
    const Node& node(Index index) const { return m_ast.nodes[index]; }

    std::optional<ConditionForm> readAll(const std::vector<Index>& all) const
    {
        ConditionForm form;
        std::optional<TimePiece> pending; // comparisons beside each other say one thing together
        const auto flush = [&] {
            const auto part = pending ? timePart(*pending) : std::nullopt;
            const bool failed = pending && !part;
            if (part)
                form.push_back(*part);
            pending.reset();
            return !failed;
        };
        for (const Index index : all) {
            if (const auto piece = timePiece(index)) {
                if (pending && pending->takeIn(*piece))
                    continue;
                if (!flush())
                    return std::nullopt;
                pending = piece;
                continue;
            }
            const auto part = readPart(index);
            if (!flush() || !part)
                return std::nullopt;
            form.push_back(*part);
        }
        if (!flush() || !std::ranges::all_of(form, isComplete))
            return std::nullopt;
        return form;
    }

    /// Without blanks; not for what has texts in it.
    std::string nameOf(Index index) const
    {
        const Op op = node(index).op;
        if (op == Op::Name)
            return node(index).b == 0 ? std::string(m_ast.names[node(index).a]) : std::string();
        if (op != Op::Select)
            return {};
        const std::string before = nameOf(node(index).a);
        return before.empty() ? before : before + '.' + std::string(m_ast.names[node(index).b]);
    }

    std::optional<std::string> textOf(Index index) const
    {
        if (node(index).op != Op::Constant || m_ast.constants[node(index).a].kind() != Kind::String)
            return std::nullopt;
        return std::string(m_ast.constants[node(index).a].asText());
    }

    std::optional<int> numberOf(Index index, int most) const
    {
        if (node(index).op != Op::Constant || m_ast.constants[node(index).a].kind() != Kind::Int)
            return std::nullopt;
        const std::int64_t number = m_ast.constants[node(index).a].asInt();
        return number >= 0 && number <= most ? std::optional(static_cast<int>(number)) : std::nullopt;
    }

    std::optional<std::vector<std::string>> textsOf(Index index) const
    {
        if (node(index).op != Op::List)
            return std::nullopt;
        std::vector<std::string> made;
        for (const Index child : m_ast.childrenOf(node(index))) {
            auto one = textOf(child);
            if (!one)
                return std::nullopt;
            made.push_back(std::move(*one));
        }
        return made;
    }

    bool isCall(Index index, std::string_view name, std::size_t count) const
    {
        return node(index).op == Op::Call && m_ast.names[node(index).b] == name && node(index).count == count;
    }

    /// `now.getHours("Europe/Berlin")`: the zone.
    std::optional<std::string> clockZone(Index index, std::string_view function) const
    {
        if (!isCall(index, function, 2))
            return std::nullopt;
        const auto values = m_ast.childrenOf(node(index));
        const std::string moment = nameOf(values[0]);
        return moment == "now" || moment == "context.time" ? textOf(values[1]) : std::nullopt;
    }

    struct Clock {
        std::string zone;
        int unit = 60; ///< minutes
    };
    std::optional<Clock> clockOf(Index index) const
    {
        if (const auto zone = clockZone(index, "getHours"))
            return Clock{*zone, 60};
        const Node& sum = node(index);
        if (sum.op != Op::Add || node(sum.a).op != Op::Multiply || numberOf(node(sum.a).b, 60) != 60)
            return std::nullopt;
        const auto zone = clockZone(node(sum.a).a, "getHours");
        return zone && clockZone(sum.b, "getMinutes") == zone ? std::optional(Clock{*zone, 1}) : std::nullopt;
    }

    std::optional<TimePiece> bound(Index index) const
    {
        const Node& compared = node(index);
        if (compared.op != Op::GreaterEqual && compared.op != Op::Less)
            return std::nullopt;
        const auto clock = clockOf(compared.a);
        const auto number = clock ? numberOf(compared.b, WeekTime::dayMinutes / clock->unit) : std::nullopt;
        if (!number)
            return std::nullopt;
        TimePiece piece{clock->zone, {}, {}, {}};
        (compared.op == Op::Less ? piece.until : piece.from) = *number * clock->unit;
        return piece;
    }

    std::optional<TimePiece> timePiece(Index index) const
    {
        if (const auto piece = bound(index))
            return piece;
        const Node& read = node(index);
        if (read.op == Op::In) {
            const auto zone = clockZone(read.a, "getDayOfWeek");
            if (!zone || node(read.b).op != Op::List)
                return std::nullopt;
            TimePiece piece{*zone, {}, {}, std::uint8_t{0}};
            for (const Index day : m_ast.childrenOf(node(read.b))) {
                const auto number = numberOf(day, 6);
                if (!number)
                    return std::nullopt;
                *piece.days = static_cast<std::uint8_t>(*piece.days | 1U << *number);
            }
            return piece;
        }
        if (read.op != Op::Or || read.count != 2) // over midnight
            return std::nullopt;
        auto from = bound(m_ast.childrenOf(read)[0]);
        const auto until = bound(m_ast.childrenOf(read)[1]);
        if (!from || !until || !from->from || !until->until || !from->takeIn(*until) || *from->from <= *from->until)
            return std::nullopt;
        return from;
    }

    static std::optional<ConditionPart> timePart(const TimePiece& piece)
    {
        ConditionPart part{PartKind::Time};
        part.time = {piece.from.value_or(0), piece.until.value_or(WeekTime::dayMinutes), piece.days.value_or(WeekTime::everyDay),
                     piece.zone};
        return part;
    }

    /// A time alone or in brackets.
    std::optional<ConditionPart> timeIn(Index index) const
    {
        if (node(index).op != Op::And) {
            const auto piece = timePiece(index);
            return piece ? timePart(*piece) : std::nullopt;
        }
        std::optional<TimePiece> all;
        for (const Index child : m_ast.childrenOf(node(index))) {
            const auto piece = timePiece(child);
            if (!piece || (all && !all->takeIn(*piece)))
                return std::nullopt;
            if (!all)
                all = piece;
        }
        return all ? timePart(*all) : std::nullopt;
    }

    std::optional<std::string> roleOf(Index index) const
    {
        return node(index).op == Op::In && nameOf(node(index).b) == "subject.roles" ? textOf(node(index).a) : std::nullopt;
    }

    std::optional<std::string> networkOf(Index index) const
    {
        if (!isCall(index, "containsIP", 2))
            return std::nullopt;
        const auto values = m_ast.childrenOf(node(index));
        if (!isCall(values[0], "cidr", 1) || nameOf(values[1]) != "context.ip")
            return std::nullopt;
        return textOf(m_ast.childrenOf(node(values[0]))[0]);
    }

    /// Of what `||` joins, or of one alone: each read by `one`.
    template <typename One>
    std::vector<std::string> eachOf(Index index, One one) const
    {
        std::vector<Index> all{index};
        if (node(index).op == Op::Or) {
            const auto children = m_ast.childrenOf(node(index));
            all.assign(children.begin(), children.end());
        }
        std::vector<std::string> values;
        for (const Index child : all) {
            auto value = (this->*one)(child);
            if (!value)
                return {};
            values.push_back(std::move(*value));
        }
        return values;
    }

    std::optional<ConditionPart> readPart(Index index) const
    {
        if (node(index).op == Op::Not) {
            auto part = readPlain(node(index).a);
            if (!part || part->negated || part->kind == PartKind::Owner || part->kind == PartKind::MfaAge)
                return std::nullopt; // `!(a == b)` has another form, and `!(a > b)` says something else than `a < b`
            part->negated = true;
            return part;
        }
        return readPlain(index);
    }

    std::optional<ConditionPart> readPlain(Index index) const
    {
        const Node& read = node(index);
        if (read.op == Op::Equal || read.op == Op::Unequal)
            return readEquality(read);
        if (read.op == Op::Greater || read.op == Op::Less)
            if (const auto age = readAge(read))
                return age;
        if (read.op == Op::In)
            if (const auto values = textsOf(read.b)) {
                const std::string name = nameOf(read.a);
                ConditionPart part{PartKind::Department, false, *values};
                if (name == "resource.classification")
                    part.kind = PartKind::Classification;
                return name == "resource.department" || part.kind == PartKind::Classification ? std::optional(part)
                                                                                              : std::nullopt;
            }
        if (auto roles = eachOf(index, &FormReader::roleOf); !roles.empty())
            return ConditionPart{PartKind::Role, false, std::move(roles)};
        if (auto networks = eachOf(index, &FormReader::networkOf); !networks.empty())
            return ConditionPart{PartKind::Address, false, std::move(networks)};
        return timeIn(index);
    }

    std::optional<ConditionPart> readEquality(const Node& read) const
    {
        const bool negated = read.op == Op::Unequal;
        std::string left = nameOf(read.a), right = nameOf(read.b);
        if (left.starts_with("subject.")) // the other way round
            left.swap(right);
        if (left == "resource.owner_id" && right == "subject.id")
            return ConditionPart{PartKind::Owner, negated};
        if (left == "resource.department" && right == "subject.department")
            return ConditionPart{PartKind::Department, negated};
        const auto value = textOf(read.b);
        if (value && left == "resource.department")
            return ConditionPart{PartKind::Department, negated, {*value}};
        if (value && left == "resource.classification")
            return ConditionPart{PartKind::Classification, negated, {*value}};
        return std::nullopt;
    }

    std::optional<ConditionPart> readAge(const Node& read) const
    {
        if (nameOf(read.a) != "context.mfa_age" || !isCall(read.b, "duration", 1))
            return std::nullopt;
        const auto text = textOf(m_ast.childrenOf(node(read.b))[0]);
        const auto age = text ? cel::readDuration(*text) : std::nullopt;
        constexpr std::int64_t minute = 60 * cel::nanosPerSecond, most = 365 * std::int64_t{WeekTime::dayMinutes};
        if (!age || age->durationNanos() % minute != 0 || age->durationNanos() / minute > most || age->durationNanos() <= 0)
            return std::nullopt;
        ConditionPart part{PartKind::MfaAge, read.op == Op::Less};
        part.minutes = static_cast<int>(age->durationNanos() / minute);
        return part;
    }

    const cel::Ast& m_ast;
};

bool hasComments(std::string_view text)
{
    cel::Lexer lexer(text);
    std::size_t end = 0;
    for (;;) {
        const cel::Token token = lexer.next();
        const std::size_t start = token.kind == cel::Token::Kind::End ? text.size() : token.place.offset;
        if (start > end && text.substr(end, start - end).find('/') != std::string_view::npos)
            return true;
        if (token.kind == cel::Token::Kind::End)
            return false;
        end = token.place.offset + token.place.length;
    }
}

} // namespace

std::optional<ConditionForm> readConditionForm(std::string_view text)
{
    if (text.size() > cel::maximumSource || !codePointCount(text) || hasComments(text))
        return std::nullopt;
    const auto parsed = cel::parse(text);
    const auto* const ast = std::get_if<cel::Ast>(&parsed);
    return ast == nullptr ? std::nullopt : FormReader(*ast).read();
}

} // namespace sallyport::access::policies
