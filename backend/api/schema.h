#pragma once

#include "backend/api/endpoint_group.h"
#include "backend/base/result.h"

#include <boost/json/fwd.hpp>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace sallyport::api {

/// The compiled JSON Schemas (2020-12) of request bodies. The subset: `type`, `properties`, `required`,
/// `additionalProperties` (false or a schema), `propertyNames`, `minProperties`, `maxProperties`, `minLength`, `maxLength` (code
/// points), `pattern` (RE2: linear time), `format: email`, `minimum`, `maximum`, `enum` (of strings), `items`, `minItems`,
/// `maxItems`, `uniqueItems`; `{}`, alone or with words for readers, takes anything; `title`, `description`,
/// `examples`, `default` and `writeOnly` are for readers. Any other keyword, an object that does not say `additionalProperties`,
/// a keyword that its type has no use for, and what nothing could fulfil (an empty `enum`, a minimum above the maximum, a
/// required member that may not be there) stop the server at start. Types are strict: "5" is no number, 5.0 is an integer, true
/// is no text. Immutable after compile(); any thread.
class SchemaSet {
public:
    /// The names must outlive it.
    [[nodiscard]] static Result<SchemaSet> compile(std::span<const Schema> schemas);
    SchemaSet(SchemaSet&&) noexcept;
    ~SchemaSet();

    /// Every mistake, 32 at most; empty if the document is valid. Neither message nor field repeats a value; the name of
    /// an unknown member is told only if it looks like one of ours.
    std::vector<FieldError> validate(std::string_view schema, const boost::json::value& document) const;
    /// Takes members that the schema doesn't know out of the document, wherever they stand, and answers where: as `validate`
    /// would name them. What else is wrong stays.
    std::vector<std::string> removeUnknown(std::string_view schema, boost::json::value& document) const;
    /// Compiles one schema text and validates with it, for tests of the keywords.
    static Result<std::vector<FieldError>> validateWith(std::string_view schemaText, const boost::json::value& document);

private:
    struct Node;
    struct State;
    struct Compiler;
    struct Run;
    explicit SchemaSet(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::api
