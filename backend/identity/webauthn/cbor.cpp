#include "backend/identity/webauthn/cbor.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <limits>

namespace sallyport::identity::webauthn {

namespace {

Error notCbor(std::string_view why)
{
    return Error(ErrorCode::BadRequest, "CBOR: " + std::string(why) + ".");
}

/// Reads items one after another; each counts, so that nothing grows without bound.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    Result<CborValue> item(std::size_t depth)
    {
        if (++m_items > cborItemLimit)
            return notCbor("too many items");
        SALLYPORT_ASSIGN(const Head head, this->head());
        switch (head.major) {
        case 0:
        case 1: return integer(head);
        case 2: {
            SALLYPORT_ASSIGN(const auto bytes, take(head.argument));
            return CborValue{bytes};
        }
        case 3: return text(head);
        case 4: return array(head, depth);
        case 5: return map(head, depth);
        case 7: return simple(head);
        default: return notCbor("a tag");
        }
    }

    std::size_t taken() const noexcept { return m_at; }

private:
    struct Head {
        unsigned major = 0;
        unsigned info = 0;
        std::uint64_t argument = 0;
    };

    Result<std::span<const std::byte>> take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_at)
            return notCbor("it ends too early");
        const auto taken = m_bytes.subspan(m_at, static_cast<std::size_t>(count));
        m_at += taken.size();
        return taken;
    }

    Result<Head> head()
    {
        SALLYPORT_ASSIGN(const auto first, take(1));
        const auto octet = std::to_integer<unsigned>(first[0]);
        Head head{octet >> 5, octet & 31u, octet & 31u};
        if (head.info < 24)
            return head;
        if (head.info > 27)
            return notCbor("an indefinite or reserved length");
        SALLYPORT_ASSIGN(const auto more, take(std::uint64_t{1} << (head.info - 24)));
        head.argument = 0;
        for (const std::byte byte : more)
            head.argument = (head.argument << 8) | std::to_integer<std::uint64_t>(byte);
        const unsigned width = head.info - 24;
        const bool shortest = width == 0 ? head.argument >= 24 : (head.argument >> (8u * (1u << (width - 1)))) != 0;
        if (!shortest && head.major != 7)
            return notCbor("a number that is not in its shortest form");
        return head;
    }

    static Result<CborValue> integer(const Head& head)
    {
        if (head.argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return notCbor("a number beyond 64 bits");
        const auto number = static_cast<std::int64_t>(head.argument);
        return CborValue{head.major == 0 ? number : -1 - number};
    }

    Result<CborValue> text(const Head& head)
    {
        SALLYPORT_ASSIGN(const auto bytes, take(head.argument));
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (!codePointCount(text))
            return notCbor("a text that is not UTF-8");
        return CborValue{text};
    }

    static Result<CborValue> simple(const Head& head)
    {
        if (head.info == 20 || head.info == 21)
            return CborValue{head.info == 21};
        if (head.info == 22)
            return CborValue{};
        return notCbor("a floating point number or an unknown simple value");
    }

    /// Each element takes a byte at least.
    Result<std::size_t> count(const Head& head, std::size_t depth) const
    {
        if (depth >= cborDepthLimit)
            return notCbor("nested too deeply");
        if (head.argument > m_bytes.size() - m_at || head.argument > cborItemLimit)
            return notCbor("too many items");
        return static_cast<std::size_t>(head.argument);
    }

    Result<CborValue> array(const Head& head, std::size_t depth)
    {
        SALLYPORT_ASSIGN(const std::size_t size, count(head, depth));
        CborValue::Array elements;
        elements.reserve(size);
        for (std::size_t i = 0; i < size; ++i) {
            SALLYPORT_ASSIGN(CborValue element, item(depth + 1));
            elements.push_back(std::move(element));
        }
        return CborValue{std::move(elements)};
    }

    Result<CborValue> map(const Head& head, std::size_t depth)
    {
        SALLYPORT_ASSIGN(const std::size_t size, count(head, depth));
        CborValue::Map members;
        members.reserve(size);
        CborValue map;
        for (std::size_t i = 0; i < size; ++i) {
            SALLYPORT_ASSIGN(CborValue key, item(depth + 1));
            const auto number = key.integer();
            const auto text = key.text();
            if (!number && !text)
                return notCbor("a key that is neither a number nor a text");
            const bool twice = std::ranges::any_of(members, [&](const CborMember& member) {
                return number ? member.key.integer() == number : member.key.text() == text;
            });
            if (twice)
                return notCbor("a key twice");
            SALLYPORT_ASSIGN(CborValue value, item(depth + 1));
            members.push_back({std::move(key), std::move(value)});
        }
        map.value = std::move(members);
        return map;
    }

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    std::size_t m_items = 0;
};

} // namespace

const CborValue* CborValue::find(std::int64_t key) const noexcept
{
    if (const Map* members = map())
        for (const CborMember& member : *members)
            if (member.key.integer() == key)
                return &member.value;
    return nullptr;
}

const CborValue* CborValue::find(std::string_view key) const noexcept
{
    if (const Map* members = map())
        for (const CborMember& member : *members)
            if (member.key.text() == key)
                return &member.value;
    return nullptr;
}

std::optional<std::int64_t> CborValue::integer() const noexcept
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? std::optional(*number) : std::nullopt;
}

std::optional<std::span<const std::byte>> CborValue::bytes() const noexcept
{
    const auto* found = std::get_if<std::span<const std::byte>>(&value);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<std::string_view> CborValue::text() const noexcept
{
    const auto* found = std::get_if<std::string_view>(&value);
    return found ? std::optional(*found) : std::nullopt;
}

Result<std::pair<CborValue, std::size_t>> readCbor(std::span<const std::byte> bytes)
{
    Reader reader(bytes);
    SALLYPORT_ASSIGN(CborValue value, reader.item(0));
    return std::pair(std::move(value), reader.taken());
}

Result<CborValue> readWholeCbor(std::span<const std::byte> bytes)
{
    SALLYPORT_ASSIGN(auto read, readCbor(bytes));
    if (read.second != bytes.size())
        return notCbor("something follows");
    return std::move(read.first);
}

} // namespace sallyport::identity::webauthn
