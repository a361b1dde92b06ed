#pragma once

#include "backend/api/endpoint_group.h"
#include "backend/base/result.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sallyport::api {

/// Parameters after `?` as a route declares them, decoded once; the names are the declared ones.
using QueryValues = std::vector<std::pair<std::string_view, std::string>>;

/// What may stand after `?`, read from the table of routes: a parameter that a route doesn't declare is refused, and so is a
/// value that is longer than its schema says or none of its words. No handler can forget it. Immutable after compile(); any
/// thread.
class QueryRules {
public:
    /// Internal if a parameter is declared twice or a text has no bound. Names and routes must outlive it.
    [[nodiscard]] static Result<QueryRules> compile(const Endpoints& endpoints);

    /// InvalidArgument with every mistake: unknown (with the nearest name), sent twice, badly encoded, too long, no whole number
    /// or one out of bounds, none of the words that it may be (with the nearest). Neither a value nor a name that couldn't be one
    /// of ours is repeated.
    /// `passed`: unknown ones are no mistake, and their names, as far as they may be repeated, are put there.
    Result<QueryValues> read(const Route& route, std::string_view rawQuery, std::vector<std::string>* passed = nullptr) const;

private:
    struct Rule {
        std::string_view name;
        std::size_t longest;            ///< code points
        std::vector<std::string> words; ///< that it must be one of; none: it need not
        bool isNumber = false;          ///< a whole number
        std::int64_t least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    };
    std::unordered_map<std::string_view, std::vector<Rule>> m_rules; ///< by operation
};

} // namespace sallyport::api
