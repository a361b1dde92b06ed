#pragma once

#include "backend/access/cel/ast.h"

namespace sallyport::access::cel {

/// + - * / % of the language: no conversions between types, an error beyond the range of the type.
Value calculate(Scratch& scratch, Op op, std::uint32_t node, const Value& a, const Value& b);

} // namespace sallyport::access::cel
