#pragma once

#include "backend/api/route.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::api {

/// Of one schema's text, at most.
inline constexpr std::size_t schemaBytes = 65536;

/// One JSON Schema 2020-12 under `#/components/schemas` of the API's document, with `<name>` where a part stands.
struct SchemaText {
    std::string_view name;
    std::string_view text;
};

/// What stands for `<name>` in the texts of schemas: a limit, which is a constant of the code that decides, or a piece of
/// JSON that several schemas have, perhaps with parts in it.
struct SchemaPart {
    constexpr SchemaPart(std::string_view partName, std::string_view partText) : name(partName), text(partText) {}
    constexpr SchemaPart(std::string_view partName, std::integral auto limit)
        : name(partName), number(static_cast<std::int64_t>(limit))
    {
    }

    std::string_view name;
    std::string_view text = {};
    std::int64_t number = 0; ///< without a text
};

/// What one file of endpoints/ adds to the API. Schemas and parts are declared once, in the file that they belong to; routes,
/// `$ref`s and texts of all files may name them.
struct EndpointGroup {
    std::vector<Route> routes = {};
    std::span<const SchemaText> requests = {}; ///< what bodies are checked against
    std::span<const SchemaText> answers = {};  ///< what answers look like; for the document and for tests
    std::span<const SchemaPart> parts = {};
};

struct WholeListQueries;

/// A schema with its parts in place.
struct Schema {
    std::string_view name;
    std::string text;
};

/// The whole API, in the order of the document.
struct Endpoints {
    std::vector<Route> routes;
    std::vector<Schema> requests;
    std::vector<Schema> answers;
    std::vector<SchemaPart> parts;
    std::shared_ptr<const WholeListQueries> wholeLists; ///< what the queries of whole lists stand in
};

Endpoints collect(std::span<const EndpointGroup> groups);

/// The text with every part in place; a `<name>` that is none stays and is no JSON.
std::string withParts(std::string_view text, std::span<const SchemaPart> parts);

/// Finds what is missing, contradictory or double among routes and schemas. The server does not start with an error here.
[[nodiscard]] Result<void> checkEndpoints(const Endpoints& endpoints);

} // namespace sallyport::api
