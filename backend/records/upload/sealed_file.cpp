#include "backend/records/upload/sealed_file.h"

#include "backend/crypto/aes_gcm.h"
#include "backend/crypto/hkdf.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

constexpr std::string_view magic = "SPF1";
constexpr std::size_t saltSize = sealedHead - magic.size();
constexpr std::size_t fullChunk = sealedChunk + crypto::gcmTagSize;

Error notThisFile()
{
    return makeError(ErrorCode::CryptoFailure, "the file is not what was stored");
}

std::array<std::byte, crypto::gcmIvSize> nonceOf(std::uint64_t number, bool last)
{
    std::array<std::byte, crypto::gcmIvSize> nonce{};
    for (std::size_t i = 0; i < 8; ++i)
        nonce[i] = static_cast<std::byte>(number >> (56 - 8 * i));
    nonce[8] = static_cast<std::byte>(last ? 1 : 0);
    return nonce;
}

std::string placeOf(std::string_view id, std::uint64_t number, bool last)
{
    std::string place(magic);
    place += '\0';
    place += id;
    place += '\0';
    place += std::to_string(number);
    place += last ? ".last" : ".more";
    return place;
}

Result<SecretBytes> keyOf(std::span<const std::byte> key, std::span<const std::byte> salt, std::string_view id)
{
    if (key.size() != crypto::gcmKeySize || salt.size() != saltSize || id.empty())
        return makeError(ErrorCode::CryptoFailure, "a file needs a key, a salt and an id");
    return crypto::hkdfSha256(key, salt, "sallyport file 1", crypto::gcmKeySize);
}

} // namespace

std::uint64_t sealedSize(std::uint64_t size) noexcept
{
    const std::uint64_t chunks = size == 0 ? 1 : (size + sealedChunk - 1) / sealedChunk;
    return sealedHead + size + chunks * crypto::gcmTagSize;
}

std::optional<std::uint64_t> plainSize(std::uint64_t sealed) noexcept
{
    if (sealed < sealedHead + crypto::gcmTagSize)
        return std::nullopt;
    const std::uint64_t body = sealed - sealedHead;
    const std::uint64_t chunks = (body + fullChunk - 1) / fullChunk;
    if (body < chunks * crypto::gcmTagSize)
        return std::nullopt;
    const std::uint64_t size = body - chunks * crypto::gcmTagSize;
    return sealedSize(size) == sealed ? std::optional(size) : std::nullopt;
}

Result<FileSealer> FileSealer::create(std::span<const std::byte> key, std::span<const std::byte> salt, std::string_view id)
{
    FileSealer sealer;
    SALLYPORT_ASSIGN(sealer.m_key, keyOf(key, salt, id));
    sealer.m_id = id;
    sealer.m_pending = SecretBytes(sealedChunk);
    const auto start = asBytes(magic);
    sealer.m_head.assign(start.begin(), start.end());
    sealer.m_head.insert(sealer.m_head.end(), salt.begin(), salt.end());
    return sealer;
}

Result<void> FileSealer::add(std::span<const std::byte> plaintext, Bytes& out)
{
    if (m_finished)
        return makeError(ErrorCode::Internal, "the file is finished");
    while (!plaintext.empty()) {
        if (m_pendingSize == sealedChunk) // more follows, so it isn't the last
            SALLYPORT_TRY(seal(false, out));
        const std::size_t taken = std::min(plaintext.size(), sealedChunk - m_pendingSize);
        std::copy_n(plaintext.begin(), taken, m_pending.bytes().begin() + static_cast<std::ptrdiff_t>(m_pendingSize));
        m_pendingSize += taken;
        m_size += taken;
        plaintext = plaintext.subspan(taken);
    }
    return {};
}

Result<void> FileSealer::finish(Bytes& out)
{
    if (m_finished)
        return makeError(ErrorCode::Internal, "the file is finished");
    m_finished = true;
    return seal(true, out);
}

Result<void> FileSealer::seal(bool last, Bytes& out)
{
    out.insert(out.end(), m_head.begin(), m_head.end());
    m_head.clear();
    const auto nonce = nonceOf(m_number, last);
    SALLYPORT_ASSIGN(const Bytes sealed, crypto::gcmEncrypt(m_key.bytes(), nonce, asBytes(placeOf(m_id, m_number, last)),
                                                            m_pending.bytes().first(m_pendingSize)));
    out.insert(out.end(), sealed.begin(), sealed.end());
    m_pendingSize = 0;
    ++m_number;
    return {};
}

Result<FileOpener> FileOpener::open(std::span<const std::byte> key, std::string_view id, std::uint64_t onDisk, Read read)
{
    const std::optional<std::uint64_t> size = plainSize(onDisk);
    if (!size)
        return notThisFile();
    SALLYPORT_ASSIGN(const Bytes head, read(0, sealedHead));
    const auto start = asBytes(magic);
    if (head.size() != sealedHead || !std::equal(start.begin(), start.end(), head.begin()))
        return notThisFile();
    FileOpener opener;
    SALLYPORT_ASSIGN(opener.m_key, keyOf(key, std::span(head).subspan(magic.size()), id));
    opener.m_id = id;
    opener.m_read = std::move(read);
    opener.m_size = *size;
    opener.m_chunks = *size == 0 ? 1 : (*size + sealedChunk - 1) / sealedChunk;
    // A file that was cut off at the end of a chunk shows here, before anything of it is given away.
    SALLYPORT_TRY(opener.chunk(opener.m_chunks - 1));
    return opener;
}

Result<SecretBytes> FileOpener::chunk(std::uint64_t number) const
{
    if (number >= m_chunks)
        return makeError(ErrorCode::InvalidArgument, "the file has no such chunk");
    const bool last = number + 1 == m_chunks;
    const std::size_t size = last ? static_cast<std::size_t>(m_size - number * sealedChunk) : sealedChunk;
    SALLYPORT_ASSIGN(const Bytes sealed, m_read(sealedHead + number * fullChunk, size + crypto::gcmTagSize));
    if (sealed.size() != size + crypto::gcmTagSize)
        return notThisFile();
    auto opened = crypto::gcmDecrypt(m_key.bytes(), nonceOf(number, last), asBytes(placeOf(m_id, number, last)), sealed);
    if (!opened)
        return notThisFile();
    return opened;
}

Result<void> FileOpener::range(std::uint64_t from, std::uint64_t to,
                               const std::function<Result<void>(std::span<const std::byte>)>& out) const
{
    if (from > to || to > m_size)
        return makeError(ErrorCode::InvalidArgument, "the range is not within the file");
    while (from < to) {
        const std::uint64_t number = from / sealedChunk;
        SALLYPORT_ASSIGN(const SecretBytes opened, chunk(number));
        const auto start = static_cast<std::size_t>(from - number * sealedChunk);
        const auto end = static_cast<std::size_t>(std::min<std::uint64_t>(to - number * sealedChunk, opened.size()));
        SALLYPORT_TRY(out(opened.bytes().subspan(start, end - start)));
        from += end - start;
    }
    return {};
}

} // namespace sallyport::records
