#include "backend/api/endpoints/audit/integrity.h"

#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace {

template <typename Answer>
void tell(Answer& answer, bool damaged, bool accepted)
{
    if (damaged || accepted)
        answer.addHeader("X-Audit-Integrity", damaged ? "damaged" : "accepted");
}

template <typename Answer>
void tellKnown(const Call& call, Answer& answer, bool madeSo)
{
    journal::Events& events = call.services().events;
    const bool damaged = madeSo || events.damage().has_value();
    const auto known = damaged ? Result<audit::ChainReport>(audit::ChainReport()) : events.remembered();
    tell(answer, damaged, known && !known->accepted.empty());
}

} // namespace

void tellIntegrity(const Call& call, http::Response& response, bool madeSo)
{
    tellKnown(call, response, madeSo);
}

void tellIntegrity(const Call& call, Download& download, bool madeSo)
{
    tellKnown(call, download, madeSo);
}

void tellIntegrity(const audit::ChainReport& chain, Download& download)
{
    tell(download, !chain.intact, !chain.accepted.empty());
}

} // namespace sallyport::api
