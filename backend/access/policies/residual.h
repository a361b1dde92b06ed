#pragma once

#include "backend/access/cel/evaluator.h"
#include "backend/access/policies/facts.h"
#include "backend/access/policies/policy_set.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sallyport::access::policies {

/// One comparison of a stored member of an object. True of an object whose member is set and fits; false, never unknown, of all
/// others. Times are microseconds since 1970.
struct RowTest {
    enum class Is : std::uint8_t {
        Set,
        NotSet,
        Equal,
        Unequal,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        OneOf,
        NoneOf,
        Begins,
        BeginsNot,
        SameAs, ///< as the member `other`, which is set too
        DiffersFrom
    };
    using Value = std::variant<std::int64_t, std::string>;

    Attribute member = Attribute::ResourceId;
    Is is = Is::Set;
    std::vector<Value> values;
    Attribute other = Attribute::ResourceId;
    bool operator==(const RowTest&) const = default;
};

/// Tests put together by `and` and `or` alone.
struct RowFilter {
    enum class Kind : std::uint8_t { Never, Always, All, Any, Test };
    Kind kind = Kind::Never;
    std::vector<RowFilter> parts;
    RowTest test;

    static RowFilter never() { return {}; }
    static RowFilter always() { return {Kind::Always, {}, {}}; }
    static RowFilter of(RowTest test) { return {Kind::Test, {}, std::move(test)}; }
    static RowFilter all(std::vector<RowFilter> parts);
    static RowFilter any(std::vector<RowFilter> parts);
    /// Tests in it.
    std::size_t size() const noexcept;
    bool operator==(const RowFilter&) const = default;
};

/// What is left of a condition when all but the object is known. An object for which neither holds is one on which the condition
/// fails. Where something can't be told by tests, each lets through more than it should and `exact` is false.
struct Residual {
    RowFilter whenTrue, whenFalse;
    bool exact = true;
};
/// `facts` has the subject, the action, the kind of the object and the context; nothing of the object itself.
Residual residualOf(const cel::Program& program, const Facts& facts, cel::Evaluator& evaluator);

/// Which objects of a kind an actor may have, as a filter of rows.
struct ListFilter {
    RowFilter rows;
    bool exact = true; ///< false: some that it lets through have to be judged one by one
};
/// Tests at most; what has more is judged one by one.
inline constexpr std::size_t mostRowTests = 5000;
/// The permission is held. Null: no policy names it.
ListFilter listFilter(const PolicySet::Bucket* bucket, const Facts& facts, cel::Evaluator& evaluator);

} // namespace sallyport::access::policies
