#pragma once

#include "backend/base/error.h"
#include "backend/outbound/url.h"
#include "backend/outputs/destination.h"

namespace sallyport::outputs {

/// What is wrong with the fields. `now` and `zone` are what the filter is read with.
std::vector<FieldError> destinationMistakes(const DestinationFields& fields, UtcTime now);
/// The same of a new secret, and of one that is missing where the kind needs one.
void checkSecret(const DestinationFields& fields, const std::optional<SecretBytes>& given, bool hasOne,
                 std::vector<FieldError>& mistakes);

/// Of a file: its name in the folder, with the ending that the format gives it. Two of the same are one file.
std::string fileNameOf(const DestinationFields& fields, std::int64_t number = 0);

/// `host:port`, `[2001:db8::1]:port`; the port is 6514 if none is written. InvalidArgument.
Result<outbound::Url> syslogTarget(std::string_view text);

/// Where the mail goes in, and how TLS begins.
struct MailTarget {
    std::string url;      ///< as libcurl takes it
    bool tlsFirst = true; ///< `smtps`; otherwise STARTTLS, which the server must offer
};
/// InvalidArgument.
Result<MailTarget> mailTarget(std::string_view text);

} // namespace sallyport::outputs
