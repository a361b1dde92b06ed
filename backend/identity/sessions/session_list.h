#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/sessions/session_rows.h"
#include "backend/identity/sessions/sessions.h"

namespace sallyport::identity {

/// True unless its time is over. The console's sessions have no idle limit: the window locks by itself.
bool isActive(const LiveSession& session, UtcTime now, std::chrono::seconds idle);
/// What is shown of a session; `row` gives where it came from. Without the user's name.
Session toSession(const LiveSession& live, const SessionRow& row, const SessionId& asking);

/// One page of the active sessions of all users. Order and last use come from memory, where the last use is known to the
/// request; the database gives the rows of the page, and searches.
[[nodiscard]] Result<SessionPage> sessionPage(Core& core, const SessionQuery& query, const SessionId& asking);

} // namespace sallyport::identity
