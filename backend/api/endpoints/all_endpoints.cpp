#include "backend/api/endpoints/all_endpoints.h"

namespace sallyport::api {

Endpoints allEndpoints()
{
    std::vector<EndpointGroup> groups;
#define SALLYPORT_ADD_GROUP(name) groups.push_back(name##Endpoints())
    SALLYPORT_ENDPOINT_GROUPS(SALLYPORT_ADD_GROUP)
#undef SALLYPORT_ADD_GROUP
    return collect(groups);
}

} // namespace sallyport::api
