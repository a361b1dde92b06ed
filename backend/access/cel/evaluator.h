#pragma once

#include "backend/access/cel/program.h"

namespace sallyport::access::cel {

/// Evaluates programs, one after the other, within its bounds. What run() gives is good until the next run, as long as the
/// program and the attributes. Recurses as deep as the tree is, which the parser bounds. One thread.
class Evaluator {
public:
    explicit Evaluator(const Bounds& bounds = {}) : m_scratch(bounds) {}

    /// `attributes` are in the order of the declarations with which the program was compiled; those that are Absent, and those
    /// behind the last, are missing: an error where they are evaluated.
    Value run(const Program& program, std::span<const Value> attributes);
    /// The same, and `values` gets what each node has given, the last time that it was evaluated; Absent if it wasn't.
    Value runTraced(const Program& program, std::span<const Value> attributes, std::vector<Value>& values);
    /// Of one node and what it is made of, outside of macros.
    Value runPart(const Program& program, std::uint32_t node, std::span<const Value> attributes);

    std::uint64_t stepsUsed() const noexcept { return m_scratch.stepsUsed(); }

private:
    Scratch m_scratch;
    std::vector<Value> m_locals;
};

} // namespace sallyport::access::cel
