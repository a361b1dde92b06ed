#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/word_table.h"

#include <algorithm>
#include <array>

namespace sallyport::protection::detection {

namespace {

// Names that an expression reaches what it should not with.
constexpr auto reaching = wordTable(
    "__class__", "__mro__", "__base__", "__bases__", "__subclasses__", "__globals__", "__builtins__", "__import__", "__init__",
    "__dict__", "__code__", "mro", "subclasses", "popen", "subprocess", "system", "exec", "eval", "passthru", "shell_exec",
    "phpinfo", "getruntime", "runtime", "processbuilder", "forname", "getclass", "classloader", "newinstance", "getengine",
    "getenginebyname", "invoke", "constructor", "getmethod", "getdeclaredmethod", "spawn", "execsync", "child_process",
    "mainmodule", "require", "process", "cycler", "joiner", "lipsum", "namespace", "attr", "config", "self", "_self", "settings",
    "environ", "getattribute", "setaccessible", "scriptenginemanager", "freemarker", "execute", "readfile", "file_get_contents",
    "registerundefinedfiltercallback", "getfilter", "getenv", "getproperty", "system.getenv", "ioutils", "fetch_object", "smarty",
    "inspect", "file", "open", "dir", "ls", "import", "os", "debug", "dump", "sort", "map", "filter", "reduce", "classpath",
    "servletcontext", "applicationscope", "sessionscope", "requestscope", "session", "request", "pagecontext", "facescontext",
    "memberaccess", "_memberaccess", "context", "getcontent", "getresource", "inputstream", "defaultlayout", "app", "url_for",
    "get_flashed_messages", "handler", "flag", "io", "kernel", "irb", "erb", "java", "t", "class", "platform", "global",
    "globals", "this", "alert", "prompt", "confirm", "document", "fromcharcode", "tostring");
// Those of them that prove it, whatever stands around.
constexpr auto proving = wordTable(
    "__class__", "__mro__", "__base__", "__bases__", "__subclasses__", "__globals__", "__builtins__", "__import__", "__init__",
    "__code__", "mro", "subclasses", "popen", "shell_exec", "passthru", "phpinfo", "getruntime", "processbuilder", "forname",
    "getclass", "classloader", "newinstance", "getenginebyname", "child_process", "mainmodule", "execsync",
    "registerundefinedfiltercallback", "scriptenginemanager", "getdeclaredmethod", "setaccessible", "_memberaccess",
    "servletcontext", "facescontext", "fetch_object", "get_flashed_messages", "file_get_contents", "freemarker", "pagecontext",
    "applicationscope", "cycler", "lipsum", "processbuilder", "ioutils", "getproperty", "irb", "subprocess", "fromcharcode");

struct Expression {
    std::size_t calls = 0;
    std::size_t reaches = 0;
    std::size_t proofs = 0;
    std::size_t dots = 0;
    std::size_t filters = 0;
    bool sum = false;      ///< numbers or texts that are calculated: `7*7`
    bool literal = false;  ///< a text whose member is asked for: `''.x`
    bool indexed = false;  ///< `[...]` behind a name
    bool plainName = true; ///< nothing but names, dots and spaces
    bool empty = true;
};

/// Reads what stands inside of an expression of a template, token by token.
Expression readExpression(std::string_view text)
{
    enum class Last : std::uint8_t { None, Number, Text, Name, Operator, Dot, Open, Close };
    Expression expression;
    Last last = Last::None;
    Last beforeOperator = Last::None;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (isSpace(c)) {
            ++at;
            continue;
        }
        expression.empty = false;
        if (isDigit(c)) {
            while (at < text.size() && (isDigit(text[at]) || text[at] == '.'))
                ++at;
            if (last == Last::Operator &&
                (beforeOperator == Last::Number || beforeOperator == Last::Text || beforeOperator == Last::Close))
                expression.sum = true;
            last = Last::Number;
            expression.plainName = expression.plainName && expression.dots > 0;
            continue;
        }
        if (isQuote(c) || (c == '\\' && at + 1 < text.size() && isQuote(text[at + 1]))) {
            if (c == '\\')
                ++at;
            const char quote = text[at];
            const auto end = text.find(quote, at + 1);
            if (last == Last::Operator && beforeOperator == Last::Number)
                expression.sum = true;
            at = end == std::string_view::npos ? text.size() : end + 1;
            last = Last::Text;
            expression.plainName = false;
            continue;
        }
        if (isWordByte(c)) {
            const std::size_t begin = at;
            while (at < text.size() && isWordByte(text[at]))
                ++at;
            const auto name = text.substr(begin, at - begin);
            if (proving.has(name) || (name.size() > 4 && name.starts_with("__") && name.ends_with("__")))
                ++expression.proofs;
            if (reaching.has(name))
                ++expression.reaches;
            last = Last::Name;
            continue;
        }
        ++at;
        if (c == '.') {
            expression.literal = expression.literal || last == Last::Text;
            ++expression.dots;
            last = Last::Dot;
        } else if (c == '(') {
            if (last == Last::Name || last == Last::Close)
                ++expression.calls;
            last = Last::Open;
            expression.plainName = false;
        } else if (c == '[') {
            expression.indexed = expression.indexed || last == Last::Name || last == Last::Close;
            last = Last::Open;
            expression.plainName = false;
        } else if (c == ')' || c == ']') {
            last = Last::Close;
        } else if (c == '|') {
            ++expression.filters;
            last = Last::Operator;
            beforeOperator = Last::None;
            expression.plainName = false;
        } else if (c == '*' || c == '+' || c == '-' || c == '/' || c == '%') {
            if (last != Last::Operator)
                beforeOperator = last;
            last = Last::Operator;
            expression.plainName = false;
        } else {
            last = Last::None;
            expression.plainName = false;
        }
    }
    return expression;
}

struct Frame {
    std::string_view open;
    std::string_view close;
    bool certain; ///< hardly anything but templates is written so
};

constexpr auto frames = std::to_array<Frame>({
    {"{{", "}}", true},
    {"${", "}", false},
    {"#{", "}", true},
    {"<%", "%>", true},
    {"{%", "%}", true},
    {"*{", "}", true},
    {"@{", "}", false},
    {"%{", "}", true},
    {"~{", "}", true},
    {"@(", ")", false},
    {"{#", "#}", true},
    {"[[", "]]", false},
    {"[%", "%]", true},
    {"{@", "}", true},
    {"{$", "}", false},
    {"{", "}", false},
});

unsigned worth(const Frame& frame, const Expression& expression)
{
    if (expression.empty)
        return 0;
    if (expression.proofs > 0)
        return frame.open == "{" || frame.open == "[[" || frame.open == "@(" ? 4 : 6;
    if (frame.open == "{" || frame.open == "[[")
        return expression.sum && frame.open == "[[" ? 5 : 0;
    if (expression.sum)
        return 5;
    if (expression.literal && expression.calls > 0)
        return frame.certain || expression.calls > 0 ? 5 : 3;
    if (expression.reaches > 0 && (expression.calls > 0 || expression.indexed))
        return frame.certain || expression.reaches + expression.calls > 2 ? 5 : 4;
    if (expression.reaches > 1 && frame.certain)
        return 5;
    if (expression.reaches == 1 && frame.open != "${" && expression.dots > 0)
        return 4;
    if (expression.calls > 1 && expression.dots > 1)
        return frame.certain ? 5 : 3;
    if (expression.calls > 0)
        return frame.certain ? 3 : 2;
    return 0;
}

} // namespace

namespace {

bool opensFrame(char c, char next)
{
    return (next == '{' && (c == '{' || c == '$' || c == '#' || c == '*' || c == '@' || c == '%' || c == '~')) ||
           (c == '<' && next == '%') || (c == '{' && (next == '%' || next == '#' || next == '@' || next == '$')) ||
           (c == '@' && next == '(') || (c == '[' && (next == '[' || next == '%'));
}

/// `#{session}`: the value is nothing but what asks for an object of the server. People write texts with holes for names; a field
/// of a form has none of its own.
bool asksForObject(const Frame& frame, const Expression& expression, const Text& text, std::size_t at, std::size_t stop)
{
    return !isWritten(text) && !text.inName && at == 0 && stop == text.bytes.size() && frame.certain && frame.open[0] != '{' &&
           expression.plainName && expression.reaches > 0;
}

void judge(const Frame& frame, const Text& text, std::size_t at, std::size_t end, bool closed, Findings& findings)
{
    constexpr std::size_t longest = 600;
    const auto bytes = text.bytes;
    const std::size_t inside = at + frame.open.size();
    if (end <= inside)
        return;
    const auto expression = readExpression(bytes.substr(inside, std::min(longest, end - inside)));
    const std::size_t stop = std::min(bytes.size(), end + (closed ? frame.close.size() : 0));
    unsigned points = worth(frame, expression);
    if (points < 5 && closed && asksForObject(frame, expression, text, at, stop))
        points = 5;
    if (points == 0 || (!closed && expression.proofs == 0))
        return;
    findings.token(at, frame.open.size(), TokenRole::OpensExpression, 1);
    findings.token(inside, end - inside, TokenRole::Operator, points - 1);
    findings.add(GrammarRule::TemplatesExpression, points, at, stop - at);
}

/// `{7*7}`: the value is a product of numbers in the brackets of Smarty, which no list, range or pattern is.
bool isProductInBrackets(std::string_view bytes)
{
    const auto inner = bytes.substr(1, bytes.size() - 2);
    const auto sign = inner.find('*');
    return sign != std::string_view::npos && sign > 0 && sign + 1 < inner.size() &&
           std::ranges::all_of(inner, [](char c) { return isDigit(c) || c == '*' || c == ' '; }) && isDigit(inner.front()) &&
           isDigit(inner.back());
}

} // namespace

bool isBracketedProduct(const Text& text) noexcept
{
    constexpr std::size_t longest = 24;
    const auto bytes = text.bytes;
    return bytes.size() > 4 && bytes.size() <= longest && bytes.front() == '{' && bytes.back() == '}' &&
           isProductInBrackets(bytes);
}

void lookForTemplates(const Text& text, Findings& findings)
{
    if (isBracketedProduct(text)) {
        findings.token(0, 1, TokenRole::OpensExpression, 1);
        findings.token(1, text.bytes.size() - 2, TokenRole::Operator, 4);
        findings.add(GrammarRule::TemplatesExpression, 5, 0, text.bytes.size());
        return;
    }
    // The innermost expression that ends is read, each byte in one of them at most.
    const auto bytes = text.bytes;
    const Frame* frame = nullptr;
    std::size_t begin = 0;
    std::size_t depth = 0; // brackets of the frame's kind inside of it
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        const char c = bytes[at];
        if (opensFrame(c, bytes[at + 1])) {
            const auto* found = std::ranges::find_if(frames, [&](const Frame& known) {
                return known.open[0] == c && (known.open.size() < 2 || known.open[1] == bytes[at + 1]);
            });
            if (found != frames.end()) {
                frame = found;
                begin = at;
                depth = 0;
                at += frame->open.size() - 1;
                continue;
            }
        }
        if (frame == nullptr)
            continue;
        if (c == '{' || (c == '(' && frame->close == ")")) {
            ++depth;
        } else if (c == frame->close.front() && bytes.substr(at).starts_with(frame->close)) {
            if (depth > 0 && frame->close.size() == 1) {
                --depth;
                continue;
            }
            judge(*frame, text, begin, at, true, findings);
            frame = nullptr;
        } else if (c == '}' && depth > 0) {
            --depth;
        }
    }
    if (frame != nullptr) {
        const bool closed = bytes.ends_with(frame->close);
        judge(*frame, text, begin, closed ? bytes.size() - frame->close.size() : bytes.size(), closed, findings);
    }
}

} // namespace sallyport::protection::detection
