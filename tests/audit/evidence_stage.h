#pragma once

#include "backend/audit/event_table.h"
#include "backend/audit/tree/pack_reader.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/crypto/system_random.h"
#include "backend/journal/evidence_service.h"
#include "tests/support/test_journal.h"

#include <QProcess>
#include <QString>

#include <fstream>

namespace sallyport::test::packs {

using namespace sallyport::audit;

inline access::Actor auditor()
{
    access::Actor actor = access::Actor::system("Ada");
    return actor;
}

struct Said {
    int code = 0;
    QByteArray out, error;
};

/// A journal with its heads and the service on it.
struct Stage {
    TestJournal journal;
    crypto::SystemRandom random;
    std::unique_ptr<journal::EvidenceService> evidence;
    bool allowed = true;

    explicit Stage(int events = 0)
    {
        auto key = HeadKey::make(SecretBytes(Bytes(32, std::byte{0x11})));
        auto heads = std::make_shared<const SignedHeads>(journal.store(), *key, journal.directory() / "heads.jsonl");
        if (!attachHeads(journal.journal(), heads))
            qFatal("the heads cannot be attached");
        evidence = std::make_unique<journal::EvidenceService>(
            journal::EvidenceParts{.store = journal.store(),
                                   .journal = journal.journal(),
                                   .clock = journal.clock,
                                   .random = random,
                                   .vaultName = [] { return std::string("Vault \"Nord\"\n"); },
                                   .now = [this](const access::Actor& actor) -> Result<access::Actor> {
                                       if (!allowed)
                                           return makeError(ErrorCode::PermissionDenied, "no longer");
                                       return actor;
                                   }});
        for (int i = 0; i < events; ++i)
            add("User " + std::to_string(i));
    }

    void add(std::string name, std::string_view word = kind::signInSucceeded)
    {
        journal.clock.advance(std::chrono::seconds(1));
        Event event = sampleEvent(word, std::move(name));
        event.detailsJson = "{\"note\":\"\\u00e9 \\\\ \\\"\"}";
        event.path = "/tab\there";
        if (!journal->record(event))
            qFatal("no event");
    }

    std::string packOf(journal::PackRequest request = {})
    {
        const auto pack = evidence->create(auditor(), request, {});
        if (!pack)
            qFatal("no pack: %s", pack.error().detail.c_str());
        return textOf(pack->id);
    }

    std::string textOf(const std::string& id)
    {
        std::string text;
        const auto sent = evidence->download(auditor(), id, [&](std::string_view piece) {
            text += piece;
            return true;
        });
        if (!sent || sent->bytes != static_cast<std::int64_t>(text.size()))
            qFatal("the pack cannot be read");
        return text;
    }

    /// What the script for strangers says of it.
    Said inPython(const std::string& text)
    {
        const auto file = journal.directory() / "checked.jsonl";
        std::ofstream(file, std::ios::binary) << text;
        QProcess process;
        process.start(QStringLiteral("python3"),
                      {QStringLiteral(SALLYPORT_TEST_SCRIPTS) + QStringLiteral("/../../docs/verify_evidence.py"),
                       QString::fromStdString(file.string()), QStringLiteral("--fingerprint"),
                       QString::fromStdString(evidence->fingerprint())});
        if (!process.waitForFinished(60'000))
            qFatal("the script does not end");
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    std::vector<Event> events(std::string_view word)
    {
        std::vector<Event> found;
        const auto rows = journal.store().read([](storage::Transaction& t) { return readRange(t, 1, 100'000, 100'000); });
        for (const StoredEvent& row : *rows)
            if (row.event.kind == word)
                found.push_back(row.event);
        return found;
    }
};

inline Result<PackSummary> checked(std::string_view pack, std::string_view fingerprint, std::size_t piece = 1 << 16)
{
    std::size_t at = 0;
    return checkPack(
        [&]() -> Result<std::string> {
            std::string next(pack.substr(at, piece));
            at += next.size();
            return next;
        },
        fingerprint);
}

inline QByteArray wordsOf(const Result<PackSummary>& result)
{
    return QByteArray::fromStdString(result ? std::string("intact") : result.error().detail);
}

} // namespace sallyport::test::packs
