#pragma once

#include "backend/access/cel/ast.h"
#include "backend/access/cel/declarations.h"
#include "backend/access/cel/functions.h"
#include "backend/access/cel/pattern.h"
#include "backend/access/cel/values/zones.h"

#include <memory>
#include <optional>

namespace sallyport::access::cel {

/// What compiling refuses.
struct CompileOptions {
    /// Refuse unknown names and functions, types that don't fit, and texts that can never be read (a bad time, pattern or
    /// address). Otherwise these are errors where they are evaluated.
    bool checked = true;
    /// Refuse in a checked one also parts that are made of constants and give nothing but an error, such as 1/0, and
    /// addresses that are none in containsIP(). The language
    /// leaves them alone where nobody evaluates them (`true || 1/0 == 1`).
    bool refusesFailures = false;
    /// What a checked expression must give; dyn takes anything.
    Type result = Type::dynamic();
    /// Steps at most that a checked expression may take with the largest values that are declared.
    std::uint64_t mostSteps = 1'000'000;
};

/// An expression that is ready to be evaluated. Never changes: any thread, many at once.
class Program {
public:
    std::string_view source() const noexcept { return m_ast.source; }
    /// As it is written; `nodes()` has the same numbers.
    const Ast& ast() const noexcept { return m_ast; }
    /// As it is evaluated: names are slots, calls functions, and what has only constants in it is a constant.
    std::span<const Node> nodes() const noexcept { return m_nodes; }
    const Node& node(std::uint32_t index) const noexcept { return m_nodes.data()[index]; }
    std::span<const std::uint32_t> children(const Node& node) const noexcept
    {
        return {m_ast.children.data() + node.a, node.count};
    }
    const Value& constant(std::uint32_t index) const noexcept { return m_ast.constants.data()[index]; }
    std::string_view name(std::uint32_t index) const noexcept { return m_ast.names[index]; }
    std::uint32_t root() const noexcept { return m_ast.root; }
    std::uint32_t localSlots() const noexcept { return m_ast.localSlots; }
    std::uint32_t slotOfVariable(std::uint32_t variable) const noexcept { return m_ast.variables.data()[variable].slot; }

    const Pattern& pattern(std::uint32_t index) const noexcept { return *m_patterns[index]; }
    const Zone& zone(std::uint32_t index) const noexcept { return m_zones[index]; }

    /// Of a checked one; dyn otherwise.
    const Type& resultType() const noexcept { return m_resultType; }
    /// Steps at most with the largest values that are declared.
    std::uint64_t estimatedSteps() const noexcept { return m_estimatedSteps; }

    /// `no such key 'colour' at line 1, column 5`.
    std::string describe(const Value& error) const;

private:
    friend class Compiler;
    explicit Program(Ast ast) : m_ast(std::move(ast)), m_nodes(m_ast.nodes) {}

    Ast m_ast;
    std::vector<Node> m_nodes;
    std::vector<std::unique_ptr<Pattern>> m_patterns;
    std::vector<Zone> m_zones;
    Type m_resultType = Type::dynamic();
    std::uint64_t m_estimatedSteps = 0;
};

struct Compiled {
    std::shared_ptr<const Program> program; ///< null if there are problems
    Problems problems;                      ///< in the order of their places
    explicit operator bool() const noexcept { return program != nullptr; }
};
Compiled compile(std::string_view source, const Declarations& declarations, const CompileOptions& options = {});

} // namespace sallyport::access::cel
