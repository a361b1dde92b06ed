#pragma once

#include "backend/records/comments_service.h"
#include "backend/records/files_service.h"
#include "tests/records/records_fixture.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::test {

/// The smallest picture there is: one pixel.
inline const std::string onePixel = [] {
    using namespace std::string_view_literals;
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9c\x63\xf8\xcf\xc0\0"
                       "\0\3\1\1\0\xc9\xfe\x92\xef\0\0\0\0IEND\xae\x42\x60\x82"sv);
}();

/// Records with comments and files, on a real store and a real folder.
struct AttachmentsFixture : RecordsFixture {
    std::unique_ptr<records::CommentsService> comments;
    std::unique_ptr<records::FilesService> files;
    /// Who is asked for again and again; a test may take rights away.
    std::function<Result<access::Actor>(const access::Actor&)> now = [](const access::Actor& actor) {
        return Result<access::Actor>(actor);
    };

    explicit AttachmentsFixture(records::FieldKeys::Bounds some = {}) : RecordsFixture(some)
    {
        openMore();
        filesGone = [this](const std::vector<std::string>& ids) { files->removeContents(ids); };
    }
    void openMore()
    {
        const auto asNow = [this](const access::Actor& actor) { return now(actor); };
        comments = std::make_unique<records::CommentsService>(
            records::CommentsParts{vault.store(), vault.journal(), decisions, *settings, vault.clock, random, asNow});
        files = std::make_unique<records::FilesService>(records::FilesParts{vault.store(), vault.journal(), decisions, *settings,
                                                                            vault.clock, random, service->keys(), asNow},
                                                        std::make_unique<records::FileStore>(folder(), random));
    }
    void reopen()
    {
        comments.reset();
        files.reset();
        RecordsFixture::reopen();
        openMore();
    }
    std::filesystem::path folder() const { return storage::filesDirectory(vault.directory()); }
    /// Files in the folder, whole and on their way.
    int onDisk() const
    {
        int count = 0;
        std::error_code none;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder(), none))
            count += entry.is_regular_file() ? 1 : 0;
        return count;
    }

    /// Ada, who may write; or somebody else of that name, who may, too.
    static access::Actor writer(const char* id = "01ARZ3NDEKTSV4RRFFQ69G5FAV")
    {
        return user(id, {Permission::RecordsRead, Permission::RecordsCreate, Permission::CommentsRead, Permission::CommentsCreate,
                         Permission::FilesRead, Permission::FilesCreate});
    }
    /// The same, who may all of it with everybody's.
    static access::Actor chief()
    {
        access::Actor actor = writer("01ARZ3NDEKTSV4RRFFQ69G5FAZ");
        for (const Permission more :
             {Permission::CommentsUpdate, Permission::CommentsDelete, Permission::FilesDelete, Permission::RecordsUpdate,
              Permission::RecordsDelete, Permission::SettingsRead, Permission::SettingsUpdate})
            actor.permissions.add(more);
        return actor;
    }

    records::Comment comment(const std::string& content, const std::optional<records::RecordId>& record = std::nullopt)
    {
        auto made = comments->create(writer(), {record, content});
        if (!made)
            qFatal("a comment is not added: %s", made.error().detail.c_str());
        return made->comment;
    }
    Result<records::StoredFile> tryUpload(const std::string& name, std::string_view content,
                                          const std::optional<records::RecordId>& record = std::nullopt,
                                          const std::string& mediaType = {}, std::size_t piece = 64 * 1024)
    {
        SALLYPORT_ASSIGN(const auto upload, files->begin(writer(), {name, mediaType, record}));
        for (std::size_t at = 0; at < content.size(); at += piece)
            SALLYPORT_TRY(upload->add(content.substr(at, piece)));
        return upload->finish();
    }
    records::StoredFile upload(const std::string& name, std::string_view content,
                               const std::optional<records::RecordId>& record = std::nullopt)
    {
        auto made = tryUpload(name, content, record);
        if (!made)
            qFatal("a file is not stored: %s", made.error().detail.c_str());
        return *made;
    }
    /// Its bytes, or the word of the error.
    std::string contentOf(const records::FileId& id, const access::Actor& actor = writer())
    {
        const auto opened = files->open(actor, id);
        if (!opened)
            return std::string(errorWord(opened.error().code));
        std::string text;
        const auto done = opened->range(0, opened->file.size, [&text](std::span<const std::byte> some) -> Result<void> {
            text.append(reinterpret_cast<const char*>(some.data()), some.size());
            return {};
        });
        return done ? text : std::string(errorWord(done.error().code));
    }
    void set(const std::string& key, const std::string& value)
    {
        if (const auto done = settings->change(access::Actor::system(), {{key, value}}); !done)
            qFatal("%s", done.error().detail.c_str());
    }
};

} // namespace sallyport::test
