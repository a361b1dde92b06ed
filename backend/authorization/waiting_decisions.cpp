#include "backend/authorization/waiting_decisions.h"

#include "backend/authorization/decision_rows.h"

#include <utility>

namespace sallyport::authorization {

namespace {

Result<void> addAll(storage::Transaction& transaction, const std::vector<RecordedDecision>& decisions)
{
    for (const RecordedDecision& decision : decisions)
        SALLYPORT_TRY(rows::addDecision(transaction, decision));
    return {};
}

} // namespace

void postDecisions(storage::Store& store, std::vector<RecordedDecision> decisions)
{
    if (decisions.empty())
        return;
    store.post([decisions = std::move(decisions)](storage::Transaction& transaction) { return addAll(transaction, decisions); },
               [](const Result<void>&) {});
}

WaitingDecisions::~WaitingDecisions()
{
    flush();
}

void WaitingDecisions::add(RecordedDecision decision)
{
    std::vector<RecordedDecision> ready;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(decision));
        const auto waited = m_waiting.back().time - m_waiting.front().time;
        if (m_waiting.size() >= atOnce || waited >= longest || waited.count() < 0) // or a clock that was set back
            ready = std::exchange(m_waiting, {});
    }
    postDecisions(m_store, std::move(ready));
}

void WaitingDecisions::flush()
{
    std::vector<RecordedDecision> ready;
    {
        const std::lock_guard lock(m_mutex);
        ready = std::exchange(m_waiting, {});
    }
    postDecisions(m_store, std::move(ready));
}

Result<void> WaitingDecisions::settle()
{
    std::vector<RecordedDecision> ready;
    {
        const std::lock_guard lock(m_mutex);
        ready = std::exchange(m_waiting, {});
    }
    if (ready.empty())
        return {};
    return m_store.write([&](storage::Transaction& transaction) { return addAll(transaction, ready); });
}

} // namespace sallyport::authorization
