#pragma once

#include "backend/api/endpoints/common.h"
#include "backend/protection/limits/rate_limits.h"

namespace sallyport::api::rate_limits_endpoints {

json::object toJson(const protection::RateRule& rule);
json::object toJson(const protection::RateUse& use);
json::object toJson(const protection::RateUsage& usage);
json::object toJson(const protection::RatePreview& preview);

/// What the body says of a rule; members that it lacks are nothing.
json::object toJson(const protection::RateOverride& one);
protection::NewRateOverride newOverrideOf(const json::object& body);
protection::RateRulePatch patchOf(const json::object& body);
protection::NewRateRule newRuleOf(const json::object& body);
/// Of a preview: what isn't said is as the rule has it.
protection::RateNumbers numbersOf(const json::object& body, const protection::RateNumbers& now);

std::span<const SchemaText> requestSchemas() noexcept;
std::span<const SchemaText> answerSchemas() noexcept;
std::span<const SchemaPart> partSchemas() noexcept;

} // namespace sallyport::api::rate_limits_endpoints
