#include "backend/access/cel/evaluator.h"

#include "backend/access/cel/machine.h"

namespace sallyport::access::cel {
namespace {

Value checkedEnd(const Scratch& scratch, const Value& value, std::uint32_t node)
{
    return scratch.exhausted() ? Value::error(scratch.exhaustion(), node) : value;
}

} // namespace

Value Evaluator::run(const Program& program, std::span<const Value> attributes)
{
    return runPart(program, program.root(), attributes);
}

Value Evaluator::runPart(const Program& program, std::uint32_t node, std::span<const Value> attributes)
{
    m_scratch.begin();
    if (m_locals.size() < program.localSlots())
        m_locals.resize(program.localSlots());
    Machine<false> machine(program, attributes, m_scratch, m_locals.data(), nullptr);
    return checkedEnd(m_scratch, machine.evaluate(node), node);
}

Value Evaluator::runTraced(const Program& program, std::span<const Value> attributes, std::vector<Value>& values)
{
    m_scratch.begin();
    if (m_locals.size() < program.localSlots())
        m_locals.resize(program.localSlots());
    values.assign(program.nodes().size(), Value());
    Machine<true> machine(program, attributes, m_scratch, m_locals.data(), values.data());
    return checkedEnd(m_scratch, machine.evaluate(program.root()), program.root());
}

} // namespace sallyport::access::cel
