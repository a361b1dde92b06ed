#include "backend/records/upload/sealed_file.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>

namespace tst_sealed_file {

using namespace sallyport;
using namespace sallyport::records;

/// A file on disk: what is written is what is read, in whatever ranges, and nothing else opens.
class TestSealedFile : public QObject {
    Q_OBJECT

    const Bytes m_key = Bytes(32, std::byte{7});
    const Bytes m_salt = Bytes(32, std::byte{9});

    static Bytes plain(std::size_t size)
    {
        Bytes bytes(size);
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<std::byte>((i * 131 + i / 251) & 0xff);
        return bytes;
    }
    Bytes sealed(const Bytes& content, std::size_t piece = 10'000, const std::string& id = "F1") const
    {
        auto sealer = FileSealer::create(m_key, m_salt, id);
        Bytes out;
        for (std::size_t at = 0; at < content.size(); at += piece)
            if (!sealer->add(std::span(content).subspan(at, std::min(piece, content.size() - at)), out))
                return {};
        return sealer->finish(out) && sealer->size() == content.size() ? out : Bytes();
    }
    static FileOpener::Read readerOf(const Bytes& disk)
    {
        return [&disk](std::uint64_t at, std::size_t size) -> Result<Bytes> {
            if (at + size > disk.size())
                return makeError(ErrorCode::Internal, "short");
            return Bytes(disk.begin() + static_cast<std::ptrdiff_t>(at), disk.begin() + static_cast<std::ptrdiff_t>(at + size));
        };
    }
    /// The range of a file, or the error.
    Result<Bytes> opened(const Bytes& disk, std::uint64_t from, std::uint64_t to, const std::string& id = "F1") const
    {
        SALLYPORT_ASSIGN(const FileOpener opener, FileOpener::open(m_key, id, disk.size(), readerOf(disk)));
        Bytes out;
        SALLYPORT_TRY(opener.range(from, to, [&](std::span<const std::byte> piece) -> Result<void> {
            if (piece.size() > sealedChunk)
                return makeError(ErrorCode::Internal, "a large piece");
            out.insert(out.end(), piece.begin(), piece.end());
            return {};
        }));
        return out;
    }
    ErrorCode wrong(const Bytes& disk, std::uint64_t size, const std::string& id = "F1") const
    {
        const auto content = opened(disk, 0, size, id);
        return content ? ErrorCode::Cancelled : content.error().code;
    }

private Q_SLOTS:
    void content_comesBack_data()
    {
        QTest::addColumn<quint64>("size");
        for (const std::size_t size : {std::size_t(0), std::size_t(1), sealedChunk - 1, sealedChunk, sealedChunk + 1,
                                       2 * sealedChunk, 3 * sealedChunk + 17})
            QTest::newRow(std::to_string(size).c_str()) << quint64(size);
    }
    void content_comesBack()
    {
        QFETCH(quint64, size);
        const Bytes content = plain(size);
        const Bytes disk = sealed(content);
        QCOMPARE(disk.size(), sealedSize(size));
        QCOMPARE(plainSize(disk.size()).value_or(~0ull), size);
        QVERIFY(opened(disk, 0, size).value() == content);
        QVERIFY(sealed(content, 1'000'000) == disk); // however it came
        QVERIFY(std::search(disk.begin(), disk.end(), content.begin(),
                            content.begin() + std::min<std::ptrdiff_t>(16, std::ptrdiff_t(size))) == disk.end() ||
                size < 16);
    }
    void ranges()
    {
        const std::size_t size = 3 * sealedChunk + 17;
        const Bytes content = plain(size);
        const Bytes disk = sealed(content);
        for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{0, 1},
                                       {sealedChunk - 1, sealedChunk + 1},
                                       {sealedChunk, sealedChunk},
                                       {5, 2 * sealedChunk + 5},
                                       {size - 1, size},
                                       {size, size}})
            QVERIFY(opened(disk, from, to).value() ==
                    Bytes(content.begin() + std::ptrdiff_t(from), content.begin() + std::ptrdiff_t(to)));
        QCOMPARE(opened(disk, 0, size + 1).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(opened(disk, 2, 1).error().code, ErrorCode::InvalidArgument);
    }
    void anything_changedFails()
    {
        const std::size_t size = 2 * sealedChunk + 100;
        const Bytes disk = sealed(plain(size));
        for (const std::size_t at :
             {std::size_t(0), std::size_t(3), std::size_t(20), sealedHead, sealedHead + sealedChunk + 3, disk.size() - 1}) {
            Bytes changed = disk;
            changed[at] ^= std::byte{1};
            QCOMPARE(wrong(changed, size), ErrorCode::CryptoFailure);
        }
    }
    void chunks_keepTheirPlaces()
    {
        const std::size_t full = sealedChunk + 16, size = 3 * sealedChunk;
        const Bytes disk = sealed(plain(size));
        const auto start = disk.begin() + sealedHead;
        Bytes swapped = disk;
        std::swap_ranges(swapped.begin() + sealedHead, swapped.begin() + std::ptrdiff_t(sealedHead + full),
                         swapped.begin() + std::ptrdiff_t(sealedHead + full));
        QCOMPARE(wrong(swapped, size), ErrorCode::CryptoFailure);
        Bytes without(disk.begin(), start); // the second is left out
        without.insert(without.end(), start, start + std::ptrdiff_t(full));
        without.insert(without.end(), start + std::ptrdiff_t(2 * full), disk.end());
        QCOMPARE(wrong(without, 2 * sealedChunk), ErrorCode::CryptoFailure);
        Bytes twice = disk; // the last once more
        twice.insert(twice.end(), start + std::ptrdiff_t(2 * full), disk.end());
        QCOMPARE(wrong(twice, 4 * sealedChunk), ErrorCode::CryptoFailure);
    }
    void cut_isNoticedBeforeAnythingIsRead()
    {
        const Bytes disk = sealed(plain(2 * sealedChunk + 100));
        for (const std::size_t length : {disk.size() - 1, sealedHead + 2 * (sealedChunk + 16), sealedHead + sealedChunk + 16,
                                         std::size_t(sealedHead + 16), std::size_t(sealedHead), std::size_t(3), std::size_t(0)}) {
            const Bytes cut(disk.begin(), disk.begin() + std::ptrdiff_t(length));
            QCOMPARE(wrong(cut, 0), ErrorCode::CryptoFailure);
        }
    }
    void another_filesChunksDontFit()
    {
        const Bytes content = plain(100);
        QCOMPARE(wrong(sealed(content, 10, "F2"), 100), ErrorCode::CryptoFailure);
        QCOMPARE(wrong(sealed(content), 100, "F2"), ErrorCode::CryptoFailure);
        QCOMPARE(FileOpener::open(Bytes(32, std::byte{8}), "F1", sealedSize(100), readerOf(sealed(content))).error().code,
                 ErrorCode::CryptoFailure);
    }
    void keys_areNeeded()
    {
        QCOMPARE(FileSealer::create(Bytes(16), m_salt, "F1").error().code, ErrorCode::CryptoFailure);
        QCOMPARE(FileSealer::create(m_key, Bytes(12), "F1").error().code, ErrorCode::CryptoFailure);
        QCOMPARE(FileSealer::create(m_key, m_salt, "").error().code, ErrorCode::CryptoFailure);
    }
    void memory_isOneChunk()
    {
        auto sealer = FileSealer::create(m_key, m_salt, "F1");
        Bytes out;
        const Bytes piece(1000, std::byte{1});
        std::size_t most = 0;
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(sealer->add(piece, out).has_value());
            most = std::max(most, out.size());
            out.clear();
        }
        QCOMPARE(most, sealedHead + sealedChunk + 16);
        QVERIFY(sealer->finish(out).has_value());
        QCOMPARE(sealer->finish(out).error().code, ErrorCode::Internal);
        QCOMPARE(sealer->add(piece, out).error().code, ErrorCode::Internal);
    }
};

SALLYPORT_TEST(TestSealedFile)

} // namespace tst_sealed_file
#include "tst_sealed_file.moc"
