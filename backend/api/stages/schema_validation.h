#pragma once

#include "backend/api/stage.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace sallyport::api {

class QueryRules;
class SchemaSet;

/// Are query and body what the route says? Parameters that it declares, then media type, strict JSON, the schema. No value is
/// converted, none told.
///
/// On routes of the setting `validation.observe` parameters and members that the route doesn't know are left out, written down
/// (`request.observed`, once a minute and route) and no reason to refuse: what a handler reads is what the schema allows all the
/// same. Whatever else is wrong refuses there, too (docs/decisions/0012).
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
    /// What was left out of a request that goes on.
    struct LeftOut {
        bool allowed = false; ///< by the setting
        std::vector<std::string> parameters, members;
    };
    std::optional<Error> checkAll(Call& call, LeftOut& leftOut) const;
    std::optional<Error> checkBody(Call& call, LeftOut& leftOut) const;
    void note(const Call& call, const LeftOut& leftOut) const;

    /// When a route was written down last, and what there was of it since.
    struct Noted {
        std::chrono::steady_clock::time_point at;
        std::int64_t more = 0;
    };
    mutable std::mutex m_mutex;
    mutable std::map<std::string, Noted, std::less<>> m_noted; ///< no more than there are routes
    const QueryRules& m_queries;
    const SchemaSet& m_schemas;
};

} // namespace sallyport::api
