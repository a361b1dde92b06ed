#pragma once

#include "backend/access/cel/program.h"

namespace sallyport::access::cel {

/// What an evaluation takes at the most, if no attribute is larger than it is declared. Saturates.
struct Estimate {
    std::uint64_t steps = 0;
    std::uint32_t dearest = 0; ///< the innermost node that takes more than half of them
};
/// In the steps that the evaluator charges.
Estimate estimateCost(const Program& program, const Declarations& declarations);

} // namespace sallyport::access::cel
