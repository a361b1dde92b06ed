#pragma once

#include "backend/identity/users/bulk_action.h"
#include "ui/console/watched_work.h"

#include <string>
#include <vector>

namespace sallyport::ui {

class Console;

/// What a bulk action works on: users that are known, and rows of the list that were selected but never loaded.
struct BulkSelection {
    struct Item {
        UserId id;
        std::string name;
    };
    std::vector<Item> known;
    identity::UserQuery query;                                 ///< of the list that the rows belong to
    std::vector<std::pair<std::uint64_t, std::uint64_t>> rows; ///< first and last row, both inclusive
    /// How many users it means.
    std::uint64_t size() const;
};

/// Does one thing to many users, one after the other on a worker, and tells how far it is and what failed. The users
/// are looked up before the first is touched, so that the list may change under it. Lives on the GUI thread.
class BulkJob final : public QObject {
    Q_OBJECT

public:
    struct Failure {
        std::string name;
        Error error;
    };
    struct Outcome {
        std::vector<BulkSelection::Item> done;
        std::vector<BulkSelection::Item> changed; ///< those of them that weren't so before: what an undo is for
        std::vector<Failure> failures;
        bool cancelled = false;
        std::uint64_t total = 0;
    };

    BulkJob(Console& console, identity::BulkAction action, QObject* parent = nullptr);

    void start(BulkSelection selection);
    /// Stops before the next user.
    void cancel() { m_work.cancel(); }

    const identity::BulkAction& action() const { return m_action; }

Q_SIGNALS:
    /// Some times a second while it runs.
    void progress(quint64 done, quint64 total);
    /// Once, also after cancel(); not when the vault was locked.
    void finished(const sallyport::ui::BulkJob::Outcome& outcome);
    /// The users could not even be looked up.
    void failed(const sallyport::Error& error);

private:
    Console& m_console;
    identity::BulkAction m_action;
    WatchedWork m_work;
};

} // namespace sallyport::ui
