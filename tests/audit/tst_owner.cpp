#include "backend/audit/chain/anchor.h"
#include "backend/audit/journal.h"
#include "backend/storage/files.h"
#include "backend/storage/instance_lock.h"
#include "backend/storage/owner.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <sys/stat.h>
#include <unistd.h>

namespace tst_owner {

using namespace sallyport;
using namespace sallyport::storage;

namespace {

constexpr uid_t service = 65533;
constexpr gid_t serviceGroup = 65532;

struct Owned {
    uid_t user = 0;
    gid_t group = 0;
    mode_t mode = 0;
    bool operator==(const Owned&) const = default;
};

Owned ownerOf(const std::filesystem::path& file)
{
    struct stat info {};
    if (::lstat(file.c_str(), &info) != 0)
        return {};
    return {info.st_uid, info.st_gid, info.st_mode & 0777u};
}

/// This thread's process is another user for a moment.
class As {
public:
    As(uid_t user, gid_t group) { m_done = ::setegid(group) == 0 && ::seteuid(user) == 0; }
    ~As()
    {
        if (::seteuid(0) != 0 || ::setegid(0) != 0)
            std::abort();
    }
    bool done() const { return m_done; }

private:
    bool m_done = false;
};

} // namespace

/// A data directory that a service user owns, and root in it.
class TestOwner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("only root can be two users");
        m_root = std::make_unique<QTemporaryDir>();
        QCOMPARE(::chmod(m_root->path().toLocal8Bit().constData(), 0711), 0);
        m_directory = m_root->filePath(QStringLiteral("vault")).toStdString();
        std::filesystem::create_directory(m_directory);
        QCOMPARE(::chown(m_directory.c_str(), service, serviceGroup), 0);
        QCOMPARE(::chmod(m_directory.c_str(), 0700), 0);
    }

    void whatRootMakes_belongsToTheDirectorysOwner()
    {
        const Owned wanted{service, serviceGroup, 0600};
        QVERIFY(createPrivateFile(m_directory / "one"));
        QCOMPARE(ownerOf(m_directory / "one"), wanted);
        QVERIFY(writeFileAtomically(m_directory / "two", asBytes("text"), Replace::Always));
        QCOMPARE(ownerOf(m_directory / "two"), wanted);
        QVERIFY(InstanceLock::acquire(m_directory));
        QCOMPARE(ownerOf(m_directory / "sallyport.lock"), wanted);
        QVERIFY(prepareDataDirectory(m_directory / "backups"));
        QCOMPARE(ownerOf(m_directory / "backups"), (Owned{service, serviceGroup, 0700}));
    }

    void storeAndAnchor_openedByRoot_stayTheOwners()
    {
        StoreOptions options;
        options.file = databaseFile(m_directory);
        options.backups = backupsDirectory(m_directory);
        options.create = true;
        const std::filesystem::path anchor = m_directory / "audit.anchor";
        {
            auto store = openStore(options, test::TestStore::key());
            QVERIFY(store);
            auto journal = audit::Journal::open(**store, SecretBytes(Bytes(32, std::byte{7})), anchor);
            QVERIFY(journal);
            audit::Event event;
            event.kind = "auth.login";
            QVERIFY((*journal)->record(event));
            for (const auto& entry : std::filesystem::directory_iterator(m_directory))
                QVERIFY2(ownerOf(entry.path()) == (Owned{service, serviceGroup, 0600}), entry.path().c_str());
        }
        for (const auto& entry : std::filesystem::directory_iterator(m_directory))
            QVERIFY2(ownerOf(entry.path()) == (Owned{service, serviceGroup, 0600}), entry.path().c_str());
        // And the owner goes on where root was.
        const As user(service, serviceGroup);
        QVERIFY(user.done());
        options.create = false;
        auto store = openStore(options, test::TestStore::key());
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        auto journal = audit::Journal::open(**store, SecretBytes(Bytes(32, std::byte{7})), anchor);
        QVERIFY(journal);
        QVERIFY(!(*journal)->damage());
    }

    void anchor_leftovers_areTakenOver_andOneThatMayNotBeReadIsNoDamage()
    {
        const SecretBytes key(Bytes(32, std::byte{7}));
        const auto chain = audit::Chain::make(key);
        QVERIFY(chain);
        const audit::AnchorFile file(m_directory / "audit.anchor", *chain);
        {
            const As user(service, serviceGroup);
            QVERIFY(file.write({1, audit::chainStart, 0}));
        }
        // What an older program, run by root, has left beside it.
        QFile left(QString::fromStdString((m_directory / "audit.anchor.new").string()));
        QVERIFY(left.open(QIODevice::WriteOnly) && left.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        left.close();
        {
            const As user(service, serviceGroup);
            QVERIFY(file.write({2, audit::chainStart, 0}));
            QCOMPARE(file.read()->sequence, std::int64_t{2});
        }
        QCOMPARE(::chown((m_directory / "audit.anchor").c_str(), 0, 0), 0);
        {
            const As user(service, serviceGroup);
            QCOMPARE(file.read().error().code, ErrorCode::NotWritable);
            QCOMPARE(file.write({3, audit::chainStart, 0}).error().code, ErrorCode::NotWritable);
        }
        QCOMPARE(file.read()->sequence, std::int64_t{2});
    }

    void anotherUser_isRefusedInOneLine_rootAndTheOwnerAreNot()
    {
        QVERIFY(checkOwner(m_directory));
        QVERIFY(checkOwner(m_directory / "not there"));
        {
            const As owner(service, serviceGroup);
            QVERIFY(checkOwner(m_directory));
        }
        const As other(service - 1, serviceGroup);
        QVERIFY(other.done());
        const auto refused = checkOwner(m_directory);
        QCOMPARE(refused.error().code, ErrorCode::NotWritable);
        QCOMPARE(refused.error().detail, m_directory.string() +
                                             " belongs to user 65533, not to user 65532: only its owner and root "
                                             "may use the vault");
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    std::filesystem::path m_directory;
};

SALLYPORT_GUILESS_TEST(TestOwner)

} // namespace tst_owner
#include "tst_owner.moc"
