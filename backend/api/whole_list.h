#pragma once

#include "backend/api/route.h"
#include "backend/base/result.h"
#include "backend/http/response.h"

#include <span>

namespace sallyport::api {

struct Call;

/// Lists that are short are read whole. Clients may take a page of them all the same, search and sort them, as of any list:
/// declares the parameters for it, without which the answer is all of it, for every list that has none of its own.
void declareWholeLists(std::span<Route> routes);

/// The part of a whole list that its request asks for: `q` in any text of an item, `sort` by any member that is no list or object
/// (a minus before it turns the order round), `limit` items from `cursor` on. InvalidArgument for what can't be asked for. Other
/// answers, and those of requests that ask for no part, stay as they are. Any thread.
[[nodiscard]] Result<http::Response> partOfList(const Call& call, http::Response whole);

} // namespace sallyport::api
