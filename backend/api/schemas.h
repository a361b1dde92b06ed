#pragma once

#include <span>
#include <string_view>

namespace sallyport::api {

/// One JSON Schema 2020-12 under `#/components/schemas` of the API's document.
struct SchemaText {
    std::string_view name;
    std::string_view text;
};

/// What bodies are checked against.
std::span<const SchemaText> requestSchemas() noexcept;
/// What answers look like; for the document and for tests.
std::span<const SchemaText> answerSchemas() noexcept;
/// Of either kind; empty if there is none.
std::string_view findSchemaText(std::string_view name) noexcept;

} // namespace sallyport::api
