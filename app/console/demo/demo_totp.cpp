#include "app/console/demo/demo_totp.h"

#include "backend/base/encoding.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <array>
#include <cstdio>

namespace sallyport::app {

std::string demoCode(const SecretBytes& base32Secret, UtcTime time)
{
    const auto key = fromBase32(base32Secret.view());
    if (!key)
        return {};
    const auto step = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count() / 30;
    std::array<char, 8> counter{};
    qToBigEndian(static_cast<quint64>(step), counter.data());
    const auto mac = QMessageAuthenticationCode::hash(
        QByteArray(counter.data(), 8),
        QByteArray(reinterpret_cast<const char*>(key->data()), static_cast<qsizetype>(key->size())), QCryptographicHash::Sha1);
    // RFC 4226 §5.3, dynamic truncation.
    const auto offset = mac.back() & 0x0f;
    const auto value = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffffU;
    std::array<char, 7> text{};
    std::snprintf(text.data(), text.size(), "%06u", value % 1000000U);
    return text.data();
}

} // namespace sallyport::app
