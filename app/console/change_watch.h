#pragma once

#include "app/console/app_context.h"
#include "backend/services/provisional_changes.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace sallyport::app {

/// Shows the operator a change of their own access that waits to be confirmed, counts down, and confirms it or takes it back.
class ChangeWatch final : public QObject {
    Q_OBJECT

public:
    ChangeWatch(AppContext& context, QObject* parent);

    /// Asks what waits; the operator has come in, say.
    void look();
    void forget();

private:
    void take(const Result<std::vector<ProvisionalChange>>& changes);
    /// Answers how many seconds are left.
    int show();
    void end(bool keep);

    AppContext& m_context;
    QTimer m_tick;
    QElapsedTimer m_since; ///< since `left` of the change was told
    std::optional<ProvisionalChange> m_change;
};

} // namespace sallyport::app
