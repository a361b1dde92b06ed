#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::audit {

/// How the journal, its tree, its anchor and its signed heads don't fit each other. docs/audit.md says what each means.
enum class ChainProblem : std::uint8_t {
    None,
    Changed,
    Missing,
    Reordered,
    Truncated, ///< the anchor is further
    Inserted,
    IndexChanged,
    AnchorMissing,
    AnchorDamaged,
    TreeChanged,
    HeadChanged,
    RolledBack,   ///< the file of heads knows of later ones
    HeadsMissing, ///< the file of heads is gone
    HeadsCut,     ///< it was put back to an older state, or its end was cut off
    Earlier,      ///< an opening or a verification has found something
};

/// What such a thing is wrong with.
enum class ProblemOf : std::uint8_t { Nothing, Rows, Index, Anchor, Tree, HeadFile };

/// A row of the one table of them.
struct ChainProblemInfo {
    ChainProblem problem = ChainProblem::None;
    std::string_view word; ///< stable: of answers, files, events and of what was accepted
    ProblemOf of = ProblemOf::Nothing;
    /// Whole again, and still named by its own word until it is accepted: it was mended, or leaves no trace in the chain. Of any
    /// other only the place is remembered.
    bool namedForGood = false;
};

inline constexpr std::array chainProblems{
    ChainProblemInfo{ChainProblem::None, "", ProblemOf::Nothing},
    ChainProblemInfo{ChainProblem::Changed, "changed", ProblemOf::Rows},
    ChainProblemInfo{ChainProblem::Missing, "missing", ProblemOf::Rows},
    ChainProblemInfo{ChainProblem::Reordered, "reordered", ProblemOf::Rows},
    ChainProblemInfo{ChainProblem::Truncated, "truncated", ProblemOf::Rows},
    ChainProblemInfo{ChainProblem::Inserted, "inserted", ProblemOf::Index, true},
    ChainProblemInfo{ChainProblem::IndexChanged, "index_changed", ProblemOf::Index, true},
    ChainProblemInfo{ChainProblem::AnchorMissing, "anchor_missing", ProblemOf::Anchor},
    ChainProblemInfo{ChainProblem::AnchorDamaged, "anchor_damaged", ProblemOf::Anchor},
    ChainProblemInfo{ChainProblem::TreeChanged, "tree_changed", ProblemOf::Tree, true},
    ChainProblemInfo{ChainProblem::HeadChanged, "head_changed", ProblemOf::Tree},
    ChainProblemInfo{ChainProblem::RolledBack, "rolled_back", ProblemOf::Tree},
    ChainProblemInfo{ChainProblem::HeadsMissing, "heads_missing", ProblemOf::HeadFile, true},
    ChainProblemInfo{ChainProblem::HeadsCut, "heads_cut", ProblemOf::HeadFile, true},
    ChainProblemInfo{ChainProblem::Earlier, "earlier", ProblemOf::Nothing},
};

constexpr const ChainProblemInfo& problemInfo(ChainProblem problem)
{
    return chainProblems[static_cast<std::size_t>(problem)];
}
static_assert(
    [] {
        for (std::size_t i = 0; i < chainProblems.size(); ++i)
            if (static_cast<std::size_t>(chainProblems[i].problem) != i)
                return false;
        return true;
    }(),
    "the table has the order of the enum");

/// Empty for none.
constexpr std::string_view problemWord(ChainProblem problem)
{
    return problemInfo(problem).word;
}

/// Nothing for a word that isn't one of ours.
constexpr std::optional<ChainProblem> problemOfWord(std::string_view word)
{
    for (const ChainProblemInfo& one : chainProblems)
        if (one.word == word)
            return one.problem;
    return std::nullopt;
}

} // namespace sallyport::audit
