#include "backend/records/upload/picture_filter.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_picture_filter {

using namespace sallyport;
using namespace sallyport::records;
using namespace std::string_literals;

std::string big(std::size_t value, int bytes)
{
    std::string text;
    while (bytes-- > 0)
        text += static_cast<char>(value >> (8 * bytes) & 0xff);
    return text;
}
std::string little(std::size_t value, int bytes)
{
    const std::string text = big(value, bytes);
    return {text.rbegin(), text.rend()};
}
std::string segment(unsigned char marker, const std::string& content)
{
    return "\xff"s + static_cast<char>(marker) + big(content.size() + 2, 2) + content;
}
std::string chunk(const std::string& type, const std::string& content)
{
    return big(content.size(), 4) + type + content + "CRC!";
}
std::string riff(const std::string& type, const std::string& content)
{
    return type + little(content.size(), 4) + content + (content.size() % 2 ? "\0"s : ""s);
}
/// A TIFF with a place and, where asked, which way is up.
std::string exif(int orientation, bool bigEndian)
{
    const auto n = [&](std::size_t value, int bytes) { return bigEndian ? big(value, bytes) : little(value, bytes); };
    std::string entries = n(0x8825, 2) + n(4, 2) + n(1, 4) + n(200, 4);
    if (orientation != 0)
        entries += n(0x0112, 2) + n(3, 2) + n(1, 4) + n(static_cast<std::size_t>(orientation), 2) + n(0, 2);
    return "Exif\0\0"s + (bigEndian ? "MM\0*"s : "II*\0"s) + n(8, 4) + n(orientation != 0 ? 2 : 1, 2) + entries + n(0, 4) +
           "51.4778 N, 0.0014 W";
}

/// What a picture says beside itself goes, the picture stays byte for byte.
class TestPictureFilter : public QObject {
    Q_OBJECT

    static std::string filtered(std::string_view mediaType, const std::string& bytes)
    {
        std::string first;
        for (const std::size_t piece : {std::size_t(1), std::size_t(3), std::size_t(1000), bytes.size() + 1}) {
            const auto filter = PictureFilter::create(mediaType);
            std::string out;
            bool fine = true;
            for (std::size_t at = 0; fine && at < bytes.size(); at += piece)
                fine = filter->add(std::string_view(bytes).substr(at, piece), out).has_value();
            if (!fine || !filter->finish())
                out = "broken";
            if (piece != 1 && out != first)
                return "differs by piece";
            first = out;
        }
        return first;
    }

private Q_SLOTS:
    void jpeg()
    {
        const std::string start = "\xff\xd8"s, jfif = segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0"s),
                          icc = segment(0xe2, "ICC_PROFILE\0\1\1profile"s);
        const std::string tables = segment(0xdb, std::string(65, '\1')), frame = segment(0xc2, "\x08\0\x10\0\x10\1"s),
                          huffman = segment(0xc4, "huffman");
        const std::string scan = segment(0xda, "scan") + "coded\xff\0more\xff\xd0then\xff\0"s, end = "\xff\xd9"s;
        const std::string photo = start + jfif + segment(0xe1, exif(0, false)) +
                                  segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<xmp/>"s) + icc +
                                  segment(0xe2, "MPF\0further pictures"s) + segment(0xed, "Photoshop 3.0\0IPTC"s) +
                                  segment(0xfe, "a comment") + tables + frame + huffman + scan + segment(0xfe, "another") +
                                  huffman + scan + end + start + segment(0xe1, exif(0, true)) + end;
        QCOMPARE(filtered("image/jpeg", photo), start + jfif + icc + tables + frame + huffman + scan + huffman + scan + end);
    }
    void jpeg_orientation_stays()
    {
        for (const bool bigEndian : {false, true}) {
            const std::string photo = "\xff\xd8"s + segment(0xe1, exif(6, bigEndian)) + segment(0xda, "s") + "x\xff\xd9"s;
            const std::string kept = segment(0xe1, "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"s);
            QCOMPARE(filtered("image/jpeg", photo), "\xff\xd8"s + kept + segment(0xda, "s") + "x\xff\xd9"s);
        }
        // Upright is what is thought without being told.
        QCOMPARE(filtered("image/jpeg", "\xff\xd8"s + segment(0xe1, exif(1, true)) + segment(0xda, "s") + "x\xff\xd9"s),
                 "\xff\xd8"s + segment(0xda, "s") + "x\xff\xd9"s);
        // A directory that leads elsewhere.
        const std::string wild = "Exif\0\0MM\0*\xff\xff\xff\xf0"s;
        QCOMPARE(filtered("image/jpeg", "\xff\xd8"s + segment(0xe1, wild) + segment(0xda, "s") + "x\xff\xd9"s),
                 "\xff\xd8"s + segment(0xda, "s") + "x\xff\xd9"s);
    }
    void png()
    {
        const std::string start = "\x89PNG\r\n\x1a\n"s, header = chunk("IHDR", "\0\0\0\1\0\0\0\1\x08\2\0\0\0"s),
                          data = chunk("IDAT", std::string(3000, 'x'));
        const std::string gamma = chunk("gAMA", "1234"), end = chunk("IEND", "");
        QCOMPARE(filtered("image/png", start + header + chunk("tEXt", "Author\0Ada"s) + gamma + chunk("eXIf", exif(0, true)) +
                                           data + data + chunk("iTXt", "XML:com.adobe.xmp") + chunk("tIME", "1234567") +
                                           chunk("prVt", "x") + end),
                 start + header + gamma + data + data + end);
    }
    void webp()
    {
        const std::string data = riff("VP8 ", "coded"), place = exif(0, false);
        const auto whole = [](const std::string& chunks) { return "RIFF" + little(chunks.size() + 4, 4) + "WEBP" + chunks; };
        QCOMPARE(filtered("image/webp", whole(data + riff("EXIF", place) + riff("XMP ", "<xmp/>"))),
                 whole(data + riff("EXIF", std::string(place.size(), '\0')) + riff("XMP ", std::string(6, '\0'))));
    }
    void pixels_areBounded_data()
    {
        QTest::addColumn<std::string>("mediaType");
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char* title, const std::string& mediaType, const std::string& bytes, bool taken) {
            QTest::newRow(title) << mediaType << bytes << taken;
        };
        const auto png = [](std::size_t width, std::size_t height) {
            return "\x89PNG\r\n\x1a\n"s + chunk("IHDR", big(width, 4) + big(height, 4) + "\x01\0\0\0\0"s) + chunk("IDAT", "x") +
                   chunk("IEND", "");
        };
        row("a png of a billion", "image/png", png(60'000, 60'000), false);
        row("a png as large as it may be", "image/png", png(16'384, 16'384), true);
        row("a png a line larger", "image/png", png(16'384, 16'385), false);
        row("a png of more than a number has", "image/png", png(0xffffffff, 0xffffffff), false);
        row("a png without width", "image/png", png(0, 0xffffffff), true); // that is not for us to say
        const auto jpeg = [](unsigned char marker, std::size_t width, std::size_t height) {
            return "\xff\xd8"s + segment(marker, "\x08"s + big(height, 2) + big(width, 2) + "\1"s) + segment(0xda, "s") +
                   "x\xff\xd9"s;
        };
        row("a jpeg", "image/jpeg", jpeg(0xc0, 12'000, 9'000), true);
        row("a jpeg that is too large", "image/jpeg", jpeg(0xc0, 65'500, 65'500), false);
        row("a progressive jpeg that is too large", "image/jpeg", jpeg(0xc2, 65'500, 65'500), false);
        row("numbers of a jpeg that are no size", "image/jpeg", jpeg(0xc4, 65'500, 65'500), true);
        const auto gif = [](std::size_t width, std::size_t height) {
            return "GIF89a" + little(width, 2) + little(height, 2) + "...;";
        };
        row("a gif", "image/gif", gif(300, 200), true);
        row("a gif that is too large", "image/gif", gif(65'535, 65'535), false);
        const auto webp = [](std::size_t width, std::size_t height) {
            const std::string chunks =
                riff("VP8X", little(0, 4) + little(width - 1, 3) + little(height - 1, 3)) + riff("VP8 ", "x");
            return "RIFF" + little(chunks.size() + 4, 4) + "WEBP" + chunks;
        };
        row("a webp", "image/webp", webp(16'384, 16'384), true);
        row("a webp that is too large", "image/webp", webp(1 << 24, 256), false);
    }
    void pixels_areBounded()
    {
        QFETCH(std::string, mediaType);
        QFETCH(std::string, bytes);
        QFETCH(bool, taken);
        QCOMPARE(filtered(mediaType, bytes), taken ? bytes : "broken"s);
    }
    void others_goThrough()
    {
        QCOMPARE(filtered("application/pdf", "%PDF-1.4 /Author (Ada)"), std::string("%PDF-1.4 /Author (Ada)"));
    }
    void broken()
    {
        for (const std::string& bytes :
             {""s, "\xff"s, "\xff\xd8"s, "GIF89a"s, "\xff\xd8\xff\xe1\0\1x"s, "\xff\xd8\xff\xe1\xff\xffx"s, "\xff\xd8\xff\0"s,
              "\xff\xd8"s + segment(0xda, "s") + "coded"})
            QCOMPARE(filtered("image/jpeg", bytes), std::string("broken"));
        const std::string start = "\x89PNG\r\n\x1a\n"s;
        for (const std::string& bytes : {""s, start, start + chunk("IDAT", "x"),
                                         start + "\xff\xff\xff\xff"
                                                 "IDAT",
                                         start + chunk("IEND", "").substr(0, 10)})
            QCOMPARE(filtered("image/png", bytes), std::string("broken"));
        for (const std::string& bytes : {""s, "RIFF\1\0\0\0WAVE"s, "RIFF\1\0\0\0WEBPVP8 \xff\0\0\0x"s})
            QCOMPARE(filtered("image/webp", bytes), std::string("broken"));
    }
};

SALLYPORT_TEST(TestPictureFilter)

} // namespace tst_picture_filter
#include "tst_picture_filter.moc"
