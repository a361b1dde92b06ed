#pragma once

#include "backend/protection/lists/address_rule_rows.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::protection {

/// One line of a plain list.
struct ListLine {
    std::size_t number = 0; ///< from 1
    std::string_view address;
    std::string_view comment;
};

/// Calls `take` for each line that has more than a comment. Comments begin with `#` or `;`.
void forEachListLine(std::string_view text, const std::function<void(const ListLine&)>& take);

/// The rules that hold at that time, as text; for plain lists and CrowdSec those of keptOut().
std::string exportText(std::span<const rows::StoredRule> rules, AddressExport format, UtcTime now);

} // namespace sallyport::protection
