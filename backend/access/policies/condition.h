#pragma once

#include "backend/access/cel/problem.h"
#include "backend/access/cel/program.h"
#include "backend/base/error.h"

#include <memory>
#include <string_view>
#include <vector>

namespace sallyport::access::policies {

/// A condition that was read and checked against the declared attributes, or each mistake in it with its place.
struct Condition {
    std::shared_ptr<const cel::Program> program; ///< null if there are mistakes
    std::vector<FieldError> mistakes;            ///< of the field `condition`
    cel::Problems problems;                      ///< the same with their places, as far as they are of the language
};
/// Never throws, whatever the text is. Blank texts are a mistake, `true` is how "always" is written.
Condition readCondition(std::string_view text);
/// The same of one that a vault keeps: what was taken once is not refused later because of a part that always fails, which is an
/// error where it is evaluated.
Condition readKeptCondition(std::string_view text);

} // namespace sallyport::access::policies
