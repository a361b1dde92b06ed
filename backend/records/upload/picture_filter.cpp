#include "backend/records/upload/picture_filter.h"

#include "backend/records/upload/byte_numbers.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

using namespace std::string_view_literals;

Error brokenPicture()
{
    Error error(ErrorCode::InvalidArgument, "the picture is broken");
    error.fields.push_back({"file", "the picture is broken", "content"});
    return error;
}

/// A picture whose pixels no program has room for is a bomb: a few kilobytes pack gigabytes of one colour.
Result<void> checkPixels(std::uint64_t width, std::uint64_t height)
{
    if (width != 0 && height > maxPixels / width) {
        Error error(ErrorCode::InvalidArgument, "the picture has more pixels than are taken");
        error.fields.push_back({"file", error.detail, "content"});
        return error;
    }
    return {};
}

class Unchanged final : public PictureFilter {
public:
    Result<void> add(std::string_view bytes, std::string& out) override
    {
        out += bytes;
        return {};
    }
    Result<void> finish() const override { return {}; }
};

/// Goes through unchanged, too.
class GifFilter final : public PictureFilter {
public:
    Result<void> add(std::string_view bytes, std::string& out) override
    {
        constexpr std::size_t headSize = 10; // GIF89a, width, height
        if (m_head.size() < headSize) {
            m_head += bytes.substr(0, headSize - m_head.size());
            if (m_head.size() == headSize)
                SALLYPORT_TRY(checkPixels(numberAt(m_head, 6, 2, false), numberAt(m_head, 8, 2, false)));
        }
        out += bytes;
        return {};
    }
    Result<void> finish() const override { return {}; }

private:
    std::string m_head;
};

/// ITU T.81 annex B: segments, and the coded picture between them.
class JpegFilter final : public PictureFilter {
public:
    Result<void> add(std::string_view bytes, std::string& out) override
    {
        if (m_state == State::Done)
            return {}; // further pictures, with the same things in them
        m_pending += bytes;
        std::size_t used = 0;
        while (m_state != State::Done) {
            const std::string_view rest = std::string_view(m_pending).substr(used);
            SALLYPORT_ASSIGN(const std::size_t step, m_state == State::Scan ? scan(rest, out) : segment(rest, out));
            if (step == 0)
                break;
            used += step;
        }
        m_pending.erase(0, used);
        return {};
    }
    Result<void> finish() const override { return m_state == State::Done ? Result<void>() : brokenPicture(); }

private:
    enum class State { Start, Segments, Scan, Done };

    /// The bytes that were used; 0 if more are needed.
    Result<std::size_t> segment(std::string_view bytes, std::string& out)
    {
        if (bytes.size() < 2)
            return std::size_t(0);
        if (byteAt(bytes, 0) != 0xff)
            return brokenPicture();
        const unsigned marker = byteAt(bytes, 1);
        if (m_state == State::Start) {
            if (marker != 0xd8)
                return brokenPicture();
            m_state = State::Segments;
            out += bytes.substr(0, 2);
            return std::size_t(2);
        }
        if (marker == 0xff)
            return std::size_t(1); // a filling byte
        if (marker == 0xd9) {
            m_state = State::Done;
            out += bytes.substr(0, 2);
            return std::size_t(2);
        }
        if (marker == 0 || marker == 0xd8 || (marker >= 0xd0 && marker <= 0xd7))
            return brokenPicture();
        if (bytes.size() < 4)
            return std::size_t(0);
        const std::size_t length = numberAt(bytes, 2, 2, true);
        if (length < 2)
            return brokenPicture();
        if (bytes.size() < length + 2)
            return std::size_t(0);
        const std::string_view whole = bytes.substr(0, length + 2), content = whole.substr(4);
        // Frames, but for DHT, JPG and DAC, which have numbers between theirs.
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && content.size() >= 5)
            SALLYPORT_TRY(checkPixels(numberAt(content, 3, 2, true), numberAt(content, 1, 2, true)));
        const bool application = marker >= 0xe0 && marker <= 0xef;
        // What a decoder needs: JFIF's density, a colour profile, Adobe's colour transform.
        const bool needed = marker == 0xe0 || (marker == 0xe2 && content.substr(0, 12) == "ICC_PROFILE\0"sv) || marker == 0xee;
        if (marker == 0xe1 && content.substr(0, 6) == "Exif\0\0"sv)
            keepOrientation(content.substr(6), out);
        if ((!application || needed) && marker != 0xfe)
            out += whole;
        if (marker == 0xda)
            m_state = State::Scan;
        return whole.size();
    }

    Result<std::size_t> scan(std::string_view bytes, std::string& out)
    {
        std::size_t end = 0;
        while (true) {
            end = std::min(bytes.find('\xff', end), bytes.size());
            if (end + 1 >= bytes.size())
                break; // what follows it decides
            const unsigned next = byteAt(bytes, end + 1);
            if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                m_state = State::Segments;
                out += bytes.substr(0, end);
                return end != 0 ? Result<std::size_t>(end) : segment(bytes, out);
            }
            end += 2;
        }
        out += bytes.substr(0, end);
        return end;
    }

    /// Of all that cameras write, which way is up: without it the picture would lie on its side.
    void keepOrientation(std::string_view tiff, std::string& out)
    {
        if (tiff.size() < 8 || m_oriented)
            return;
        const bool bigEndian = tiff.substr(0, 2) == "MM";
        const std::size_t directory = numberAt(tiff, 4, 4, bigEndian);
        if (directory > tiff.size() || tiff.size() - directory < 2)
            return;
        const std::size_t entries = numberAt(tiff, directory, 2, bigEndian);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t at = directory + 2 + 12 * i;
            if (at + 12 > tiff.size())
                return;
            if (numberAt(tiff, at, 2, bigEndian) != 0x0112)
                continue;
            const std::uint64_t orientation = numberAt(tiff, at + 8, 2, bigEndian);
            if (orientation < 2 || orientation > 8)
                return;
            m_oriented = true;
            out += "\xff\xe1\0\x22"
                   "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv;
            out += static_cast<char>(orientation);
            out += "\0\0\0\0\0\0"sv;
            return;
        }
    }

    State m_state = State::Start;
    bool m_oriented = false;
    std::string m_pending;
};

/// Files that are a head and chunks with their lengths: PNG and WebP.
class ChunkFilter : public PictureFilter {
public:
    Result<void> add(std::string_view bytes, std::string& out) override
    {
        while (!bytes.empty() && !m_done) {
            if (m_left > 0) {
                const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
                SALLYPORT_TRY(lookAtSize(bytes.substr(0, taken)));
                if (m_fate == Fate::Keep)
                    out += bytes.substr(0, taken);
                else if (m_fate == Fate::Blank)
                    out.append(taken, '\0');
                m_left -= taken;
                bytes.remove_prefix(taken);
                m_done = m_left == 0 && m_last;
                continue;
            }
            const std::size_t wanted = m_begun ? 8 : headSize();
            const std::size_t taken = std::min(wanted - m_head.size(), bytes.size());
            m_head += bytes.substr(0, taken);
            bytes.remove_prefix(taken);
            if (m_head.size() < wanted)
                return {};
            m_size.clear();
            SALLYPORT_TRY(m_begun ? chunk(m_head) : head(m_head));
            if (!m_begun || m_fate != Fate::Drop)
                out += m_head;
            m_begun = true;
            m_head.clear();
            m_done = m_left == 0 && m_last;
        }
        return {};
    }

protected:
    enum class Fate { Keep, Blank, Drop };

    /// What a chunk tells of the picture's width and height, of which it begins with as many bytes.
    virtual Result<void> size(std::string_view bytes) const = 0;

    virtual std::size_t headSize() const noexcept = 0;
    virtual Result<void> head(std::string_view bytes) = 0;
    virtual Result<void> chunk(std::string_view bytes) = 0;

    Fate m_fate = Fate::Keep;
    std::size_t m_sizeBytes = 0; ///< of the chunk, 0: it tells nothing of the size
    std::uint64_t m_left = 0;    ///< of the chunk
    bool m_last = false;         ///< the chunk is
    bool m_done = false;
    bool m_begun = false;
    std::string m_head;

private:
    Result<void> lookAtSize(std::string_view bytes)
    {
        if (m_sizeBytes == 0)
            return {};
        m_size += bytes.substr(0, m_sizeBytes - m_size.size());
        if (m_size.size() < m_sizeBytes)
            return {};
        SALLYPORT_TRY(size(m_size));
        m_sizeBytes = 0;
        m_size.clear();
        return {};
    }

    std::string m_size;
};

class PngFilter final : public ChunkFilter {
public:
    Result<void> finish() const override { return m_done ? Result<void>() : brokenPicture(); }

private:
    std::size_t headSize() const noexcept override { return 8; }
    Result<void> head(std::string_view bytes) override
    {
        return bytes == "\x89PNG\r\n\x1a\n"sv ? Result<void>() : brokenPicture();
    }
    Result<void> chunk(std::string_view bytes) override
    {
        // What changes how the picture looks or moves. Texts, times, Exif and chunks of somebody's own don't.
        constexpr std::array needed{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "cHRM"sv, "gAMA"sv, "iCCP"sv, "sBIT"sv,
                                    "sRGB"sv, "cICP"sv, "bKGD"sv, "hIST"sv, "pHYs"sv, "sPLT"sv, "acTL"sv, "fcTL"sv, "fdAT"sv};
        const std::uint64_t length = numberAt(bytes, 0, 4, true);
        if (length > 0x7fffffff)
            return brokenPicture();
        const std::string_view type = bytes.substr(4);
        m_fate = std::find(needed.begin(), needed.end(), type) != needed.end() ? Fate::Keep : Fate::Drop;
        m_left = length + 4; // with its checksum
        m_last = type == "IEND";
        m_sizeBytes = type == "IHDR" ? 8 : 0;
        return {};
    }
    Result<void> size(std::string_view bytes) const override
    {
        return checkPixels(numberAt(bytes, 0, 4, true), numberAt(bytes, 4, 4, true));
    }
};

/// The length of the whole stands at its start, where it can't be corrected any more: what goes is overwritten.
class WebpFilter final : public ChunkFilter {
public:
    Result<void> finish() const override { return m_begun && m_left == 0 && m_head.empty() ? Result<void>() : brokenPicture(); }

private:
    std::size_t headSize() const noexcept override { return 12; }
    Result<void> head(std::string_view bytes) override
    {
        return bytes.substr(0, 4) == "RIFF" && bytes.substr(8) == "WEBP" ? Result<void>() : brokenPicture();
    }
    Result<void> chunk(std::string_view bytes) override
    {
        const std::uint64_t length = numberAt(bytes, 4, 4, false);
        constexpr std::array needed{"VP8 "sv, "VP8L"sv, "VP8X"sv, "ANIM"sv, "ANMF"sv, "ALPH"sv, "ICCP"sv};
        m_fate = std::find(needed.begin(), needed.end(), bytes.substr(0, 4)) != needed.end() ? Fate::Keep : Fate::Blank;
        m_left = length + length % 2;
        m_sizeBytes = bytes.substr(0, 4) == "VP8X" ? 10 : 0; // the others have no room for more than is taken
        return {};
    }
    Result<void> size(std::string_view bytes) const override
    {
        return checkPixels(numberAt(bytes, 4, 3, false) + 1, numberAt(bytes, 7, 3, false) + 1);
    }
};

} // namespace

std::unique_ptr<PictureFilter> PictureFilter::create(std::string_view mediaType)
{
    if (mediaType == "image/jpeg")
        return std::make_unique<JpegFilter>();
    if (mediaType == "image/png")
        return std::make_unique<PngFilter>();
    if (mediaType == "image/webp")
        return std::make_unique<WebpFilter>();
    if (mediaType == "image/gif")
        return std::make_unique<GifFilter>();
    return std::make_unique<Unchanged>();
}

} // namespace sallyport::records
