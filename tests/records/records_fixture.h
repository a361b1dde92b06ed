#pragma once

#include "backend/access/decisions.h"
#include "backend/records/records_service.h"
#include "backend/settings/settings.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_random.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::test {

using access::Permission;

/// Decisions with one rule beside the permissions, told in C++ and, for lists, in SQL as far as it goes.
class FakeDecisions final : public access::Decisions {
public:
    /// Who may do what with which; what it refuses is a policy's refusal.
    std::function<bool(const access::Actor&, Permission, const access::Resource&)> allows =
        [](const access::Actor&, Permission, const access::Resource&) { return true; };
    /// What of the rule stands in the query.
    std::function<void(storage::SqlText&, std::string_view)> inSql = [](storage::SqlText&, std::string_view) {};
    bool exact = true;
    int asked = 0;

    Result<void> require(const access::Actor& actor, Permission action, const access::Resource& resource) override
    {
        ++asked;
        SALLYPORT_TRY(access::require(actor, action));
        return allows(actor, action, resource) ? Result<void>() : refusal();
    }
    Result<void> requireOwn(const access::Actor& actor, Permission action, Permission enough,
                            const access::Resource& resource) override
    {
        ++asked;
        if (!actor.permissions.has(enough))
            SALLYPORT_TRY(access::require(actor, action));
        return allows(actor, action, resource) ? Result<void>() : refusal();
    }
    Result<std::unique_ptr<access::Scope>> scope(const access::Actor& actor, Permission action, access::ResourceKind) override
    {
        SALLYPORT_TRY(access::require(actor, action));
        return std::unique_ptr<access::Scope>(std::make_unique<Some>(*this, actor, action));
    }

    /// Only records of this department are there for anybody.
    void only(std::string department, bool wholeInSql)
    {
        allows = [department](const access::Actor&, Permission action, const access::Resource& resource) {
            return action == Permission::RecordsCreate || resource.department == department;
        };
        exact = wholeInSql;
        inSql = [department, wholeInSql](storage::SqlText& text, std::string_view alias) {
            if (wholeInSql)
                text.add(" AND (").add(alias).add(".department = ").bind(department).add(")");
        };
    }

private:
    static Error refusal()
    {
        Error error(ErrorCode::PolicyDenied, "A policy refuses this.");
        error.policy = "rule";
        return error;
    }
    class Some final : public access::Scope {
    public:
        Some(const FakeDecisions& decisions, access::Actor actor, Permission action)
            : m_decisions(decisions), m_actor(std::move(actor)), m_action(action)
        {
        }
        void narrow(storage::SqlText& text, std::string_view alias) const override { m_decisions.inSql(text, alias); }
        bool exact() const noexcept override { return m_decisions.exact; }
        bool admits(const access::Resource& resource) const override { return m_decisions.allows(m_actor, m_action, resource); }

    private:
        const FakeDecisions& m_decisions;
        const access::Actor m_actor;
        const Permission m_action;
    };
};

/// Records on a real store, with their journal.
struct RecordsFixture {
    TestJournal vault;
    TestRandom random;
    std::unique_ptr<settings::Settings> settings;
    FakeDecisions decisions;
    records::FieldKeys::Bounds bounds;
    std::unique_ptr<records::RecordsService> service;
    std::function<void(const std::vector<std::string>&)> filesGone = [](const std::vector<std::string>&) {};

    explicit RecordsFixture(records::FieldKeys::Bounds some = {}) : bounds(some) { open(); }
    void open()
    {
        settings = std::move(*settings::Settings::open(vault.store(), vault.journal()));
        auto cipher = records::RecordKeyCipher::create(SecretBytes(Bytes(32, std::byte{0x51})));
        service = std::make_unique<records::RecordsService>(
            records::RecordsParts{vault.store(), vault.journal(), decisions, *settings, vault.clock, random,
                                  [](const access::Actor& actor) { return Result<access::Actor>(actor); }, bounds,
                                  [this](const std::vector<std::string>& ids) { filesGone(ids); }},
            std::move(*cipher));
    }
    void reopen()
    {
        service.reset();
        settings.reset();
        vault.reopen();
        open();
    }

    records::Records& records() { return *service; }

    static access::Actor user(std::string id, std::vector<Permission> permissions)
    {
        access::Actor actor;
        actor.kind = access::Actor::Kind::User;
        actor.id = UserId(std::move(id));
        actor.name = "Ada Mensah";
        for (const Permission permission : permissions)
            actor.permissions.add(permission);
        return actor;
    }
    static access::Actor editor()
    {
        return user("01ARZ3NDEKTSV4RRFFQ69G5FAV",
                    {Permission::RecordsRead, Permission::RecordsCreate, Permission::RecordsUpdate, Permission::RecordsDelete});
    }
    /// The same, with a second factor shown now.
    access::Actor physician() const
    {
        access::Actor actor = editor();
        actor.permissions.add(Permission::RecordsUnmask);
        actor.mfaAt = vault.clock.now();
        return actor;
    }

    records::Record add(std::string title, std::optional<std::string> department = std::nullopt,
                        std::vector<std::pair<std::string, std::string>> sensitive = {})
    {
        records::NewRecord record;
        record.title = std::move(title);
        record.department = std::move(department);
        for (const auto& [name, value] : sensitive)
            record.sensitive.emplace(name, SecretBytes::fromText(value));
        auto made = records().create(editor(), std::move(record));
        if (!made)
            qFatal("a record is not added: %s", made.error().detail.c_str());
        return *made;
    }

    /// The one number that the statement answers; nothing is bound.
    std::int64_t number(std::string_view sql)
    {
        return *vault.store().read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
            SALLYPORT_TRY(row.step());
            return row.integer();
        });
    }
    /// Kinds of the events about an object, oldest first.
    std::string kindsOf(const std::string& objectId)
    {
        return *vault.store().read([&](storage::Transaction& transaction) -> Result<std::string> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT kind FROM events WHERE object_id = $1 ORDER BY sequence"));
            row.bind(1, objectId);
            std::string kinds;
            for (;;) {
                SALLYPORT_ASSIGN(const bool found, row.step());
                if (!found)
                    return kinds;
                kinds.append(kinds.empty() ? "" : " ").append(row.text());
            }
        });
    }
    std::string detailsOf(const std::string& kind)
    {
        return *vault.store().read([&](storage::Transaction& transaction) -> Result<std::string> {
            SALLYPORT_ASSIGN(auto row,
                             transaction.prepare("SELECT details FROM events WHERE kind = $1 ORDER BY sequence DESC LIMIT 1"));
            row.bind(1, kind);
            SALLYPORT_TRY(row.step());
            return row.text();
        });
    }
};

} // namespace sallyport::test
