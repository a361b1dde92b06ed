#pragma once

#include "backend/audit/tree/merkle.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::audit {

inline constexpr std::size_t merkleLineLimit = std::size_t{64} << 20; ///< bytes
inline constexpr std::size_t merkleLeavesLimit = 10'000'000;          ///< of one tree, over its lines

/// Answers the lines of `sallyportd merkle`: `{"leaves": [base64, ...], "index"?: n, "from"?: size}` gives `{"root": hex,
/// "inclusion"?: [hex], "consistency"?: [hex]}`, anything else `{"error": text}`. A tree that is too large for a line goes on in
/// the next one after `"more": true`, which is answered with nothing. No vault; one thread.
class MerkleLines {
public:
    /// The answer, unless more of the tree comes.
    std::optional<std::string> answer(std::string_view line);
    /// There are no more lines: an error if one was to come.
    std::optional<std::string> end();

private:
    std::vector<TreeHash> m_leaves; ///< of the lines before
};

/// The same of a line that is whole by itself.
std::string merkleLine(std::string_view line);

} // namespace sallyport::audit
