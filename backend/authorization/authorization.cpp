#include "backend/authorization/authorization.h"

#include "backend/authorization/access_checks_service.h"
#include "backend/authorization/access_review_service.h"
#include "backend/authorization/decisions_service.h"
#include "backend/authorization/policies_service.h"

namespace sallyport::authorization {

namespace {

class Roof final : public Authorization {
public:
    Roof(Parts parts, std::unique_ptr<PolicyTable> table)
        : m_table(std::move(table)), m_shared{.store = parts.store,
                                              .journal = parts.journal,
                                              .roles = parts.roles,
                                              .settings = parts.settings,
                                              .now = std::move(parts.now),
                                              .routeOf = std::move(parts.routeOf),
                                              .ids = IdStock(parts.random, parts.clock),
                                              .table = *m_table,
                                              .mutex = {},
                                              .objects = {},
                                              .nameOfOne = {}},
          m_policies(m_shared), m_decisions(m_shared), m_checks(m_shared), m_review(m_shared, std::move(parts.reportProgram))
    {
    }

    Policies& policies() override { return m_policies; }
    access::Decisions& decisions() override { return m_decisions; }
    bool lets(const access::Actor& actor, access::Permission action, const access::Resource& resource) override
    {
        return m_decisions.lets(actor, action, resource);
    }
    DecisionLog& decisionLog() override { return m_decisions; }
    AccessChecks& accessChecks() override { return m_checks; }
    AccessReview& accessReview() override { return m_review; }

    void knowObjects(access::ResourceKind kind, FindObject find, NameObject name) override
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.nameOfOne[static_cast<std::size_t>(kind)] = std::move(name);
        m_shared.objects[static_cast<std::size_t>(kind)] = std::move(find);
    }

    Result<void> reload() override { return m_table->reload(); }
    void flush() override { m_shared.waiting.flush(); }
    Result<void> removeExpired(UtcTime deletable) override { return m_decisions.removeExpired(deletable); }

private:
    const std::unique_ptr<PolicyTable> m_table;
    Shared m_shared;
    PoliciesService m_policies;
    DecisionsService m_decisions;
    AccessChecksService m_checks;
    AccessReviewService m_review;
};

} // namespace

Result<std::unique_ptr<Authorization>> openAuthorization(Parts parts)
{
    SALLYPORT_ASSIGN(std::unique_ptr<PolicyTable> table, PolicyTable::open(parts.store));
    return std::unique_ptr<Authorization>(std::make_unique<Roof>(std::move(parts), std::move(table)));
}

} // namespace sallyport::authorization
