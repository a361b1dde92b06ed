#include "backend/audit/export_record.h"

namespace sallyport::audit {

bool ExportRecord::begin()
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        m_stored = m_journal.record(m_begun());
    }
    return m_stored.has_value();
}

bool ExportRecord::give(std::string_view piece)
{
    return begin() && m_sink(piece);
}

Result<void> ExportRecord::end(const Result<void>& done, Event failed)
{
    if (done)
        begin();
    if (!m_stored || done)
        return m_stored;
    failed.outcome = Outcome::Failure;
    failed.reason = errorWord(done.error().code);
    const Result<void> told = m_journal.record(std::move(failed));
    // What has begun stands there already: why it was cut off says more than that there was no room to say so.
    return m_hasBegun || told ? done : told;
}

} // namespace sallyport::audit
