#include "backend/audit/formats/product.h"

namespace sallyport::audit {

std::string_view productVersion() noexcept
{
    return SALLYPORT_VERSION;
}

} // namespace sallyport::audit
