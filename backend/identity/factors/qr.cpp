#include "backend/identity/factors/qr.h"

#include <png.h>
#include <qrcodegen/qrcodegen.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sallyport::identity {

namespace {

constexpr int quietZone = 4;   // modules, ISO/IEC 18004 §9.1
constexpr int scaleLimit = 64; // pixels a module
constexpr int sizeLimit = 177; // modules, version 40

} // namespace

Result<QrMatrix> encodeQr(std::string_view text)
{
    try {
        const std::vector<std::uint8_t> data(text.begin(), text.end());
        // The level stays M even where the version has room for more: what is documented is what is drawn.
        const qrcodegen::QrCode code = qrcodegen::QrCode::encodeSegments({qrcodegen::QrSegment::makeBytes(data)},
                                                                         qrcodegen::QrCode::Ecc::MEDIUM, 1, 40, -1, false);
        QrMatrix matrix;
        matrix.size = code.getSize();
        matrix.dark.reserve(static_cast<std::size_t>(matrix.size) * static_cast<std::size_t>(matrix.size));
        for (int y = 0; y < matrix.size; ++y)
            for (int x = 0; x < matrix.size; ++x)
                matrix.dark.push_back(code.getModule(x, y));
        return matrix;
    } catch (const qrcodegen::data_too_long&) {
        return makeError(ErrorCode::InvalidArgument, "The text is too long for a QR code.");
    }
}

Result<std::string> qrPng(const QrMatrix& matrix, int scale)
{
    const bool square = matrix.size > 0 && matrix.size <= sizeLimit &&
                        matrix.dark.size() == static_cast<std::size_t>(matrix.size) * static_cast<std::size_t>(matrix.size);
    if (!square || scale < 1 || scale > scaleLimit)
        return makeError(ErrorCode::InvalidArgument, "No such picture of a QR code.");

    const int pixels = (matrix.size + 2 * quietZone) * scale;
    std::vector<std::uint8_t> gray(static_cast<std::size_t>(pixels) * static_cast<std::size_t>(pixels), 0xff);
    for (int y = 0; y < matrix.size * scale; ++y) {
        for (int x = 0; x < matrix.size * scale; ++x) {
            if (matrix.dark[static_cast<std::size_t>((y / scale) * matrix.size + x / scale)])
                gray[static_cast<std::size_t>((y + quietZone * scale) * pixels + x + quietZone * scale)] = 0;
        }
    }

    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = image.height = static_cast<png_uint_32>(pixels);
    image.format = PNG_FORMAT_GRAY;
    std::string file(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = file.size();
    const int written = png_image_write_to_memory(&image, file.data(), &size, 0, gray.data(), 0, nullptr);
    std::ranges::fill(gray, std::uint8_t{0});
    png_image_free(&image);
    if (written == 0)
        return makeError(ErrorCode::Internal, "The picture of the QR code could not be written.");
    file.resize(size);
    return file;
}

} // namespace sallyport::identity
