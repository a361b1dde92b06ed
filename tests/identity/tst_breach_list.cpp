#include "backend/crypto/digest.h"
#include "backend/identity/passwords/breach_list.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/directory_snapshot.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

namespace tst_breach_list {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace {

std::string hexOf(const crypto::Sha1Digest& digest, bool upper = true)
{
    std::string text;
    for (const std::byte byte : digest) {
        constexpr std::string_view big = "0123456789ABCDEF", small = "0123456789abcdef";
        const auto value = std::to_integer<unsigned>(byte);
        text += (upper ? big : small)[value >> 4];
        text += (upper ? big : small)[value & 15];
    }
    return text;
}

std::string hashOf(const std::string& password)
{
    return hexOf(crypto::sha1(std::as_bytes(std::span(password))));
}

/// `count` passwords `word 0`, `word 1`, ... as sorted lines.
std::vector<std::string> sortedLines(int count, bool counted)
{
    std::vector<std::string> lines;
    for (int i = 0; i < count; ++i)
        lines.push_back(hashOf("word " + std::to_string(i)) + (counted ? ":" + std::to_string(i % 1000 * i + 1) : ""));
    std::ranges::sort(lines);
    return lines;
}

std::string joined(const std::vector<std::string>& lines, const std::string& end = "\n", bool lastEnd = true)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + end;
    if (!lastEnd)
        text.resize(text.size() - end.size());
    return text;
}

QByteArray ruleOf(const Result<std::shared_ptr<const BreachList>>& opened)
{
    if (opened)
        return "ok";
    return opened.error().fields.empty() ? QByteArray() : QByteArray::fromStdString(opened.error().fields.front().rule);
}

/// 1, 0, or -1 for an error.
int answer(const BreachList& list, const std::string& password)
{
    const auto found = list.contains(SecretBytes::fromText(password));
    return !found ? -1 : *found ? 1 : 0;
}

} // namespace

class TstBreachList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_6_2_12_everyLine_isFound_othersAreNot_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("counted");
        QTest::addColumn<bool>("windows");
        QTest::addColumn<bool>("lastEnd");
        for (const int count : {1, 2, 90, 99, 100, 101, 1000, 20'000})
            for (const bool counted : {false, true})
                QTest::addRow("%d%s", count, counted ? " counted" : "") << count << counted << false << true;
        QTest::newRow("CR LF") << 5000 << true << true << true;
        QTest::newRow("no last line end") << 5000 << true << false << false;
        QTest::newRow("CR LF, no last line end") << 97 << false << true << false;
    }
    void asvs_6_2_12_everyLine_isFound_othersAreNot()
    {
        QFETCH(const int, count);
        QFETCH(const bool, counted);
        QFETCH(const bool, windows);
        QFETCH(const bool, lastEnd);
        const std::string file = write(joined(sortedLines(count, counted), windows ? "\r\n" : "\n", lastEnd));
        const auto list = BreachList::open(file);
        QCOMPARE(ruleOf(list), QByteArray("ok"));
        for (int i = 0; i < count; ++i)
            QCOMPARE(answer(**list, "word " + std::to_string(i)), 1);
        for (int i = 0; i < 2000; ++i)
            QCOMPARE(answer(**list, "other " + std::to_string(i)), 0);
        crypto::Sha1Digest first{}, last;
        last.fill(std::byte{0xff});
        QVERIFY(!*(*list)->containsDigest(first));
        QVERIFY(!*(*list)->containsDigest(last));
    }

    void unevenHashes_areFoundToo()
    {
        // Interpolation guesses wrong here every time: halving must end it.
        std::vector<std::string> lines;
        for (int i = 0; i < 30'000; ++i) {
            crypto::Sha1Digest digest{};
            digest[0] = std::byte{0x80};
            digest[17] = static_cast<std::byte>(i >> 16);
            digest[18] = static_cast<std::byte>(i >> 8);
            digest[19] = static_cast<std::byte>(i);
            lines.push_back(hexOf(digest, false));
        }
        const auto list = BreachList::open(write(joined(lines)));
        QCOMPARE(ruleOf(list), QByteArray("ok"));
        for (int i = 0; i < 30'010; ++i) {
            crypto::Sha1Digest digest{};
            digest[0] = std::byte{0x80};
            digest[17] = static_cast<std::byte>(i >> 16);
            digest[18] = static_cast<std::byte>(i >> 8);
            digest[19] = static_cast<std::byte>(i);
            const auto found = (*list)->containsDigest(digest);
            QVERIFY(found);
            QCOMPARE(*found, i < 30'000);
        }
    }

    void wrongFile_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char* name, const std::string& text, const char* rule) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(rule);
        };
        auto lines = sortedLines(5000, true);
        row("empty", "", "fileFormat");
        row("passwords", "123456\npassword\n", "fileFormat");
        row("SHA-256", std::string(64, 'A') + "\n", "fileFormat");
        row("no count", hashOf("a") + ":\n", "fileFormat");
        row("words after it", hashOf("a") + " 12\n", "fileFormat");
        row("one long line", std::string(100'000, 'A'), "fileFormat");
        row("zeros", std::string(100'000, '\0'), "fileFormat");
        std::ranges::reverse(lines);
        row("backwards", joined(lines), "fileUnsorted");
        std::ranges::sort(lines, {}, [](const std::string& line) { return line.substr(41); });
        row("by count", joined(lines), "fileUnsorted");
        std::ranges::sort(lines);
        std::swap(lines.front(), lines.back());
        row("ends swapped", joined(lines), "fileUnsorted");
    }
    void wrongFile_isRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, rule);
        QCOMPARE(ruleOf(BreachList::open(write(text.toStdString()))), rule);
    }

    void noFile_isRefused()
    {
        QCOMPARE(ruleOf(BreachList::open(path("nowhere").toStdString())), QByteArray("fileMissing"));
        QCOMPARE(ruleOf(BreachList::open(m_root.path().toStdString())), QByteArray("fileUnreadable"));
        const std::string pipe = path("pipe").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(ruleOf(BreachList::open(pipe)), QByteArray("fileUnreadable"));
    }

    void fileThatShrinks_isAnError_notANo()
    {
        const std::string file = write(joined(sortedLines(5000, false)));
        const auto list = BreachList::open(file);
        QCOMPARE(ruleOf(list), QByteArray("ok"));
        setFileBytes(file, {});
        QCOMPARE(answer(**list, "word 1"), -1);
        setFileBytes(file, std::string((*list)->size(), 'x'));
        QCOMPARE(answer(**list, "word 1"), -1);
    }

    void setting_refusesWhatIsNoList()
    {
        IdentityFixture f;
        const auto set = [&](const std::string& file) {
            const auto changed = f.settings->change(f.system(), {{"passwords.breach_list", file}});
            return changed ? QByteArray("ok") : QByteArray::fromStdString(changed.error().fields.front().rule);
        };
        QCOMPARE(set("relative/path"), QByteArray("path"));
        QCOMPARE(set(path("nowhere").toStdString()), QByteArray("fileMissing"));
        QCOMPARE(QByteArray::fromStdString(f.settings->values()->passwordsBreachList), QByteArray());
        QCOMPARE(set(write("123456\n")), QByteArray("fileFormat"));
        QCOMPARE(set(write(joined(sortedLines(10, true)))), QByteArray("ok"));
        QCOMPARE(set(""), QByteArray("ok"));
    }

    void asvs_6_2_12_breachedPassword_isRefused()
    {
        IdentityFixture f;
        const std::string breached = "quiet otters paddle upstream at dawn";
        f.addUser("before@example.com", {"viewer"}, "Some Body", breached);
        const std::string file = write(hashOf(breached) + ":3\n");
        f.require(f.settings->change(f.system(), {{"passwords.breach_list", file}}), 0);
        identity::NewUser user;
        user.name = "Ida Beck";
        user.email = "ida@example.com";
        user.roles = {"viewer"};
        user.password = SecretBytes::fromText(breached);
        const auto refused = f.identity->users().create(f.system(), std::move(user));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::PasswordTooWeak);
        QCOMPARE(QByteArray::fromStdString(refused.error().fields.front().rule), QByteArray("breached"));
        f.addUser("ida@example.com");
        // Who has it already still comes in; a new one must be better.
        QVERIFY(f.login("before@example.com", breached));
        const auto strength = f.identity->passwords().rate(SecretBytes::fromText(breached), {});
        QCOMPARE(strength.score, 0);
        QVERIFY(std::ranges::find(strength.advice, "breached") != strength.advice.end());
    }

    void asvs_16_5_2_unreadableList_refusesPasswords_andTheStart()
    {
        IdentityFixture f;
        const std::string file = write(joined(sortedLines(10, true)));
        f.require(f.settings->change(f.system(), {{"passwords.breach_list", file}}), 0);
        QVERIFY(f.identity->ready());
        setFileBytes(file, {});
        identity::NewUser user;
        user.name = "Ida Beck";
        user.email = "ida@example.com";
        user.roles = {"viewer"};
        user.password = SecretBytes::fromText(goodPassword);
        const auto refused = f.identity->users().create(f.system(), std::move(user));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Unavailable);
        QCOMPARE(QByteArray::fromStdString(refused.error().word), QByteArray("breach_list_unreadable"));
        QVERIFY(!f.identity->passwords().rate(SecretBytes::fromText(goodPassword), {}).broken.empty());
        f.open(); // as after a restart
        QVERIFY(!f.identity->ready());
        QVERIFY(!f.identity->passwords().rate(SecretBytes::fromText(goodPassword), {}).broken.empty());
        f.require(f.settings->change(f.system(), {{"passwords.breach_list", ""}}), 0);
        QVERIFY(f.identity->ready());
        f.addUser("ida@example.com");
    }

private:
    QString path(const char* name) const { return m_root.filePath(QLatin1StringView(name)); }
    /// A new file with `text`.
    std::string write(const std::string& text)
    {
        const std::string file = m_root.filePath(QStringLiteral("list %1").arg(++m_files)).toStdString();
        setFileBytes(file, text);
        return file;
    }

    QTemporaryDir m_root;
    int m_files = 0;
};

SALLYPORT_TEST(TstBreachList)

} // namespace tst_breach_list
#include "tst_breach_list.moc"
