#pragma once

#include "backend/access/cel/program.h"

namespace sallyport::access::cel {

/// Problems of one compilation that are told at most.
inline constexpr std::size_t mostProblems = 20;

struct Checked {
    Type result = Type::dynamic();
    Problems problems;
};
/// The gradual type check of the language over a program whose names are resolved: each operator and function takes what it is
/// given, or may take it at run time (dyn). `live` says which nodes are evaluated.
Checked check(const Program& program, const std::vector<bool>& live, const Declarations& declarations, const Type& wanted);

} // namespace sallyport::access::cel
