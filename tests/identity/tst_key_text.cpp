#include "backend/crypto/system_random.h"
#include "backend/identity/api_keys/key_text.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QTest>

#include <set>

namespace tst_key_text {

using namespace sallyport;
using namespace sallyport::identity;

class KeyTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newText_isParsed();
    void checksum_ofAKnownText_isCrc32InBase62();
    void anyCharacterChanged_isRefused();
    void lengthMarkAndAlphabet_areChecked();
    void secrets_areDifferentAndUseTheWholeAlphabet();
    void noRandomness_isAnError();
    void find_seesKeysInsideOtherText();

private:
    crypto::SystemRandom random;
    std::string make(KeyTextKind kind = KeyTextKind::ApiKey, const char* id = "7QK3M2XA")
    {
        return std::string(newKeyText(kind, KeyId(id), random)->view());
    }
};

void KeyTextTest::newText_isParsed()
{
    const std::string text = make();
    QCOMPARE(text.size(), keyTextLength);
    QVERIFY(text.starts_with("spk_7QK3M2XA_"));
    const auto parsed = parseKeyText(text);
    QVERIFY(parsed && parsed->kind == KeyTextKind::ApiKey);
    QCOMPARE(parsed->id.text(), std::string("7QK3M2XA"));
    const auto signing = parseKeyText(make(KeyTextKind::SigningSecret));
    QVERIFY(signing && signing->kind == KeyTextKind::SigningSecret);
    QVERIFY(isKeyId(newKeyId(random)->text()));
}

void KeyTextTest::checksum_ofAKnownText_isCrc32InBase62()
{
    // Reckoned with Python's zlib.crc32 of the 56 characters before it.
    QVERIFY(parseKeyText("spk_7QK3M2XA_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg1jpT9G"));
}

void KeyTextTest::anyCharacterChanged_isRefused()
{
    const std::string text = make();
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = other[i] == 'Z' ? '2' : 'Z';
        QVERIFY2(!parseKeyText(other), other.c_str());
    }
    std::string swapped = text;
    std::swap(swapped[20], swapped[21]);
    QVERIFY(swapped == text || !parseKeyText(swapped));
}

void KeyTextTest::lengthMarkAndAlphabet_areChecked()
{
    const std::string text = make();
    QVERIFY(!parseKeyText({}));
    QVERIFY(!parseKeyText(text.substr(1)));
    QVERIFY(!parseKeyText(text + "0"));
    QVERIFY(!parseKeyText(text.substr(0, text.size() - 1)));
    QVERIFY(!parseKeyText("SPK_" + text.substr(4)));
    QVERIFY(!isKeyId("7QK3M2XI")); // no I, L, O, U
    QVERIFY(!isKeyId("7qk3m2xa"));
    QVERIFY(!isKeyId("7QK3M2X"));
}

void KeyTextTest::secrets_areDifferentAndUseTheWholeAlphabet()
{
    std::set<std::string> texts;
    std::set<char> characters;
    for (int i = 0; i < 500; ++i) {
        const std::string text = make();
        texts.insert(text);
        characters.insert(text.begin() + 13, text.begin() + 13 + static_cast<std::ptrdiff_t>(keySecretLength));
    }
    QCOMPARE(texts.size(), std::size_t{500});
    QCOMPARE(characters.size(), std::size_t{62});
}

void KeyTextTest::noRandomness_isAnError()
{
    class None final : public RandomSource {
        bool fill(std::span<std::byte>) override { return false; }
    } none;
    QVERIFY(!newKeyText(KeyTextKind::ApiKey, KeyId("7QK3M2XA"), none));
    QVERIFY(!newKeyId(none));
}

void KeyTextTest::find_seesKeysInsideOtherText()
{
    const std::string key = make(), secret = make(KeyTextKind::SigningSecret);
    const std::string text = "spk spk_ sp spspk_x\"" + key + "\" and 'x" + secret + key + "'";
    auto at = findKeyText(text, 0);
    QVERIFY(at && text.substr(*at, keyTextLength) == key);
    at = findKeyText(text, *at + 1);
    QVERIFY(at && text.substr(*at, keyTextLength) == secret);
    at = findKeyText(text, *at + keyTextLength);
    QVERIFY(at && text.substr(*at, keyTextLength) == key);
    QVERIFY(!findKeyText(text, *at + 1));
    std::string broken = key;
    broken.back() = broken.back() == 'a' ? 'b' : 'a';
    QVERIFY(!findKeyText(broken, 0));
    QVERIFY(!findKeyText("sp", 0) && !findKeyText({}, 0));
}

SALLYPORT_GUILESS_TEST(KeyTextTest)

} // namespace tst_key_text
#include "tst_key_text.moc"
