#pragma once

#include "app/console/palette_search.h"
#include "app/console/shell_controller.h"
#include "tests/ui/support/panel_test.h"

#include <filesystem>

namespace sallyport::tests {

/// The whole window on services in memory, an operator signed in.
class FakeDesk {
public:
    /// `kept`: the folder that this screen's preferences are read from and kept in; none: they are gone with the desk.
    explicit FakeDesk(FakeHouse& house, QSize size, const QString& language = QStringLiteral("en"),
                      const std::filesystem::path& kept = {})
        : m_house(house), m_preferences(read(kept))
    {
        spoken.set(language);
        window.resize(size);
        window.show();
    }
    ~FakeDesk() { window.clearPanels(); }

    /// True once it is open and the server runs.
    bool open(const access::Actor& actor)
    {
        bool done = false;
        console.open(
            &console,
            [this, actor]() -> Result<ui::OpenedVault> {
                ui::OpenedVault opened;
                opened.backend = std::make_unique<FakeBackend>(m_house);
                opened.actor = actor;
                return opened;
            },
            [&](const Result<void>& result) { done = result.has_value(); });
        if (!QTest::qWaitFor([&] { return done && console.serverStatus().state == ServerStatus::State::Running; }))
            return false;
        shell.enter();
        return true;
    }
    /// Shows that panel; fails the test if there is none of that kind.
    template <typename T>
    T* show(const QString& id)
    {
        window.showPanel(id);
        auto* panel = qobject_cast<T*>(window.panel(id));
        if (!panel)
            QTest::qFail(qPrintable(QStringLiteral("no panel called ") + id), __FILE__, __LINE__);
        return panel;
    }

    ui::MainWindow window;
    ui::Console console;
    ui::Language spoken;

private:
    /// Needs no randomness; nothing here asks.
    struct NoRandom final : RandomSource {
        bool fill(std::span<std::byte>) override { return false; }
    };
    static app::Preferences read(const std::filesystem::path& kept)
    {
        app::Preferences preferences(kept);
        preferences.load();
        return preferences;
    }
    FakeHouse& m_house;
    NoRandom m_random;
    Platform m_platform{m_house.clock, m_random, {}, {}};
    app::Preferences m_preferences;
    app::AppContext m_context{console, window, spoken, theme(), m_preferences, m_platform, {}, false, {}};

public:
    app::AppContext& context() { return m_context; }
    app::ShellController shell{m_context, nullptr};
    QString helpShown; ///< the page that was asked for last
    app::PaletteSearch search{m_context,
                              [this](const QString& panel, const QString& argument) { shell.navigate(panel, argument); },
                              [this](const QString& page) { helpShown = page; }, nullptr};
};

} // namespace sallyport::tests
