#pragma once

#include "backend/base/result.h"
#include "backend/storage/change_feed.h"
#include "backend/storage/columns.h"
#include "backend/storage/driver.h"
#include "backend/storage/statement.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::storage {

/// What a piece of work may do to the database while it runs: prepare statements. Read-only on the read side.
/// Lives only for the duration of one `Store::write` or `Store::read` callback.
class Transaction {
public:
    explicit Transaction(Session& session) noexcept : m_session(session) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Prepares, or takes from the session's cache. The text must be a constant of the program, with the parameters $1 to
    /// $n, each used.
    [[nodiscard]] Result<Statement> prepare(std::string_view constantSql)
    {
        SALLYPORT_ASSIGN(PreparedStatement* const prepared, m_session.lend(constantSql));
        return Statement(*prepared);
    }
    /// The same, for one whose rows are read by the names of their columns.
    template <typename Column>
    [[nodiscard]] Result<Rows<Column>> prepare(const Query<Column>& query)
    {
        SALLYPORT_ASSIGN(PreparedStatement* const prepared, m_session.lend(query.sql()));
        return Rows<Column>(Statement(*prepared));
    }
    /// Rows that the last INSERT, UPDATE or DELETE changed.
    std::int64_t changes() const { return m_session.changes(); }

    /// Says that this work changed something that memory may keep: of which kind, which one, and what it is now. Told by
    /// Store::changeFeed after the commit that makes the work durable, never if it is rolled back. The one way to say it.
    template <typename Value>
    void changed(const Topic<Value>& topic, std::string id, std::shared_ptr<const Value> now)
    {
        m_changes.push_back({topic.word, &changeType<Value>, std::move(id), std::move(now), topic.afterTheOthers});
    }
    /// The same: it is gone.
    template <typename Value>
    void removed(const Topic<Value>& topic, std::string id)
    {
        m_changes.push_back({topic.word, &changeType<Value>, std::move(id), nullptr, topic.afterTheOthers});
    }

    /// Says that this work gives something, too, as has come out only here: Store::takeAway doesn't hold it then.
    void givesToo() noexcept { m_gives = true; }

    // For the store itself.
    std::vector<Change> takeChanges() { return std::move(m_changes); }
    bool gives() const noexcept { return m_gives; }

private:
    Session& m_session;
    std::vector<Change> m_changes;
    bool m_gives = false;
};

} // namespace sallyport::storage
