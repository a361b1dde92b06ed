#pragma once

#include "backend/access/policies/policy.h"
#include "backend/base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::authorization {

inline constexpr std::string_view policyDocumentFormat = "sallyport-policies"; ///< its member `format`
inline constexpr std::int64_t policyDocumentVersion = 1;                       ///< its member `version`
inline constexpr std::size_t policyDocumentBytes = std::size_t{8} << 20;       ///< of a document, read or written
inline constexpr std::size_t importMistakesTold = 100;                         ///< by the refusal of an import

/// Which policies an export has.
struct PolicyExport {
    std::string text; ///< part of name or note, without regard to case
    std::optional<access::PolicyState> state;
};

struct PolicyImport {
    std::string text;     ///< a document as an export is one
    bool dryRun = false;  ///< only tell what would happen
    bool publish = false; ///< take over their states, too; without it nothing is enforced, and nothing ceases to be
};

/// What becomes, or would become, of one policy of a document.
struct ImportedPolicy {
    enum class Outcome : std::uint8_t { Added, Changed, Unchanged, Refused };
    std::size_t place = 0; ///< in the document, from 0
    Outcome outcome = Outcome::Refused;
    std::string id;                   ///< in this vault; empty if it is refused
    std::string name;                 ///< as the document says, made fit to be shown
    std::string state;                ///< that it has afterwards; empty if it is refused
    std::string documentState;        ///< that it has in the document; empty: none or a wrong one
    std::vector<std::string> changed; ///< members that differ: `condition`; of one that is changed
    std::vector<FieldError> mistakes; ///< of a refused one; `field` is below the policy: `actions.0`
};
/// `added` | `changed` | `unchanged` | `refused`
std::string_view importOutcomeWord(ImportedPolicy::Outcome outcome) noexcept;

struct PolicyImportResult {
    bool dryRun = false, published = false;
    std::int64_t added = 0, changed = 0, unchanged = 0, refused = 0;
    std::vector<ImportedPolicy> policies; ///< in the order of the document
};

} // namespace sallyport::authorization
