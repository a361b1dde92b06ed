#include "backend/http/handler.h"

namespace sallyport::http {

Response Handler::clearTextResponse(const TransportError& error)
{
    onTlsFailure(error.peer, error.rule);
    Response response(error.status);
    response.addHeader("Content-Type", "text/plain; charset=utf-8");
    response.setBody("This port speaks HTTPS; the request came without TLS.\n");
    return response;
}

void Exchange::wait(std::chrono::milliseconds, std::function<void(bool here)> then)
{
    then(true);
}

void Exchange::watch(std::function<void()>) {}

bool Handler::takesBody(const RequestHead&)
{
    return false;
}

bool Handler::admits(const IpAddress&)
{
    return true;
}

bool Handler::isProxy(const IpAddress&)
{
    return false;
}

bool Handler::sendsProxyHeader(const IpAddress&)
{
    return false;
}

void Handler::onTlsFailure(const IpAddress&, std::string_view) {}

void Handler::onFault(const Fault&) {}

} // namespace sallyport::http
