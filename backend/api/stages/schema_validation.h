#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

class QueryRules;
class SchemaSet;

/// Are query and body what the route says? Parameters that it declares, then media type, strict JSON, the schema. No value is
/// converted, none told.
class SchemaStage final : public Stage {
public:
    SchemaStage(const QueryRules& queries, const SchemaSet& schemas) : m_queries(queries), m_schemas(schemas) {}
    std::string_view name() const noexcept override { return "schema"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Schema; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;

private:
    std::optional<Error> checkBody(Call& call) const;
    const QueryRules& m_queries;
    const SchemaSet& m_schemas;
};

} // namespace sallyport::api
