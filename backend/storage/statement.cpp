#include "backend/storage/statement.h"

namespace sallyport::storage {

Result<void> Statement::run()
{
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, step());
        if (!row)
            return {};
    }
}

} // namespace sallyport::storage
