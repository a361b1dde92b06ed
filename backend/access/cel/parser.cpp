#include "backend/access/cel/parser.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sallyport::access::cel {
namespace {

constexpr std::array<std::string_view, 4> keywords{"false", "in", "null", "true"};
constexpr std::array<std::string_view, 17> reserved{"as",        "break",  "const",  "continue", "else", "for",
                                                    "function",  "if",     "import", "let",      "loop", "package",
                                                    "namespace", "return", "var",    "void",     "while"};

struct BinarySign {
    std::string_view sign;
    Op op;
    unsigned level;
};
// From the loosest to the tightest; level 0 and 1 are || and &&.
constexpr unsigned orLevel = 0, andLevel = 1, relationLevel = 2, tightest = 4;
constexpr std::array<BinarySign, 12> binarySigns{{{"==", Op::Equal, relationLevel},
                                                  {"!=", Op::Unequal, relationLevel},
                                                  {"<", Op::Less, relationLevel},
                                                  {"<=", Op::LessEqual, relationLevel},
                                                  {">", Op::Greater, relationLevel},
                                                  {">=", Op::GreaterEqual, relationLevel},
                                                  {"in", Op::In, relationLevel},
                                                  {"+", Op::Add, 3},
                                                  {"-", Op::Subtract, 3},
                                                  {"*", Op::Multiply, tightest},
                                                  {"/", Op::Divide, tightest},
                                                  {"%", Op::Modulo, tightest}}};

const BinarySign* binarySign(const Token& token, unsigned level)
{
    if (token.kind != Token::Kind::Sign && token.kind != Token::Kind::Identifier)
        return nullptr;
    const auto found = std::ranges::find(binarySigns, token.text, &BinarySign::sign);
    return found != binarySigns.end() && found->level == level ? &*found : nullptr;
}

/// Of names and constants, more than any source can write; what is made of them beforehand takes the rest.
constexpr Bounds poolBounds{~std::uint64_t{0}, std::size_t{1} << 20};

} // namespace

bool isKeyword(std::string_view name) noexcept
{
    return std::ranges::find(keywords, name) != keywords.end();
}

bool isReserved(std::string_view name) noexcept
{
    return std::ranges::find(reserved, name) != reserved.end();
}

std::variant<Ast, Problem> parse(std::string_view source)
{
    if (source.size() > maximumSource)
        return Problem{{}, {}, "an expression has " + std::to_string(maximumSource) + " bytes at most", {}};
    if (!codePointCount(source))
        return Problem{{}, {}, "an expression is well-formed UTF-8", {}};
    return Parser(source).read();
}

Parser::Parser(std::string_view source) : m_lexer({})
{
    m_ast.pool = std::make_unique<Scratch>(poolBounds);
    m_ast.source = source;
}

std::variant<Ast, Problem> Parser::read()
{
    // The source has its place once the tree is moved for the last time: names and texts are in the pool.
    const std::string source = m_ast.source;
    m_lexer = Lexer(source);
    advance();
    if (m_token.kind == Token::Kind::End && !m_problem)
        return m_ast.problemAt(m_token.place, "there is no expression");
    m_ast.root = expression();
    if (!m_problem && m_token.kind != Token::Kind::End)
        failAtToken("the end");
    if (m_problem)
        return std::move(*m_problem);
    return std::move(m_ast);
}

void Parser::advance()
{
    m_lastEnd = m_token.place.offset + m_token.place.length;
    m_token = m_lexer.next();
    if (m_lexer.problem() && !m_problem)
        m_problem = m_lexer.problem();
}

bool Parser::accept(std::string_view sign)
{
    if (!m_token.is(sign))
        return false;
    advance();
    return true;
}

bool Parser::expect(std::string_view sign)
{
    if (accept(sign))
        return true;
    failAtToken("'" + std::string(sign) + "'");
    return false;
}

Parser::Index Parser::fail(Place place, std::string message)
{
    if (!m_problem)
        m_problem = m_ast.problemAt(place, std::move(message));
    return failed;
}

Parser::Index Parser::failAtToken(std::string_view expected)
{
    const std::string found = m_token.kind == Token::Kind::End ? "the end" : "'" + std::string(m_token.text.substr(0, 40)) + "'";
    return fail(m_token.place, "expected " + std::string(expected) + ", found " + found);
}

Parser::Index Parser::add(Node node, std::uint32_t start)
{
    if (m_problem)
        return failed;
    node.place = {start, m_lastEnd - start};
    std::uint32_t depth = 0;
    m_ast.forEachChild(node, [&](Index child) { depth = std::max(depth, depthOf(child)); });
    if (++depth > maximumDepth)
        return fail(node.place, "more than " + std::to_string(maximumDepth) + " sub-expressions inside each other");
    if (m_ast.nodes.size() >= maximumNodes)
        return fail(node.place, "more than " + std::to_string(maximumNodes) + " parts");
    m_ast.nodes.push_back(node);
    m_depths.push_back(depth);
    return static_cast<Index>(m_ast.nodes.size() - 1);
}

Parser::Index Parser::addConstant(Value value, std::uint32_t start)
{
    m_ast.constants.push_back(value);
    Node node;
    node.a = static_cast<std::uint32_t>(m_ast.constants.size() - 1);
    return add(node, start);
}

Parser::Index Parser::addWithChildren(Node node, std::span<const Index> list, std::uint32_t start)
{
    if (m_problem)
        return failed;
    node.a = static_cast<std::uint32_t>(m_ast.children.size());
    node.count = static_cast<std::uint16_t>(list.size());
    m_ast.children.insert(m_ast.children.end(), list.begin(), list.end());
    return add(node, start);
}

std::uint32_t Parser::addName(std::string_view text)
{
    m_ast.names.push_back(m_ast.pool->copy(text));
    return static_cast<std::uint32_t>(m_ast.names.size() - 1);
}

Parser::Index Parser::expression()
{
    const std::uint32_t start = m_token.place.offset;
    if (++m_nesting > maximumDepth)
        return fail(m_token.place, "more than " + std::to_string(maximumDepth) + " sub-expressions inside each other");
    Index made = operands(orLevel);
    if (!m_problem && accept("?")) {
        Node node;
        node.op = Op::Conditional;
        node.a = made;
        node.b = operands(orLevel);
        if (!m_problem && expect(":"))
            node.c = expression();
        made = add(node, start);
    }
    --m_nesting;
    return made;
}

Parser::Index Parser::operands(unsigned level)
{
    if (level == orLevel)
        return logical(Op::Or, "||", level);
    return level == andLevel ? logical(Op::And, "&&", level) : binary(level);
}

/// Any number of operands is one node: they don't nest.
Parser::Index Parser::logical(Op op, std::string_view sign, unsigned level)
{
    const std::uint32_t start = m_token.place.offset;
    const Index first = operands(level + 1);
    if (m_problem || !m_token.is(sign))
        return first;
    std::vector<Index> list{first};
    while (!m_problem && accept(sign))
        list.push_back(operands(level + 1));
    Node node;
    node.op = op;
    return addWithChildren(node, list, start);
}

Parser::Index Parser::binary(unsigned level)
{
    const std::uint32_t start = m_token.place.offset;
    const auto tighter = [&] { return level == tightest ? unary() : binary(level + 1); };
    Index left = tighter();
    while (!m_problem) {
        const BinarySign* const sign = binarySign(m_token, level);
        if (sign == nullptr)
            break;
        advance();
        Node node;
        node.op = sign->op;
        node.a = left;
        node.b = tighter();
        left = add(node, start);
    }
    return left;
}

Parser::Index Parser::unary()
{
    const std::uint32_t start = m_token.place.offset;
    if (!m_token.is("!") && !m_token.is("-"))
        return member(primary(), start);
    const Op op = m_token.is("!") ? Op::Not : Op::Negate;
    std::vector<std::uint32_t> places;
    while (m_token.is(op == Op::Not ? "!" : "-")) {
        places.push_back(m_token.place.offset);
        advance();
    }
    Index operand = failed;
    const std::uint32_t inner = m_token.place.offset;
    const bool negativeNumber = op == Op::Negate && (m_token.kind == Token::Kind::Int || m_token.kind == Token::Kind::Double);
    if (negativeNumber) { // the least int has no positive counterpart
        const std::uint32_t sign = places.back();
        places.pop_back();
        operand = member(number(true, sign), sign);
    } else {
        operand = member(primary(), inner);
    }
    for (auto place = places.rbegin(); place != places.rend() && !m_problem; ++place) {
        Node node;
        node.op = op;
        node.a = operand;
        operand = add(node, *place);
    }
    return operand;
}

Parser::Index Parser::member(Index target, std::uint32_t start)
{
    while (!m_problem) {
        if (accept(".")) {
            target = selected(target, start);
        } else if (accept("[")) {
            Node node;
            node.op = Op::Index;
            node.a = target;
            node.b = expression();
            if (m_problem || !expect("]"))
                return failed;
            target = add(node, start);
        } else if (m_token.is("{")) {
            return fail(m_token.place, "messages can't be made here; a map is written {'key': value}");
        } else {
            break;
        }
    }
    return m_problem ? failed : target;
}

/// After the dot: a field, a method or a macro.
Parser::Index Parser::selected(Index target, std::uint32_t start)
{
    const Token name = m_token;
    if (name.kind != Token::Kind::Quoted && (name.kind != Token::Kind::Identifier || isKeyword(name.text)))
        return failAtToken("a name");
    advance();
    if (name.kind == Token::Kind::Quoted || !accept("(")) {
        Node node;
        node.op = Op::Select;
        node.a = target;
        node.b = addName(name.text);
        return add(node, start);
    }
    if (atMacroVariable(name.text))
        return macro(name.text, target, start);
    std::vector<Index> list{target};
    if (!arguments(list, ")", false))
        return failed;
    Node node;
    node.op = Op::Call;
    node.b = addName(name.text);
    node.c = 1;
    return addWithChildren(node, list, start);
}

Parser::Index Parser::primary()
{
    const std::uint32_t start = m_token.place.offset;
    if (m_problem)
        return failed;
    if (accept("(")) {
        const Index inner = expression();
        return !m_problem && expect(")") ? inner : failed;
    }
    if (m_token.is("["))
        return bracketed();
    if (m_token.is("{"))
        return mapLiteral();
    if (accept("."))
        return m_token.kind == Token::Kind::Identifier ? name(true, start) : failAtToken("a name");
    if (m_token.kind == Token::Kind::Identifier)
        return name(false, start);
    return constant();
}

bool Parser::isUsableName(const Token& token)
{
    if (isKeyword(token.text) || isReserved(token.text))
        fail(token.place, "'" + std::string(token.text) + "' is a reserved word");
    return !m_problem;
}

Parser::Index Parser::name(bool fromRoot, std::uint32_t start)
{
    const Token token = m_token;
    if (!fromRoot && (token.text == "true" || token.text == "false" || token.text == "null")) {
        advance();
        return addConstant(token.text == "null" ? Value::null() : Value::boolean(token.text == "true"), start);
    }
    if (!isUsableName(token))
        return failed;
    advance();
    Node node;
    if (accept("(")) {
        if (token.text == "has" && !fromRoot)
            return has(start);
        std::vector<Index> list;
        if (!arguments(list, ")", false))
            return failed;
        node.op = Op::Call;
        node.b = addName(token.text);
        return addWithChildren(node, list, start);
    }
    const auto scoped = std::ranges::find(m_scope.rbegin(), m_scope.rend(), token.text,
                                          [this](Index variable) { return m_ast.variables[variable].name; });
    if (!fromRoot && scoped != m_scope.rend()) {
        node.op = Op::Local;
        node.a = *scoped;
        return add(node, start);
    }
    node.op = Op::Name;
    node.a = addName(token.text);
    node.b = fromRoot ? 1 : 0;
    return add(node, start);
}

bool Parser::arguments(std::vector<Index>& list, std::string_view close, bool trailingComma)
{
    while (!m_problem && !m_token.is(close)) {
        if (list.empty() && trailingComma && accept(","))
            break;
        list.push_back(expression());
        if (m_problem || m_token.is(close))
            break;
        if (!expect(","))
            return false;
        if (m_token.is(close) && !trailingComma)
            failAtToken("an expression");
    }
    return !m_problem && expect(close);
}

Parser::Index Parser::bracketed()
{
    const std::uint32_t start = m_token.place.offset;
    advance();
    std::vector<Index> list;
    if (!arguments(list, "]", true))
        return failed;
    Node node;
    node.op = Op::List;
    return addWithChildren(node, list, start);
}

Parser::Index Parser::mapLiteral()
{
    const std::uint32_t start = m_token.place.offset;
    advance();
    std::vector<Index> list;
    while (!m_problem && !m_token.is("}")) {
        if (list.empty() && accept(","))
            break;
        list.push_back(expression());
        if (m_problem || !expect(":"))
            return failed;
        list.push_back(expression());
        if (m_problem || !accept(","))
            break;
    }
    if (m_problem || !expect("}"))
        return failed;
    Node node;
    node.op = Op::Map;
    return addWithChildren(node, list, start);
}

Parser::Index Parser::constant()
{
    const Token token = m_token;
    switch (token.kind) {
    case Token::Kind::Int:
    case Token::Kind::Uint:
    case Token::Kind::Double: return number(false, token.place.offset);
    case Token::Kind::String: advance(); return addConstant(Value::string(m_ast.pool->copy(token.value)), token.place.offset);
    case Token::Kind::Bytes: advance(); return addConstant(Value::bytes(m_ast.pool->copy(token.value)), token.place.offset);
    default: return failAtToken("an expression");
    }
}

Parser::Index Parser::number(bool negative, std::uint32_t start)
{
    const Token token = m_token;
    advance();
    std::string text = (negative ? "-" : "") + std::string(token.text);
    const auto read = [&text](auto& number, auto... base) {
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number, base...);
        return failure == std::errc() && end == text.data() + text.size();
    };
    if (token.kind == Token::Kind::Double) {
        double value = 0;
        // Too small is zero; too large has no value.
        if (const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
            failure == std::errc::result_out_of_range) {
            value = std::strtod(text.c_str(), nullptr);
            if (value > 1 || value < -1)
                return fail(token.place, "this number is beyond the range of double");
        }
        return addConstant(Value::real(value), start);
    }
    const bool hexadecimal = token.text.starts_with("0x");
    if (hexadecimal)
        text.erase(negative ? 1 : 0, 2);
    if (token.kind == Token::Kind::Uint) {
        text.pop_back();
        std::uint64_t value = 0;
        return read(value, hexadecimal ? 16 : 10) ? addConstant(Value::natural(value), start)
                                                  : fail(token.place, "this number is beyond the range of uint");
    }
    std::int64_t value = 0;
    return read(value, hexadecimal ? 16 : 10) ? addConstant(Value::integer(value), start)
                                              : fail(token.place, "this number is beyond the range of int");
}

} // namespace sallyport::access::cel
