#include "backend/outputs/client_pair.h"

#include "backend/base/utf8.h"
#include "backend/crypto/brought_pair.h"

namespace sallyport::outputs {

void takeClientPair(DestinationFields& fields, std::optional<SecretBytes>& secret, const SecretBytes& kept,
                    std::vector<FieldError>& mistakes)
{
    if (fields.kind != DestinationKind::Syslog) {
        if (!fields.certificate.empty())
            mistakes.push_back({"certificate", "This kind of destination has none.", "unused"});
        return;
    }
    if (fields.certificate.empty()) {
        if (secret && !secret->empty())
            mistakes.push_back({"secret", "Is the key of a certificate: give that, too.", "required"});
        else if (!kept.empty())
            secret = SecretBytes(); // nobody needs it any more
        return;
    }
    if (isLongerThan(fields.certificate, certificateLimit)) {
        mistakes.push_back({"certificate", "At most " + std::to_string(certificateLimit) + " characters.", "maxLength"});
        return;
    }
    const bool given = secret && !secret->empty();
    const SecretBytes none;
    auto pair = crypto::readPair(fields.certificate, given ? *secret : none, none);
    const bool renewed = !pair && !given && !kept.empty(); // for the key that there is
    if (renewed)
        pair = crypto::readPair(fields.certificate, kept, none);
    if (!pair) {
        const Error error = pair.error();
        FieldError mistake{"certificate", error.detail, "format"};
        if (!error.fields.empty())
            mistake.rule = error.fields.front().rule;
        mistakes.push_back(std::move(mistake));
        return;
    }
    wipe(fields.certificate); // the key may be among it
    fields.certificate = std::move(pair->chainPem);
    if (!renewed)
        secret = std::move(pair->keyPem);
}

std::string certificateText(const std::string& certificate)
{
    const auto read = crypto::Certificate::fromPem(certificate);
    return read ? read->subject() + " " + read->fingerprint() : std::string();
}

} // namespace sallyport::outputs
