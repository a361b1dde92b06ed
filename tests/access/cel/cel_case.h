#pragma once

#include "backend/access/cel/evaluator.h"
#include "backend/access/cel/values/value_json.h"

#include <boost/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace sallyport::test {

using CelNames = std::vector<std::pair<std::string, access::cel::Value>>;

/// What an expression gives, as JSON, or the word of its failure; `refused: ...` with the place if it isn't one.
inline std::string celAnswer(std::string_view source, const CelNames& names = {}, bool checked = false,
                             const access::cel::Bounds& bounds = {})
{
    using namespace access::cel;
    Declarations declarations;
    std::vector<Value> values;
    for (const auto& [name, value] : names) {
        declarations.add({name, value.is(Kind::Absent) ? Type::dynamic() : Type::ofValue(value)});
        values.push_back(value);
    }
    CompileOptions options;
    options.checked = checked;
    const Compiled compiled = compile(source, declarations, options);
    if (!compiled)
        return "refused: " + compiled.problems.front().text();
    Evaluator evaluator(bounds);
    const Value value = evaluator.run(*compiled.program, values);
    return value.isError() ? std::string(failureWord(value.failure())) : boost::json::serialize(toJson(value).value());
}

/// `true`, `false` or the failure's word.
inline std::string celHolds(std::string_view source, const CelNames& names = {})
{
    const std::string answer = celAnswer(source, names);
    return answer == R"({"bool":true})" ? "true" : answer == R"({"bool":false})" ? "false" : answer;
}

} // namespace sallyport::test
