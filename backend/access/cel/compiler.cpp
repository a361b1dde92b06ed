#include "backend/access/cel/compiler.h"

#include "backend/access/cel/checker.h"
#include "backend/access/cel/cost.h"

#include <algorithm>

namespace sallyport::access::cel {

Compiled compile(std::string_view source, const Declarations& declarations, const CompileOptions& options)
{
    return Compiler(declarations, options).compile(source);
}

Compiled Compiler::compile(std::string_view source)
{
    std::variant<Ast, Problem> read = parse(source);
    if (Problem* const refused = std::get_if<Problem>(&read))
        return {nullptr, {std::move(*refused)}};
    m_program = std::shared_ptr<Program>(new Program(std::move(std::get<Ast>(read))));
    resolveNames();
    markLive();
    if (m_options.checked) {
        for (Index index = 0; index < m_program->m_nodes.size(); ++index)
            if (m_live[index] && node(index).op == Op::Unknown)
                reportUnknown(index);
        if (m_problems.empty()) {
            Checked checked = check(*m_program, m_live, m_declarations, m_options.result);
            m_problems = std::move(checked.problems);
            m_program->m_resultType = std::move(checked.result);
        }
    }
    if (m_problems.empty())
        prepare();
    if (m_problems.empty()) {
        const Estimate estimate = estimateCost(*m_program, m_declarations);
        m_program->m_estimatedSteps = estimate.steps;
        if (m_options.checked && estimate.steps > m_options.mostSteps)
            problem(estimate.dearest, "this may take " + std::to_string(estimate.steps) + " steps, " +
                                          std::to_string(m_options.mostSteps) + " are allowed");
    }
    if (m_problems.empty())
        return {std::move(m_program), {}};
    std::ranges::stable_sort(m_problems, {}, [](const Problem& one) { return one.place.offset; });
    return {nullptr, std::move(m_problems)};
}

void Compiler::problem(Index index, std::string message, std::string suggestion)
{
    if (m_problems.size() >= mostProblems)
        return;
    Problem made = ast().problemAt(ast().nodes[index].place, std::move(message));
    made.suggestion = std::move(suggestion);
    m_problems.push_back(std::move(made));
}

std::string Program::describe(const Value& error) const
{
    std::string text;
    const std::uint32_t index = std::min(error.failedNode(), static_cast<std::uint32_t>(m_nodes.size() - 1));
    const Place place = m_ast.nodes[index].place;
    const std::string part(m_ast.source.substr(place.offset, place.length));
    switch (error.failure()) {
    case Failure::MissingAttribute: text = "missing attribute '" + part + "'"; break;
    case Failure::UnknownName: text = "unknown name '" + part + "'"; break;
    case Failure::UnknownFunction: text = "unknown function '" + std::string(name(m_nodes[index].b)) + "'"; break;
    case Failure::NoSuchOverload: text = "no such overload"; break;
    case Failure::NoSuchKey: text = "no such key"; break;
    case Failure::DuplicateKey: text = "a map with the same key twice"; break;
    case Failure::UnsupportedKey: text = "a key is bool, int, uint or string"; break;
    case Failure::IndexOutOfRange: text = "index out of range"; break;
    case Failure::DivisionByZero: text = "division by zero"; break;
    case Failure::Overflow: text = "beyond the range of the type"; break;
    case Failure::InvalidText: text = "cannot be read"; break;
    case Failure::Steps: return "more steps than an evaluation may take";
    case Failure::Memory: return "more memory than an evaluation may have";
    }
    if (*error.failureDetail() != '\0')
        text += ": " + std::string(error.failureDetail());
    const Position position = positionOf(m_ast.source, place.offset);
    return text + " at line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
}

} // namespace sallyport::access::cel
