#pragma once

#include "backend/access/cel/program.h"

namespace sallyport::access::cel {

/// One evaluation. `traced` records what each node has given.
template <bool traced>
class Machine {
public:
    Machine(const Program& program, std::span<const Value> attributes, Scratch& scratch, Value* locals, Value* values)
        : m_program(program), m_attributes(attributes), m_scratch(scratch), m_locals(locals), m_values(values)
    {
    }

    /// What most operands are is done here, without a call.
    [[gnu::always_inline]] Value evaluate(std::uint32_t index)
    {
        const Node& node = m_program.node(index);
        Value value;
        if (!m_scratch.charge(1)) [[unlikely]]
            value = Value::error(Failure::Steps, index);
        else if (node.op == Op::Attribute && node.a < m_attributes.size() && !m_attributes.data()[node.a].is(Kind::Absent))
            value = m_attributes.data()[node.a];
        else if (node.op == Op::Constant)
            value = m_program.constant(node.a);
        else
            value = step(index, node);
        if constexpr (traced)
            m_values[index] = value;
        return value;
    }

private:
    Value step(std::uint32_t index, const Node& node);
    Value select(std::uint32_t index, const Node& node);
    Value has(std::uint32_t index, const Node& node);
    Value at(std::uint32_t index, const Node& node);
    Value list(const Node& node);
    Value map(std::uint32_t index, const Node& node);
    Value call(std::uint32_t index, const Node& node);
    Value invert(std::uint32_t index, const Node& node);
    Value negate(std::uint32_t index, const Node& node);
    Value logical(std::uint32_t index, const Node& node, bool deciding);
    Value conditional(std::uint32_t index, const Node& node);
    Value compare(std::uint32_t index, const Node& node);
    Value contains(std::uint32_t index, const Node& node);
    Value arithmetic(std::uint32_t index, const Node& node);

    // machine_macros.cpp
    Value macro(std::uint32_t index, const Node& node);
    template <typename Each>
    Value forEach(std::uint32_t index, const Node& node, Each each);
    Value quantified(std::uint32_t index, const Node& node, bool deciding);
    Value existsOne(std::uint32_t index, const Node& node);
    Value collected(std::uint32_t index, const Node& node);

    std::uint32_t child(const Node& node, std::size_t number) const noexcept { return m_program.children(node)[number]; }

    const Program& m_program;
    const std::span<const Value> m_attributes;
    Scratch& m_scratch;
    Value* const m_locals;
    Value* const m_values;
};

} // namespace sallyport::access::cel
