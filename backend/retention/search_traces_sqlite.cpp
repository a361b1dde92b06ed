#include "backend/retention/search_traces.h"

namespace sallyport::retention {

Result<void> forgetSearchTraces(storage::Transaction& transaction)
{
    // FTS5's setting secure-delete is of no use: a table without contents marks what was deleted, whatever it says.
    SALLYPORT_ASSIGN(auto merge, transaction.prepare("INSERT INTO user_search (user_search) VALUES ('optimize')"));
    return merge.run();
}

} // namespace sallyport::retention
