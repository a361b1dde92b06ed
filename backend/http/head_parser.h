#pragma once

#include "backend/http/head_check.h"
#include "backend/http/request.h"

#include <functional>
#include <string_view>

namespace sallyport::http {

/// Asked whether what an absolute target names is served here. A valid authority.
using IsOwnAuthority = std::function<bool(std::string_view authority)>;

/// Reads a head that HeadCheck found Complete (from headStart() to headEnd()) with Beast's parser into `head`, whose
/// views point into `bytes`. Fills everything but the connection's part (peer, tls, ..). Two parsers must agree, or
/// there is no request: if Beast refuses or reads another framing than the check did, the broken rule is returned, else
/// "". The same goes for an absolute target that names another place than Host, unless `isOwn` (without one: nothing) says
/// that it is ours.
std::string_view parseHead(std::string_view bytes, const Framing& framing, const HeadLimits& limits, RequestHead& head,
                           const IsOwnAuthority& isOwn = {});

} // namespace sallyport::http
