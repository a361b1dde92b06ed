#pragma once

#include "backend/base/limits.h"
#include "backend/base/result.h"
#include "backend/base/utf8.h"

#include <cstdint>

namespace sallyport::records {

/// What every list of this module asks of a query's page and text. InvalidArgument.
template <typename Query>
Result<void> checkListQuery(const Query& query)
{
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    if (query.offset > INT64_MAX)
        return makeError(ErrorCode::InvalidArgument, "offset is too large.");
    return {};
}

} // namespace sallyport::records
