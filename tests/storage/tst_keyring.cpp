#include "backend/base/encoding.h"
#include "backend/crypto/aead.h"
#include "backend/crypto/password_hash.h"
#include "backend/crypto/system_random.h"
#include "backend/storage/files.h"
#include "backend/storage/keyring.h"
#include "backend/storage/keyring_document.h"
#include "backend/storage/recovery_key.h"
#include "tests/support/child_process.h"
#include "tests/support/directory_snapshot.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <sys/stat.h>

namespace tst_keyring {

using namespace sallyport;
using namespace sallyport::storage;
using namespace sallyport::test;

namespace {

constexpr KdfCost cheap{64, 1, 1};

SecretBytes secret(std::string_view text)
{
    return SecretBytes::fromText(text);
}

std::string hexOf(const Keyring& keyring, std::string_view purpose)
{
    return toHex(keyring.derive(purpose).bytes());
}

} // namespace

class TestKeyring : public QObject {
    Q_OBJECT
    crypto::SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_directory;

    std::filesystem::path directory() const { return m_directory->path().toStdString(); }
    std::filesystem::path file() const { return keyringFile(directory()); }
    Keyring::Created create()
    {
        return std::move(*Keyring::create(file(), secret("correct horse"), "My vault", m_random, cheap));
    }

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void passphrase_ofAnyKeyboard_opens()
    {
        constexpr std::string_view composedForm = "cr\xc3\xa8me br\xc3\xbbl\xc3\xa9"
                                                  "e";
        constexpr std::string_view decomposed = "cre\xcc\x80me bru\xcc\x82le\xcc\x81"
                                                "e";
        QVERIFY(Keyring::create(file(), secret(decomposed), "My vault", m_random, cheap));
        QVERIFY(Keyring::unlockWithPassphrase(file(), secret(composedForm)).has_value());
        QVERIFY(Keyring::unlockWithPassphrase(file(), secret(decomposed)).has_value());
        QCOMPARE(Keyring::unlockWithPassphrase(file(), secret("creme brulee")).error().code, ErrorCode::WrongPassphrase);
    }

    void passphrase_ofAKeyringThatTookItAsItCame_stillOpens()
    {
        constexpr std::string_view place = "sallyport-keyring/1/passphrase";
        constexpr std::string_view decomposed = "cre\xcc\x80me";
        const Keyring::Created created = create();
        KeyringDocument document = *readKeyringDocument(file());
        const auto cipher = [&](std::string_view passphrase) {
            SecretBytes key =
                std::move(*crypto::argon2id({asBytes(passphrase), document.passphraseSalt, {}, {}}, {cheap.memoryKib, 1, 1}, 32));
            return std::move(*crypto::Aead::create(std::move(key)));
        };
        const SecretBytes master = std::move(*cipher("correct horse").open(document.passphraseWrapped, place));
        document.passphraseWrapped = *cipher(decomposed).seal(master.bytes(), place, m_random);
        QVERIFY(writeFileAtomically(file(), asBytes(toText(document)), Replace::Always));
        const auto opened = Keyring::unlockWithPassphrase(file(), secret(decomposed));
        QVERIFY(opened.has_value());
        QCOMPARE(hexOf(*opened, "x"), hexOf(created.keyring, "x"));
        QCOMPARE(Keyring::unlockWithPassphrase(file(), secret("cr\xc3\xa8me")).error().code, ErrorCode::WrongPassphrase);
    }

    void asvs_11_4_4_passphrase_isStretchedByArgon2id()
    {
        // What a vault gets unless a test asks for less: RFC 9106's second recommendation.
        const KdfCost cost;
        QVERIFY(cost.memoryKib >= 64 * 1024 && cost.passes >= 3 && cost.lanes >= 4);
        QVERIFY(Keyring::create(file(), secret("correct horse"), "My vault", m_random));
        const KeyringDocument document = *readKeyringDocument(file());
        QCOMPARE(document.passphraseCost.memoryKib, cost.memoryKib);
        QCOMPARE(document.passphraseCost.passes, cost.passes);
        QVERIFY(document.passphraseSalt.size() >= 16);
    }

    void create_thenUnlock_givesTheSameKeys()
    {
        const Keyring::Created created = create();
        const auto byPassphrase = Keyring::unlockWithPassphrase(file(), secret("correct horse"));
        const auto byRecovery = Keyring::unlockWithRecoveryKey(file(), created.recoveryKey);
        QVERIFY(byPassphrase.has_value());
        QVERIFY(byRecovery.has_value());
        for (const char* purpose : {"database", "totp", "audit-chain", "token-signing"}) {
            QCOMPARE(hexOf(*byPassphrase, purpose), hexOf(created.keyring, purpose));
            QCOMPARE(hexOf(*byRecovery, purpose), hexOf(created.keyring, purpose));
        }
        QVERIFY(hexOf(created.keyring, "database") != hexOf(created.keyring, "totp"));
        QCOMPARE(*Keyring::vaultName(file()), std::string("My vault"));
        struct stat info {};
        QCOMPARE(::stat(file().c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t{0600});
        QCOMPARE(snapshot(directory()).size(), std::size_t{1}); // no temporary file left
    }

    void create_twice_neverTheSameKeys()
    {
        const std::string first = hexOf(create().keyring, "database");
        std::filesystem::remove(file());
        QVERIFY(first != hexOf(create().keyring, "database"));
    }

    void create_existing_isRefusedAndUntouched()
    {
        create();
        const auto before = snapshot(directory());
        QCOMPARE(Keyring::create(file(), secret("x"), "Other", m_random, cheap).error().code, ErrorCode::AlreadyExists);
        QVERIFY(snapshot(directory()) == before);
    }

    void unlock_wrong_isRefusedAndUntouched()
    {
        const Keyring::Created created = create();
        const auto before = snapshot(directory());
        for (const char* passphrase : {"", "correct horsf", "Correct horse", "correct horse ", "x"})
            QCOMPARE(Keyring::unlockWithPassphrase(file(), secret(passphrase)).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(Keyring::unlockWithPassphrase(file(), secret(std::string(5000, 'a'))).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(Keyring::unlockWithPassphrase(file(), created.recoveryKey).error().code, ErrorCode::WrongPassphrase);
        QVERIFY(snapshot(directory()) == before);
    }

    void recoveryKey_asTyped_isAccepted()
    {
        const Keyring::Created created = create();
        const std::string text(created.recoveryKey.view());
        QVERIFY(QRegularExpression(QStringLiteral("^SRK1(-[0-9A-HJKMNP-TV-Z]{5}){9}$"))
                    .match(QString::fromStdString(text))
                    .hasMatch());
        std::string lower = text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        std::string bare;
        std::string letters;
        for (const char c : text) {
            if (c != '-')
                bare += c;
            letters += c == '0' ? 'o' : c == '1' ? 'l' : c;
        }
        for (const std::string& typed : {lower, bare, letters, bare.substr(4), "  " + text + "\n"})
            QVERIFY2(Keyring::unlockWithRecoveryKey(file(), secret(typed)).has_value(), typed.c_str());
    }

    void recoveryKey_anyTypingError_isRefused()
    {
        const Keyring::Created created = create();
        const std::string text(created.recoveryKey.view());
        const auto before = snapshot(directory());
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '-')
                continue;
            std::string typed = text;
            typed[i] = typed[i] == '7' ? '8' : '7';
            QCOMPARE(Keyring::unlockWithRecoveryKey(file(), secret(typed)).error().code, ErrorCode::WrongRecoveryKey);
        }
        for (const std::string& typed : {std::string(), text.substr(1), text + "A", text.substr(0, text.size() - 6),
                                         std::string(10000, 'A'), std::string("SRK1-UUUUU-UUUUU")})
            QCOMPARE(Keyring::unlockWithRecoveryKey(file(), secret(typed)).error().code, ErrorCode::WrongRecoveryKey);
        // Well-formed, of another vault
        const SecretBytes other = recoveryKeyText(SecretBytes(Bytes(recoveryKeySize, std::byte{9})));
        QCOMPARE(Keyring::unlockWithRecoveryKey(file(), other).error().code, ErrorCode::WrongRecoveryKey);
        QVERIFY(snapshot(directory()) == before);
    }

    void recoveryKey_roundTrip_keepsEveryBit()
    {
        TestRandom random;
        for (int i = 0; i < 100; ++i) {
            SecretBytes key(recoveryKeySize);
            QVERIFY(random.fill(key.bytes()));
            const auto again = parseRecoveryKey(recoveryKeyText(key));
            QVERIFY(again.has_value());
            QCOMPARE(toHex(again->bytes()), toHex(key.bytes()));
        }
    }

    void changePassphrase_keepsKeysAndRecoveryKey()
    {
        const Keyring::Created created = create();
        QVERIFY(created.keyring.changePassphrase(file(), secret("new one"), m_random, cheap));
        QCOMPARE(Keyring::unlockWithPassphrase(file(), secret("correct horse")).error().code, ErrorCode::WrongPassphrase);
        const auto unlocked = Keyring::unlockWithPassphrase(file(), secret("new one"));
        QCOMPARE(hexOf(*unlocked, "database"), hexOf(created.keyring, "database"));
        QVERIFY(Keyring::unlockWithRecoveryKey(file(), created.recoveryKey).has_value());
        QCOMPARE(*Keyring::vaultName(file()), std::string("My vault"));
    }

    void changePassphrase_ofAnotherVaultsFile_isRefused()
    {
        const Keyring::Created created = create();
        std::filesystem::remove(file());
        create();
        const auto before = snapshot(directory());
        QCOMPARE(created.keyring.changePassphrase(file(), secret("x"), m_random, cheap).error().code, ErrorCode::KeyringDamaged);
        QVERIFY(snapshot(directory()) == before);
    }

    void missing_isItsOwnError()
    {
        QCOMPARE(Keyring::unlockWithPassphrase(file(), secret("x")).error().code, ErrorCode::KeyringMissing);
        QCOMPARE(Keyring::unlockWithRecoveryKey(file(), secret("x")).error().code, ErrorCode::KeyringMissing);
        QCOMPARE(Keyring::vaultName(file()).error().code, ErrorCode::KeyringMissing);
        QVERIFY(snapshot(directory()).empty());
    }

    void damaged_anyByte_isItsOwnErrorAndUntouched()
    {
        create();
        const std::string good = fileBytes(file());
        for (std::size_t i = 0; i + 1 < good.size(); ++i) {
            std::string bytes = good;
            bytes[i] = static_cast<char>(bytes[i] ^ 1);
            setFileBytes(file(), bytes);
            const auto result = Keyring::unlockWithPassphrase(file(), secret("correct horse"));
            QVERIFY2(!result, bytes.c_str());
            QCOMPARE(result.error().code, ErrorCode::KeyringDamaged);
            QCOMPARE(Keyring::vaultName(file()).error().code, ErrorCode::KeyringDamaged);
        }
        for (const std::string& bytes : {std::string(), std::string("{}"), std::string("[]"), good.substr(0, good.size() / 2),
                                         good + good, std::string(100000, ' '), std::string("\0\0\0", 3)}) {
            setFileBytes(file(), bytes);
            const auto before = snapshot(directory());
            QCOMPARE(Keyring::unlockWithPassphrase(file(), secret("correct horse")).error().code, ErrorCode::KeyringDamaged);
            QVERIFY(snapshot(directory()) == before);
        }
    }

    void create_withoutRandomness_leavesNothing()
    {
        TestRandom random;
        random.setFailing(true);
        QCOMPARE(Keyring::create(file(), secret("x"), "Vault", random, cheap).error().code, ErrorCode::CryptoFailure);
        QVERIFY(snapshot(directory()).empty());
    }

    void create_badNameOrPassphrase_leavesNothing()
    {
        QCOMPARE(Keyring::create(file(), secret("x"), "a\nb", m_random, cheap).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(Keyring::create(file(), secret("x"), std::string(401, 'a'), m_random, cheap).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(Keyring::create(file(), secret(""), "Vault", m_random, cheap).error().code, ErrorCode::InvalidArgument);
        QVERIFY(snapshot(directory()).empty());
    }

    void create_notWritable_saysSo()
    {
        setFileBytes(directory() / "plain", "a file");
        QCOMPARE(Keyring::create(directory() / "plain" / "keyring.json", secret("x"), "Vault", m_random, cheap).error().code,
                 ErrorCode::NotWritable);
        QCOMPARE(Keyring::create(directory() / "nowhere" / "keyring.json", secret("x"), "Vault", m_random, cheap).error().code,
                 ErrorCode::NotWritable);
        std::filesystem::permissions(directory(), std::filesystem::perms(0555));
        QCOMPARE(inChild([&] {
                     dropRoot();
                     return exitCodeOf(Keyring::create(file(), secret("x"), "Vault", m_random, cheap));
                 }),
                 static_cast<int>(ErrorCode::NotWritable));
        std::filesystem::permissions(directory(), std::filesystem::perms(0700));
        QCOMPARE(snapshot(directory()).size(), std::size_t{1});
    }

    void diskFull_saysSoAndChangesNothing()
    {
        const int code = inChild([&] {
            limitFileSize(100);
            return exitCodeOf(Keyring::create(file(), secret("x"), "Vault", m_random, cheap));
        });
        QCOMPARE(code, static_cast<int>(ErrorCode::DiskFull));
        QVERIFY(snapshot(directory()).empty());

        const Keyring::Created created = create();
        const auto before = snapshot(directory());
        QCOMPARE(inChild([&] {
                     limitFileSize(100);
                     return exitCodeOf(created.keyring.changePassphrase(file(), secret("new"), m_random, cheap));
                 }),
                 static_cast<int>(ErrorCode::DiskFull));
        QVERIFY(snapshot(directory()) == before);
    }

    void asvs_13_3_1_file_holdsNoSecret()
    {
        const Keyring::Created created = create();
        const std::string text = fileBytes(file());
        QVERIFY(text.find("correct horse") == std::string::npos);
        for (const char* purpose : {"database", "totp"})
            QVERIFY(text.find(hexOf(created.keyring, purpose)) == std::string::npos);
        QVERIFY(text.find(std::string(created.recoveryKey.view()).substr(5, 5)) == std::string::npos);
    }
};

SALLYPORT_GUILESS_TEST(TestKeyring)

} // namespace tst_keyring
#include "tst_keyring.moc"
