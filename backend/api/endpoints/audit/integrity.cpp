#include "backend/api/endpoints/audit/integrity.h"

#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace {

template <typename Answer>
void tellDamage(const Call& call, Answer& answer)
{
    if (call.services().events.damage())
        answer.addHeader("X-Audit-Integrity", "damaged");
}

} // namespace

void tellIntegrity(const Call& call, http::Response& response)
{
    tellDamage(call, response);
}

void tellIntegrity(const Call& call, Download& download)
{
    tellDamage(call, download);
}

} // namespace sallyport::api
