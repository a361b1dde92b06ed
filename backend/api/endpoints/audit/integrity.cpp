#include "backend/api/endpoints/audit/integrity.h"

#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace {

template <typename Answer>
void tellDamage(const Call& call, Answer& answer, bool madeSo)
{
    if (madeSo || call.services().events.damage())
        answer.addHeader("X-Audit-Integrity", "damaged");
}

} // namespace

void tellIntegrity(const Call& call, http::Response& response)
{
    tellDamage(call, response, false);
}

void tellIntegrity(const Call& call, Download& download, bool madeSo)
{
    tellDamage(call, download, madeSo);
}

} // namespace sallyport::api
