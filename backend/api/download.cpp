#include "backend/api/download.h"

namespace sallyport::api {

namespace {

constexpr std::size_t downloadChunk = 32 * 1024; // bytes gathered before they are sent

} // namespace

void Download::addHeader(std::string_view name, std::string_view value)
{
    m_headers.emplace_back(name, value);
}

bool Download::take(std::string_view chunk)
{
    m_waiting.append(chunk);
    return m_waiting.size() < downloadChunk || send();
}

bool Download::send()
{
    if (!m_begun)
        begin();
    if (m_waiting.empty())
        return true;
    const bool ok = m_body.write(m_waiting);
    m_waiting.clear();
    return ok;
}

void Download::end(bool complete)
{
    if (complete && send())
        m_body.finish();
    else if (m_begun)
        m_body.abort();
}

void Download::begin()
{
    m_begun = true;
    m_call.answered = true;
    http::Response response = answer(200, m_media);
    response.addHeader("Content-Disposition", "attachment; filename=\"" + m_fileName + "\"");
    for (const auto& [name, value] : m_headers)
        response.addHeader(name, value);
    response.setSource(m_body.takeSource());
    m_call.respond(std::move(response), protection::TrafficOutcome::Answered);
}

} // namespace sallyport::api
