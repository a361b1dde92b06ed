#pragma once

#include "backend/access/cel/values/scratch.h"

namespace sallyport::access::cel {

enum class Order { Less, Equal, Greater, Unordered /**< NaN */, None /**< kinds without an order between them */ };

/// Of numbers on one line whatever their type, and of two of the same kind that have an order.
Order order(const Value& a, const Value& b) noexcept;

/// Equality of the language at run time: numbers on one line, other kinds only among themselves. Each element of lists and maps
/// is a step; the answer means nothing once the scratch is exhausted.
bool equal(Scratch& scratch, const Value& a, const Value& b) noexcept;

} // namespace sallyport::access::cel
