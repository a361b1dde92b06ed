#pragma once

#include "ui/console/panel.h"
#include "ui/providers/login_test_dialog.h"

#include <optional>

#include "backend/identity/providers/identity_providers.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class ListPanel;
class PageHeader;
class ProviderPane;
class ProvidersModel;
class Toast;

/// Whom users may sign in with. The list, one of them beside it.
class ProvidersPanel final : public Panel {
    Q_OBJECT

public:
    ProvidersPanel(Console& console, BrowserOpener browser, QWidget* parent = nullptr);
    ~ProvidersPanel() override;

    /// Opens URLs with the desktop's browser.
    static BrowserOpener desktopBrowser();

    /// With a provider's id: shows that provider.
    void activate(const QString& argument) override;
    void refresh() override;

    ProvidersModel* model() const { return m_model; }
    DataTable* table() const;

private:
    void build();
    void connectList();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    const identity::IdentityProvider* currentProvider() const;
    void openPane(const identity::IdentityProvider& provider);

    void edit(std::optional<identity::IdentityProvider> provider);
    void test(const identity::IdentityProvider& provider);
    void link(const identity::IdentityProvider& provider);
    void unlink(const identity::OutsideLink& link);
    void toggle(const identity::IdentityProvider& provider);
    void setEnabled(const identity::IdentityProvider& provider, bool enabled);
    void remove(const identity::IdentityProvider& provider);
    void fillMenu(QMenu* menu, int row);

    BrowserOpener m_openBrowser;
    ProvidersModel* m_model;
    PageHeader* m_header;
    QPushButton* m_add;
    ListPanel* m_list = nullptr;
    ProviderPane* m_pane = nullptr;
    Toast* m_toast;
};

} // namespace sallyport::ui
