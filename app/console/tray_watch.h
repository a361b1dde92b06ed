#pragma once

#include "app/console/app_context.h"
#include "ui/parts/address_actions.h"
#include "ui/parts/address_card.h"
#include "ui/shell/tray.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace sallyport::app {

/// The icon in the system's tray, where there is one and the settings say so. While the window is behind others, an address that
/// is refused, banned or blocked by the detector brings a card: ban it for an hour, always let it in, or open what is known of
/// it. What the card does goes through the same services, with the same permissions, as in the panels. One card at a time, an
/// address at most once in ten minutes.
class TrayWatch final : public QObject {
    Q_OBJECT

public:
    using Navigate = std::function<void(const QString& panel, const QString& argument)>;

    TrayWatch(AppContext& context, std::unique_ptr<ui::Tray> tray, Navigate navigate, QObject* parent);
    ~TrayWatch() override;

    /// Whether the operator looks at the window; another answer for tests.
    void setInFront(std::function<bool()> inFront) { m_inFront = std::move(inFront); }
    ui::AddressCard* card() { return &m_card; }

private:
    bool isOn() const;
    void follow();
    void take(const std::vector<audit::Event>& events);
    bool isNews(const QString& address);
    void show(const audit::Event& event);
    void raiseWindow();

    static constexpr qint64 quiet = 600'000; ///< ms in which an address brings no further card
    static constexpr qsizetype rememberedMost = 256;

    AppContext& m_context;
    const std::unique_ptr<ui::Tray> m_tray;
    const Navigate m_navigate;
    std::function<bool()> m_inFront;
    ui::AddressActions* m_actions;
    ui::AddressCard m_card;
    QString m_address; ///< that the card is about
    QElapsedTimer m_since;
    QHash<QString, qint64> m_shown; ///< when each address brought a card
};

} // namespace sallyport::app
