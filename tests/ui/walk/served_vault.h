#pragma once

#include "backend/crypto/system_random.h"
#include "backend/vault/vault.h"
#include "ui/console/console.h"

#include <QTemporaryDir>
#include <QTest>

namespace sallyport::tests {

/// A real vault of its own, open in a console with its administrator signed in. Its server listens at a port of the system's as
/// soon as somebody starts it.
class ServedVault {
public:
    static constexpr auto passphrase = "a passphrase for tests";
    static constexpr auto email = "admin@x.example";
    static constexpr auto password = "violet harbour seven lanterns";

    /// False if it didn't open in time.
    bool open()
    {
        NewVault vault;
        vault.dataDirectory = m_folder.filePath(QStringLiteral("vault")).toStdString();
        vault.passphrase = SecretBytes::fromText(passphrase);
        vault.adminName = "Ingrid Solheim";
        vault.adminEmail = email;
        vault.adminPassword = SecretBytes::fromText(password);
        vault.serverPort = 0;
        vault.kdfCost = {64, 1, 1};
        auto created = createVault(std::move(vault), m_platform);
        if (!created)
            return false;
        bool done = false;
        console.open(
            &console,
            [&]() -> Result<ui::OpenedVault> {
                ui::OpenedVault opened;
                opened.backend = std::move(created->backend);
                opened.actor = created->administrator;
                return opened;
            },
            [&](const Result<void>& result) { done = result.has_value(); });
        return QTest::qWaitFor([&] { return done; }, patience);
    }

    /// False if it wasn't closed in time.
    bool lock()
    {
        bool closed = false;
        QObject::connect(&console, &ui::Console::closed, &console, [&] { closed = true; });
        console.lock();
        return QTest::qWaitFor([&] { return closed; }, patience);
    }

private:
    static constexpr int patience = 30'000; // ms
    QTemporaryDir m_folder;
    SystemClock m_clock;
    crypto::SystemRandom m_random;
    const Platform m_platform{m_clock, m_random, {}, storage::KdfCost{64, 1, 1}};

public:
    ui::Console console;
};

} // namespace sallyport::tests
