#pragma once

#include "backend/access/cel/program.h"

namespace sallyport::access::cel {

/// Makes a program of a tree, in passes over its nodes, children before parents.
class Compiler {
public:
    Compiler(const Declarations& declarations, const CompileOptions& options) : m_declarations(declarations), m_options(options)
    {
    }
    Compiled compile(std::string_view source);

private:
    using Index = std::uint32_t;
    static constexpr Index none = 0xffffffff;

    // compiler_names.cpp: what names and calls mean.
    void resolveNames();
    void resolveChain(Index index);
    void resolveHas(Index index);
    void resolveCall(Index index);
    void markLive();
    void reportUnknown(Index index);
    void reportFunction(Index index, std::string_view name, bool known);

    // compiler_constants.cpp: what can be known before.
    void prepare();
    void prepareCall(Index index);
    void fold(Index index);
    bool hasOnlyConstants(const Node& node) const;
    std::optional<std::string_view> constantText(Index index) const;

    void problem(Index index, std::string message, std::string suggestion = {});
    Node& node(Index index) { return m_program->m_nodes[index]; }
    const Ast& ast() const { return m_program->m_ast; }

    const Declarations& m_declarations;
    const CompileOptions& m_options;
    std::shared_ptr<Program> m_program;
    std::vector<std::string> m_chains; ///< the dotted name of each node that is one
    std::vector<Index> m_selectors;    ///< the select that goes on with a node
    std::vector<bool> m_live;          ///< evaluated: not a part of a longer name
    std::vector<bool> m_fromRoot;      ///< written with a leading dot
    Problems m_problems;
};

} // namespace sallyport::access::cel
