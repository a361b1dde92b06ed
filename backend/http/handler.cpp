#include "backend/http/handler.h"

namespace sallyport::http {

void Handler::onTlsFailure(const IpAddress&, std::string_view) {}

void Handler::onFault(const Fault&) {}

} // namespace sallyport::http
