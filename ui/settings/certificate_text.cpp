#include "ui/settings/certificate_text.h"

#include "ui/widgets/error_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::ui {
namespace {

struct CertificateProblem {
    std::string_view rule; ///< of crypto::readPair and crypto::checkServerChain
    const char* text;
};

constexpr auto certificateProblems = std::to_array<CertificateProblem>({
    {"too_large", QT_TRANSLATE_NOOP("CertificateText", "The file is too large to be a certificate.")},
    {"too_many", QT_TRANSLATE_NOOP("CertificateText", "There are more certificates than a chain has.")},
    {"no_certificate", QT_TRANSLATE_NOOP("CertificateText", "There is no certificate in the file: PEM and PKCS#12 are read.")},
    {"unreadable", QT_TRANSLATE_NOOP("CertificateText", "One of the certificates is damaged.")},
    {"no_key", QT_TRANSLATE_NOOP("CertificateText", "Its private key is missing: choose the file that has it.")},
    {"other_key", QT_TRANSLATE_NOOP("CertificateText", "The key belongs to another certificate.")},
    {"passphrase_needed", QT_TRANSLATE_NOOP("CertificateText", "The key is encrypted: its passphrase is needed.")},
    {"wrong_passphrase", QT_TRANSLATE_NOOP("CertificateText", "The passphrase of the key is wrong.")},
    {"broken_chain",
     QT_TRANSLATE_NOOP("CertificateText", "The chain is broken: one of the certificates didn’t issue the one before it.")},
    {"no_authority", QT_TRANSLATE_NOOP("CertificateText", "The chain has a certificate that may not issue others.")},
    {"not_for_servers", QT_TRANSLATE_NOOP("CertificateText", "The certificate isn’t made for servers.")},
    {"expired", QT_TRANSLATE_NOOP("CertificateText", "A certificate of the chain has expired.")},
    {"not_yet_valid", QT_TRANSLATE_NOOP("CertificateText", "A certificate of the chain isn’t valid yet.")},
    {"weak_key", QT_TRANSLATE_NOOP("CertificateText", "A key of the chain is too weak: RSA has at least 2,048 bits.")},
    {"weak_signature",
     QT_TRANSLATE_NOOP("CertificateText", "A certificate of the chain is signed with an algorithm that is too weak.")},
    {"kind_of_key",
     QT_TRANSLATE_NOOP("CertificateText", "Clients don’t take this kind of key: use RSA, or ECDSA with P-256, P-384 or P-521.")},
});

QString inCertificateWords(const char* source)
{
    return QCoreApplication::translate("CertificateText", source);
}

} // namespace

QString certificateSource(PresentedCertificate::Source source)
{
    switch (source) {
    case PresentedCertificate::Source::Own:
        return inCertificateWords(QT_TRANSLATE_NOOP("CertificateText", "Made by Sallyport itself, its key in the vault"));
    case PresentedCertificate::Source::Files:
        return inCertificateWords(QT_TRANSLATE_NOOP("CertificateText", "Yours, from the folder tls"));
    case PresentedCertificate::Source::Imported: break;
    }
    return inCertificateWords(QT_TRANSLATE_NOOP("CertificateText", "Imported, with its key in the vault"));
}

QString certificateProblem(const Error& error)
{
    for (const FieldError& field : error.fields)
        if (const auto* problem = std::ranges::find(certificateProblems, field.rule, &CertificateProblem::rule);
            problem != certificateProblems.end())
            return inCertificateWords(problem->text);
    if (error.word == "nothing_before")
        return inCertificateWords(QT_TRANSLATE_NOOP("CertificateText", "There is no certificate before this one."));
    return errorLine(error);
}

} // namespace sallyport::ui
