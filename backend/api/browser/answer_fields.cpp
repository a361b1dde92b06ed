#include "backend/api/browser/answer_fields.h"

#include <algorithm>

namespace sallyport::api {

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

} // namespace

struct AnswerFields::Set {
    SecurityFields security;
    bool isUsual = true; ///< as answers are made
    HeaderBlocks blocks;
    std::vector<std::string> origins;
    std::string methods, headers, maxAge;
    bool credentials = false;

    bool allows(std::string_view origin) const { return std::ranges::find(origins, origin) != origins.end(); }
};

std::shared_ptr<const AnswerFields::Set> AnswerFields::setOf(const settings::Values& values)
{
    auto made = std::make_shared<Set>();
    made->security.contentSecurityPolicy = values.headersContentSecurityPolicy;
    made->security.hstsMaxAge = values.headersHstsMaxAge;
    made->security.hstsSubdomains = values.headersHstsSubdomains;
    made->isUsual = made->security == SecurityFields();
    if (!made->isUsual)
        made->blocks = headerBlocks(made->security);
    made->origins = values.corsOrigins;
    made->methods = joined(values.corsMethods);
    made->headers = joined(values.corsHeaders);
    made->maxAge = std::to_string(values.corsMaxAge.count());
    made->credentials = values.corsCredentials;
    return made;
}

AnswerFields::AnswerFields(settings::Settings& settings)
{
    // Before the values are read: a change in between is told.
    m_onChange =
        settings.onChange([this](const std::shared_ptr<const settings::Values>& values) { m_set.store(setOf(*values)); });
    m_set.store(setOf(*settings.values()));
}

void AnswerFields::dress(http::Response& response) const
{
    const auto set = m_set.load();
    if (set->isUsual)
        return;
    if (const auto media = mediaOf(response))
        response.setCommonHeaders(set->blocks[static_cast<std::size_t>(*media)]);
}

void AnswerFields::admit(http::Response& response, const http::Request& request) const
{
    const auto set = m_set.load();
    if (set->origins.empty())
        return;
    response.addHeader("Vary", "Origin");
    const auto origin = request.header("Origin");
    if (!origin || request.headerCount("Origin") != 1 || !set->allows(*origin))
        return;
    response.addHeader("Access-Control-Allow-Origin", *origin);
    if (set->credentials)
        response.addHeader("Access-Control-Allow-Credentials", "true");
    response.addHeader("Access-Control-Expose-Headers", exposedFields);
}

std::optional<http::Response> AnswerFields::preflight(const http::Request& request) const
{
    if (request.method != http::Method::Options)
        return std::nullopt;
    const auto set = m_set.load();
    const auto origin = request.header("Origin");
    if (set->origins.empty() || !origin || request.headerCount("Origin") != 1 ||
        request.headerCount("Access-Control-Request-Method") != 1)
        return std::nullopt;
    http::Response response = answer(204, Media::None);
    response.addHeader("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    if (!set->allows(*origin))
        return response;
    response.addHeader("Access-Control-Allow-Origin", *origin);
    response.addHeader("Access-Control-Allow-Methods", set->methods);
    if (!set->headers.empty())
        response.addHeader("Access-Control-Allow-Headers", set->headers);
    if (set->credentials)
        response.addHeader("Access-Control-Allow-Credentials", "true");
    response.addHeader("Access-Control-Max-Age", set->maxAge);
    return response;
}

std::vector<std::pair<std::string, std::string>> AnswerFields::fieldsOf(Media media) const
{
    http::Response response = answer(200, media);
    dress(response);
    std::vector<std::pair<std::string, std::string>> fields;
    std::string_view rest = *response.commonHeaders();
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(line.size() + 2);
        const std::size_t colon = line.find(": ");
        fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    return fields;
}

} // namespace sallyport::api
