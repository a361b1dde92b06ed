#include "backend/identity/signed_requests/signature_lab_service.h"

#include "backend/identity/signatures/pasted_request.h"
#include "backend/identity/signatures/usual_mistakes.h"
#include "backend/identity/signatures/verify.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

LabCheck checkOf(LabStep step, std::optional<SignatureFailure> failure)
{
    if (!failure)
        return {step, LabOutcome::Passed, {}, {}, {}};
    return {step, LabOutcome::Failed, std::string(signaturePartWord(failure->part)), std::move(failure->detail),
            std::move(failure->values)};
}

LabCheck notAsked(LabStep step)
{
    return {step, LabOutcome::NotAsked, {}, {}, {}};
}

/// With CRLF or LF at the ends, and one line feed more at the end than was meant: texts are pasted.
std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else if (c != '\r')
            lines.back() += c;
    }
    return lines;
}

std::vector<LabLine> compared(const std::string& server, const std::string& client)
{
    std::vector<LabLine> compared;
    const std::vector<std::string> ours = linesOf(server), theirs = linesOf(client);
    const bool fed = theirs.size() == ours.size() + 1 && theirs.back().empty();
    for (std::size_t i = 0; i < std::max(ours.size(), theirs.size() - (fed ? 1 : 0)); ++i) {
        LabLine line{i < ours.size() ? ours[i] : std::string(), i < theirs.size() ? theirs[i] : std::string(), false};
        line.differs = line.server != line.client || i >= ours.size() || i >= theirs.size();
        compared.push_back(std::move(line));
    }
    return compared;
}

} // namespace

std::string_view labStepWord(LabStep step) noexcept
{
    switch (step) {
    case LabStep::Read: return "read";
    case LabStep::Key: return "key";
    case LabStep::Coverage: return "coverage";
    case LabStep::Clock: return "clock";
    case LabStep::Signature: return "signature";
    case LabStep::Digest: return "digest";
    }
    return {};
}

Result<LabReport> SignatureLabService::explain(const access::Actor& actor, const std::string& request,
                                               const std::string& clientText)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    if (!current.permissions.has(access::Permission::KeysRead))
        SALLYPORT_TRY(access::require(current, access::Permission::KeysOwn));
    SALLYPORT_ASSIGN(const PastedRequest pasted, PastedRequest::read(request));
    if (clientText.size() > pastedRequestLimit)
        return makeError(ErrorCode::InvalidArgument, "The client's text is longer than 256 KiB");
    std::vector<MessageField> room;
    const SignedMessage message = pasted.message(room);

    LabReport report;
    auto read = readSignature(message);
    if (auto* failure = std::get_if<SignatureFailure>(&read)) {
        report.checks.push_back(checkOf(LabStep::Read, std::move(*failure)));
        for (const LabStep step : {LabStep::Key, LabStep::Coverage, LabStep::Clock, LabStep::Signature, LabStep::Digest})
            report.checks.push_back(notAsked(step));
        return report;
    }
    const ClaimedSignature& claim = std::get<ClaimedSignature>(read);
    report.scheme = claim.scheme;
    report.checks.push_back(checkOf(LabStep::Read, std::nullopt));
    auto key = m_keys.forLab(current, claim.key);
    report.keyName = key.name;
    report.keyPrefix = key.prefix;
    if (!key.keys.empty())
        report.keyAlgorithm = algorithmWord(key.keys.front().algorithm());
    LabCheck keyCheck = checkOf(LabStep::Key, std::nullopt);
    if (!key.reason.empty())
        keyCheck = {LabStep::Key, LabOutcome::Failed, std::string(key.reason), std::string(key.text), {}};
    report.checks.push_back(std::move(keyCheck));
    report.checks.push_back(checkOf(LabStep::Coverage, checkCoverage(message, claim)));
    report.checks.push_back(
        checkOf(LabStep::Clock, checkTime(claim, m_core.clock.now(), m_core.settings.values()->signaturesWindow)));
    if (const auto text = canonicalText(message, claim))
        report.canonical = *text;
    if (!report.canonical.empty() && !clientText.empty())
        report.lines = compared(report.canonical, clientText);
    if (key.keys.empty()) {
        report.checks.push_back(notAsked(LabStep::Signature));
    } else {
        auto failure = checkMac(message, claim, key.keys);
        const bool wrong = failure && failure->part == SignaturePart::Signature;
        report.checks.push_back(checkOf(LabStep::Signature, std::move(failure)));
        const auto fits = [&](std::string_view text) {
            return std::ranges::any_of(key.keys, [&](const SignatureKey& one) { return one.fits(text, claim.signature); });
        };
        for (const MistakenText& mistake : wrong ? usualMistakes(message, claim) : std::vector<MistakenText>()) {
            if (fits(mistake.text) && std::ranges::find(report.mistakes, mistake.word) == report.mistakes.end())
                report.mistakes.emplace_back(mistake.word);
        }
        const auto shown = SignatureKey::fromSecret(claim.key);
        if (wrong && shown && shown->fits(report.canonical, claim.signature))
            report.mistakes.emplace_back("api_key_as_secret");
    }
    report.checks.push_back(claim.scheme == SignatureScheme::Guide ? notAsked(LabStep::Digest)
                                                                   : checkOf(LabStep::Digest, checkDigest(message, claim)));
    return report;
}

} // namespace sallyport::identity
