#pragma once

#include "backend/api/call.h"

#include <optional>
#include <string_view>

namespace sallyport::api {

/// True if a field of entity tags (RFC 9110 §8.8.3: `"a", W/"b"`) names this one. Strongly: weak tags are like no other.
bool namesTag(std::string_view list, std::string_view tag, bool strongly);

/// What a request's conditions say of what it reads.
enum class Precondition {
    Holds,
    NotModified, ///< 304: the caller has it already
    Failed,      ///< 412: it is another one than the caller means
};

/// By If-Match and If-None-Match (RFC 9110 §13.2.2), of something that is there and has this tag, a strong one; empty: it has
/// none. A field that is sent more than once is one list.
Precondition preconditionOf(const http::RequestHead& request, std::string_view tag);

/// A changing request is not done if what it wants to be true isn't (RFC 9110 §13.1): `If-Match` names the tag of what there is,
/// or is `*`; `If-None-Match` doesn't. What has no tag of its own is named by none. The answer, PreconditionFailed, or nothing:
/// go on. If-Unmodified-Since is passed over: nothing here says when it was changed last. May ask the database: on workers.
std::optional<Error> unmetPrecondition(Call& call);

} // namespace sallyport::api
