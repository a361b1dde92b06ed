#pragma once

#include "backend/audit/journal.h"

#include <functional>
#include <string_view>

namespace sallyport::audit {

/// Stands between an export and where it goes: that it has begun is on disk before the first byte leaves, and without room for
/// that nothing does. What was cut off or failed behind it is one event more.
class ExportRecord {
public:
    using Sink = std::function<bool(std::string_view piece)>;
    using Make = std::function<Event()>;

    /// `begun` is asked once, with the first piece.
    ExportRecord(Journal& journal, Make begun, Sink sink) : m_journal(journal), m_begun(std::move(begun)), m_sink(std::move(sink))
    {
    }

    /// For the sink of what writes the export. False if the record can't be stored.
    bool give(std::string_view piece);
    /// Why nothing has left, if the record couldn't be stored.
    const Result<void>& stored() const { return m_stored; }
    /// How it went: the record's own failure, or `done`, for which `failed` is recorded with the reason if it is none. An export
    /// without a byte is recorded now.
    [[nodiscard]] Result<void> end(const Result<void>& done, Event failed);

private:
    bool begin();

    Journal& m_journal;
    const Make m_begun;
    const Sink m_sink;
    bool m_hasBegun = false;
    Result<void> m_stored;
};

} // namespace sallyport::audit
