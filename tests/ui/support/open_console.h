#pragma once

#include "app/console/panel_registry.h"
#include "tests/ui/support/fake_services.h"
#include "ui/console/console.h"

#include <QTest>

namespace sallyport::tests {

/// A console on services in memory, opened and signed in. The house outlives the console.
struct OpenConsole {
    explicit OpenConsole(std::size_t users = 40, std::size_t events = 200) : house(users, events)
    {
        console.setPanels(app::panelRules());
    }

    /// False if it didn't open in time.
    bool open(bool asReader = false)
    {
        bool done = false;
        console.open(
            &console,
            [this, asReader]() -> Result<ui::OpenedVault> {
                ui::OpenedVault opened;
                opened.backend = std::make_unique<FakeBackend>(house);
                opened.actor = asReader ? house.reader() : house.administrator();
                return opened;
            },
            [&](const Result<void>& result) { done = result.has_value(); });
        return QTest::qWaitFor([&] { return done; });
    }

    FakeHouse house;
    ui::Console console;
};

} // namespace sallyport::tests
