#include "ui/playground/credential.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

ServerClient::Fields fieldsOf(const Credential& credential, const ServerClient::Request& request, qint64 unixTime,
                              const QByteArray& nonce)
{
    ServerClient::Fields fields;
    switch (credential.kind) {
    case Credential::Kind::None: break;
    case Credential::Kind::Token: fields.emplaceBack("Authorization", "Bearer " + credential.token.trimmed().toUtf8()); break;
    case Credential::Kind::Key: fields.emplaceBack("X-API-Key", credential.key.trimmed().toUtf8()); break;
    case Credential::Kind::Signature: {
        const QByteArray time = QByteArray::number(unixTime);
        const QByteArray body =
            request.body.isEmpty() ? QByteArray() : QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
        const QByteArray text = request.method + '\n' + request.target.toUtf8() + '\n' + time + '\n' + nonce + '\n' + body;
        fields.emplaceBack("X-API-Key", credential.key.trimmed().toUtf8());
        fields.emplaceBack("X-Timestamp", time);
        fields.emplaceBack("X-Nonce", nonce);
        fields.emplaceBack(
            "X-Signature",
            QMessageAuthenticationCode::hash(text, credential.secret.trimmed().toUtf8(), QCryptographicHash::Sha256).toHex());
        break;
    }
    }
    if (!credential.code.trimmed().isEmpty())
        fields.emplaceBack("X-MFA-Token", credential.code.trimmed().toUtf8());
    return fields;
}

QString curlText(const QUrl& server, const ServerClient::Request& request, const Credential& credential)
{
    QStringList words{u"curl --cacert certificate.pem"_s};
    if (request.method != "GET")
        words << u"-X "_s + QString::fromLatin1(request.method);
    switch (credential.kind) {
    case Credential::Kind::None: break;
    case Credential::Kind::Token: words << u"-H \"Authorization: Bearer $TOKEN\""_s; break;
    case Credential::Kind::Key: words << u"-H \"X-API-Key: $API_KEY\""_s; break;
    case Credential::Kind::Signature:
        words
            << u"-H \"X-API-Key: $API_KEY\" -H \"X-Timestamp: $TIMESTAMP\" -H \"X-Nonce: $NONCE\" -H \"X-Signature: $SIGNATURE\""_s;
        break;
    }
    if (!credential.code.trimmed().isEmpty())
        words << u"-H \"X-MFA-Token: $CODE\""_s;
    for (const auto& [name, value] : request.fields)
        words << u"-H "_s + quoted(QString::fromUtf8(name) + u": "_s + QString::fromUtf8(value));
    if (!request.body.isEmpty())
        words << u"--data-raw "_s + quoted(QString::fromUtf8(request.body));
    words << quoted(server.toString(QUrl::RemovePath) + request.target);
    return words.join(u" \\\n  "_s);
}

} // namespace sallyport::ui
