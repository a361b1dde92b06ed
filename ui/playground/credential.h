#pragma once

#include "ui/console/server_client.h"

#include <QString>

namespace sallyport::ui {

/// With what a request shows who sends it. Kept by nobody but the fields that it was typed into.
struct Credential {
    enum class Kind { None, Token, Key, Signature };
    Kind kind = Kind::None;
    QString token;  ///< an access token
    QString key;    ///< `spk_...`, for Signature its first part is enough
    QString secret; ///< of a key that signs
    QString code;   ///< six digits, for what wants a second factor now
};

/// The fields that carry it. `nonce` is random, `unixTime` in seconds; both count for a signature only.
ServerClient::Fields fieldsOf(const Credential& credential, const ServerClient::Request& request, qint64 unixTime,
                              const QByteArray& nonce);
/// The request as a command that a person can run: quoted for a POSIX shell, secrets as variables, never themselves.
QString curlText(const QUrl& server, const ServerClient::Request& request, const Credential& credential);

} // namespace sallyport::ui
