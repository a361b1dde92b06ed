#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

class SchemaSet;

/// Is the body what the route's schema says? Media type, strict JSON, then the schema. No value is converted, none told.
class SchemaStage final : public Stage {
public:
    explicit SchemaStage(const SchemaSet& schemas) : m_schemas(schemas) {}
    std::string_view name() const noexcept override { return "schema"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Schema; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;

private:
    const SchemaSet& m_schemas;
};

} // namespace sallyport::api
