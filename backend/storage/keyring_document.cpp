#include "backend/storage/keyring_document.h"

#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/crypto/digest.h"
#include "backend/storage/files.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <limits>

namespace sallyport::storage {
namespace {

namespace json = boost::json;

constexpr std::size_t largestFile = 64 * 1024;
constexpr std::size_t wrappedSize = 62; // 32 bytes of key and Aead's 30
constexpr std::string_view formatName = "sallyport-keyring";
constexpr std::int64_t formatVersion = 1;
constexpr KdfCost highestCost{1024 * 1024, 64, 16}; // a changed file must not make us take all memory

std::string checksum(const json::object& content)
{
    return toHex(crypto::sha256(asBytes(json::serialize(content))));
}

Error damaged()
{
    return makeError(ErrorCode::KeyringDamaged, "the keyring file is damaged");
}

Result<const json::object*> objectAt(const json::object& parent, std::string_view name)
{
    const json::value* value = parent.if_contains(name);
    if (value == nullptr || !value->is_object())
        return damaged();
    return &value->get_object();
}

Result<std::string> textAt(const json::object& parent, std::string_view name)
{
    const json::value* value = parent.if_contains(name);
    if (value == nullptr || !value->is_string())
        return damaged();
    return std::string(value->get_string());
}

Result<Bytes> bytesAt(const json::object& parent, std::string_view name, std::size_t size)
{
    SALLYPORT_ASSIGN(const std::string text, textAt(parent, name));
    Result<Bytes> bytes = fromBase64Url(text);
    if (!bytes || bytes->size() != size)
        return damaged();
    return bytes;
}

Result<std::uint32_t> numberAt(const json::object& parent, std::string_view name, std::uint32_t highest)
{
    const json::value* value = parent.if_contains(name);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 1 || value->get_int64() > highest)
        return damaged();
    return static_cast<std::uint32_t>(value->get_int64());
}

Result<KeyringDocument> readContent(const json::object& root)
{
    KeyringDocument document;
    SALLYPORT_ASSIGN(document.vaultName, textAt(root, "vault"));
    SALLYPORT_ASSIGN(document.keyId, textAt(root, "key_id"));
    if (document.vaultName.size() > longestName || !isPrintableText(document.vaultName))
        return damaged();
    SALLYPORT_ASSIGN(const json::object* passphrase, objectAt(root, "passphrase"));
    SALLYPORT_ASSIGN(document.passphraseCost.memoryKib, numberAt(*passphrase, "memory_kib", highestCost.memoryKib));
    SALLYPORT_ASSIGN(document.passphraseCost.passes, numberAt(*passphrase, "passes", highestCost.passes));
    SALLYPORT_ASSIGN(document.passphraseCost.lanes, numberAt(*passphrase, "lanes", highestCost.lanes));
    SALLYPORT_ASSIGN(document.passphraseSalt, bytesAt(*passphrase, "salt", saltSize));
    SALLYPORT_ASSIGN(document.passphraseWrapped, bytesAt(*passphrase, "wrapped", wrappedSize));
    SALLYPORT_ASSIGN(const json::object* recovery, objectAt(root, "recovery"));
    SALLYPORT_ASSIGN(document.recoverySalt, bytesAt(*recovery, "salt", saltSize));
    SALLYPORT_ASSIGN(document.recoveryWrapped, bytesAt(*recovery, "wrapped", wrappedSize));
    return document;
}

} // namespace

std::string toText(const KeyringDocument& document)
{
    json::object root{
        {"format", formatName},
        {"version", formatVersion},
        {"vault", document.vaultName},
        {"key_id", document.keyId},
        {"passphrase",
         {{"kdf", "argon2id"},
          {"memory_kib", std::int64_t{document.passphraseCost.memoryKib}},
          {"passes", std::int64_t{document.passphraseCost.passes}},
          {"lanes", std::int64_t{document.passphraseCost.lanes}},
          {"salt", toBase64Url(document.passphraseSalt)},
          {"wrapped", toBase64Url(document.passphraseWrapped)}}},
        {"recovery",
         {{"kdf", "hkdf-sha256"},
          {"salt", toBase64Url(document.recoverySalt)},
          {"wrapped", toBase64Url(document.recoveryWrapped)}}},
    };
    root["checksum"] = checksum(root);
    return json::serialize(root) + "\n";
}

Result<KeyringDocument> parseKeyringDocument(std::string_view text)
{
    Result<json::value> value = parseStrictJson(text, largestFile);
    if (!value || !value->is_object())
        return damaged();
    json::object& root = value->get_object();
    SALLYPORT_ASSIGN(const std::string format, textAt(root, "format"));
    const json::value* version = root.if_contains("version");
    if (format != formatName || version == nullptr || !version->is_int64())
        return damaged();
    if (version->get_int64() > formatVersion)
        return makeError(ErrorCode::KeyringDamaged, "the keyring file is of a newer version than this program knows");
    SALLYPORT_ASSIGN(const std::string sum, textAt(root, "checksum"));
    root.erase("checksum"); // it is the last member, so the others keep their order
    if (version->get_int64() != formatVersion || checksum(root) != sum)
        return damaged();
    return readContent(root);
}

Result<KeyringDocument> readKeyringDocument(const std::filesystem::path& file)
{
    const Result<std::string> text = readSmallFile(file, largestFile);
    if (text)
        return parseKeyringDocument(*text);
    switch (text.error().code) {
    case ErrorCode::NotFound: return makeError(ErrorCode::KeyringMissing, file.string() + " does not exist");
    case ErrorCode::LimitReached: return damaged();
    default: return text.error();
    }
}

} // namespace sallyport::storage
