#include "backend/access/cel/evaluate_line.h"

#include "backend/access/cel/evaluator.h"
#include "backend/access/cel/values/value_json.h"
#include "backend/base/shown_text.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

namespace sallyport::access::cel {
namespace {

namespace json = boost::json;

/// Of the values of a line, and of an evaluation: nobody else waits for it.
constexpr Bounds bindingBounds{1'000'000, std::size_t{16} << 20};
constexpr Bounds lineBounds{1'000'000, std::size_t{8} << 20};

struct Bindings {
    Declarations names;
    std::vector<Value> values;
};

Error mistake(std::string text)
{
    return makeError(ErrorCode::InvalidArgument, std::move(text));
}

Result<Bindings> readBindings(Scratch& scratch, const json::object& line)
{
    Bindings bindings;
    const json::value* const given = line.if_contains("bindings");
    if (given == nullptr)
        return bindings;
    if (!given->is_object())
        return mistake("'bindings' is an object of values");
    for (const auto& [name, json] : given->get_object()) {
        SALLYPORT_ASSIGN(const Value value, fromJson(scratch, json));
        bindings.names.add({std::string(name), Type::ofValue(value)});
        bindings.values.push_back(value);
    }
    return bindings;
}

Result<json::value> evaluated(std::string_view text)
{
    SALLYPORT_ASSIGN(const json::value line, parseStrictJson(text, maximumLine));
    const json::value* const expression = line.is_object() ? line.get_object().if_contains("expr") : nullptr;
    if (expression == nullptr || !expression->is_string())
        return mistake("a line is an object with the member 'expr'");
    const json::value* const check = line.get_object().if_contains("check");
    Scratch scratch(bindingBounds);
    SALLYPORT_ASSIGN(const Bindings bindings, readBindings(scratch, line.get_object()));
    CompileOptions options;
    options.checked = check != nullptr && check->is_bool() && check->get_bool();
    const Compiled compiled = compile(std::string_view(expression->get_string()), bindings.names, options);
    if (!compiled)
        return mistake(compiled.problems.front().text());
    Evaluator evaluator(lineBounds);
    const Value value = evaluator.run(*compiled.program, bindings.values);
    if (value.isError())
        return mistake(compiled.program->describe(value));
    std::optional<json::value> written = toJson(value);
    return written ? Result<json::value>(std::move(*written)) : mistake("the value is too large to be written");
}

} // namespace

std::string evaluateLine(std::string_view line)
{
    const Result<json::value> value = evaluated(line);
    const json::object answer =
        value ? json::object{{"value", *value}} : json::object{{"error", json::value(std::string_view(value.error().detail))}};
    std::string text;
    appendJsonText(text, json::serialize(answer));
    return text;
}

} // namespace sallyport::access::cel
