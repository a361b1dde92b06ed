#pragma once

#include "backend/api/endpoint_group.h"

#include <string>
#include <string_view>

namespace sallyport::api {

/// A problem that any route may answer: how the document calls and describes it.
struct ProblemKind {
    int status;
    std::string_view name;   ///< under `#/components/responses`
    std::string_view text;   ///< what it means, a sentence
    std::string_view header; ///< that it carries, or empty
};
std::span<const ProblemKind> problemKinds() noexcept;

/// Every status that a request of this route can be answered with. What transport and stages say follows from what the route
/// declares, what its handler says stands in `Route::also`; tests hold every answer that they get against it.
Statuses statusesOf(const Route& route, const Endpoints& endpoints);

/// What the summary leaves out: who may call it, with what proof, within which limits.
std::string descriptionOf(const Route& route, const Endpoints& endpoints);

} // namespace sallyport::api
