#include "ui/widgets/clipboard_guard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const QString& text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ClipboardGuard::ClipboardGuard(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeToLive);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::expire);
}

ClipboardGuard::~ClipboardGuard()
{
    if (qGuiApp)
        expire();
}

void ClipboardGuard::copySecret(const QString& text)
{
    auto* data = new QMimeData;
    data->setText(text);
    // What Klipper and others honour; the second is the same wish in another dialect.
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    data->setData(u"application/x-nspasteboard-concealed-type"_s, text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
    m_digest = digestOf(text);
    m_timer.start();
    Q_EMIT copied();
}

void ClipboardGuard::expire()
{
    m_timer.stop();
    if (m_digest.isEmpty())
        return;
    if (digestOf(QGuiApplication::clipboard()->text()) == m_digest)
        QGuiApplication::clipboard()->clear();
    m_digest.clear();
    Q_EMIT expired();
}

} // namespace sallyport::ui
