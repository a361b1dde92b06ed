#pragma once

#include "backend/api/route.h"

#include <span>
#include <string_view>
#include <vector>

namespace sallyport::api {

/// One JSON Schema 2020-12 under `#/components/schemas` of the API's document.
struct SchemaText {
    std::string_view name;
    std::string_view text;
};

/// What one file of endpoints/ adds to the API. A schema is declared once, in the file that it belongs to; routes and
/// `$ref`s of all files may name it.
struct EndpointGroup {
    std::vector<Route> routes = {};
    std::span<const SchemaText> requests = {}; ///< what bodies are checked against
    std::span<const SchemaText> answers = {};  ///< what answers look like; for the document and for tests
};

/// The whole API, in the order of the document.
struct Endpoints {
    std::vector<Route> routes;
    std::vector<SchemaText> requests;
    std::vector<SchemaText> answers;
};

Endpoints collect(std::span<const EndpointGroup> groups);

/// Finds what is missing, contradictory or double among routes and schemas. The server does not start with an error here.
[[nodiscard]] Result<void> checkEndpoints(const Endpoints& endpoints);

} // namespace sallyport::api
