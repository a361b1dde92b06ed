#pragma once

#include "backend/api/endpoint_group.h"
#include "backend/base/result.h"
#include "backend/http/response.h"

namespace sallyport::api {

struct Call;

/// The parameters of whole lists, one set a route: the words that it sorts by are those of its answer.
struct WholeListQueries;

/// Lists that are short are read whole. Clients may take a page of them all the same, search and sort them, as of any list:
/// declares the parameters for it, for every list that has none of its own and for those whose route says so, beside what it
/// takes already. After the schemas are there.
void declareWholeLists(Endpoints& endpoints);

/// The part of a whole list that its request asks for: `q` in any text of an item, `sort` by a member that the answer's schema
/// says to be a text, a number or a truth (a minus before it turns the order round; items that have none come first), `limit`
/// items from `cursor` on. InvalidArgument for what can't be asked for. Other answers, and those of requests that ask for no
/// part, stay as they are. Any thread.
[[nodiscard]] Result<http::Response> partOfList(const Call& call, http::Response whole);

} // namespace sallyport::api
