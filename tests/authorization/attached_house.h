#pragma once

#include "backend/records/comment_rows.h"
#include "backend/records/comments_service.h"
#include "backend/records/file_rows.h"
#include "backend/records/files_service.h"
#include "backend/records/records_service.h"
#include "backend/storage/files.h"
#include "tests/authorization/authorization_fixture.h"

namespace sallyport::test {

/// A vault with people, policies and the real records, comments and files: what decides is what questions are about.
struct AttachedHouse : AuthorizationFixture {
    std::unique_ptr<records::RecordsService> service;
    std::unique_ptr<records::CommentsService> comments;
    std::unique_ptr<records::FilesService> files;

    AttachedHouse()
    {
        const auto now = [this](const access::Actor& actor) { return identity->now(actor); };
        access::Decisions& decisions = authorization->decisions();
        service = std::make_unique<records::RecordsService>(
            records::RecordsParts{*store, *journal, decisions, *settings, clock, random, now},
            require(records::RecordKeyCipher::create(SecretBytes(Bytes(32, std::byte{0x51})))));
        comments = std::make_unique<records::CommentsService>(
            records::CommentsParts{*store, *journal, decisions, *settings, clock, random, now});
        files = std::make_unique<records::FilesService>(
            records::FilesParts{*store, *journal, decisions, *settings, clock, random, service->keys(), now},
            std::make_unique<records::FileStore>(storage::filesDirectory(store.directory()), random));
        using access::ResourceKind;
        authorization->knowObjects(
            ResourceKind::Record, [this](const std::string& id) { return service->find(id); },
            [this](const std::string& id) { return service->nameOf(id); });
        authorization->knowObjects(
            ResourceKind::Comment, [this](const std::string& id) { return comments->find(id); },
            [this](const std::string& id) { return comments->nameOf(id); });
        authorization->knowObjects(
            ResourceKind::File, [this](const std::string& id) { return files->find(id); },
            [this](const std::string& id) { return files->nameOf(id); });
    }

    std::string addRecord(std::optional<std::string> department, const UserId& owner = {},
                          records::Classification classification = records::Classification::Internal)
    {
        records::NewRecord wanted;
        wanted.title = "Summary";
        wanted.department = std::move(department);
        wanted.classification = classification;
        wanted.ownerId = owner;
        return require(service->create(system(), std::move(wanted))).id.text();
    }
    /// As if the owner had written it: who asks may not be able to any more. On no record without one.
    std::string addComment(const std::string& record, const UserId& owner)
    {
        const std::string id = require(comments->create(system(), {idOf(record), "a word"})).comment.id.text();
        give("UPDATE comments SET owner_id = $1 WHERE id = $2", id, owner);
        return id;
    }
    std::string addFile(const std::string& record, const UserId& owner)
    {
        const std::string id = require(tryUpload(system(), record)).id.text();
        give("UPDATE files SET owner_id = $1 WHERE id = $2", id, owner);
        return id;
    }
    Result<records::StoredFile> tryUpload(const access::Actor& actor, const std::string& record)
    {
        SALLYPORT_ASSIGN(const auto upload, files->begin(actor, {"notes.txt", "text/plain", idOf(record)}));
        SALLYPORT_TRY(upload->add("a line of text\n"));
        return upload->finish();
    }

    /// Somebody with a role of these permissions alone.
    access::Actor userWith(const std::string& name, const std::string& department, std::vector<std::string> permissions)
    {
        require(identity->roleChanges().create(system(), {name, {}, {}, std::move(permissions), {}}));
        access::Actor made = userIn(name + "@example.org", department, {name});
        made.session = {}; // as who asks: what is of a session isn't known of others
        made.address = {};
        return made;
    }
    access::Policy rule(const std::string& name, const std::string& effect, std::vector<std::string> actions,
                        std::vector<std::string> kinds, const std::string& condition)
    {
        return require(authorization->policies().create(
            system(), {name, {}, effect, std::move(actions), std::move(kinds), condition, "enforce"}));
    }

    static std::optional<records::RecordId> idOf(const std::string& record)
    {
        return record.empty() ? std::nullopt : std::optional(records::RecordId(record));
    }

private:
    void give(std::string_view sql, const std::string& id, const UserId& owner)
    {
        require(store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto change, transaction.prepare(sql));
            change.bind(1, owner.text()).bind(2, id);
            return change.run();
        }),
                0);
    }
};

} // namespace sallyport::test
