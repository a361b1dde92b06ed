#pragma once

#include "backend/http/head_check.h"
#include "backend/http/request.h"

#include <string_view>

namespace sallyport::http {

/// Reads a head that HeadCheck found Complete (from headStart() to headEnd()) with Beast's parser into `head`, whose
/// views point into `bytes`. Fills everything but the connection's part (peer, tls, ..). Two parsers must agree, or
/// there is no request: if Beast refuses or reads another framing than the check did, the broken rule is returned, else
/// "".
std::string_view parseHead(std::string_view bytes, const Framing& framing, const HeadLimits& limits, RequestHead& head);

} // namespace sallyport::http
