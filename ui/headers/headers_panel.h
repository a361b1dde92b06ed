#pragma once

#include "ui/console/panel.h"
#include "ui/headers/header_check.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace sallyport::ui {

class Banner;
class DataTable;
class HeadersModel;
class LiveCheck;
class PageHeader;
class SettingsForm;
class StateStack;
class Toast;

/// What answers tell browsers and which other pages may read them: the settings, and beside them what a client saw just now of
/// the running server. A row leads to the setting that decides.
class HeadersPanel final : public Panel {
    Q_OBJECT

public:
    explicit HeadersPanel(Console& console, QWidget* parent = nullptr);
    ~HeadersPanel() override;

    /// `argument` is the key of a setting to show.
    void activate(const QString& argument) override;
    void refresh() override;

    SettingsForm* form() const { return m_form; }
    HeadersModel* model() const { return m_model; }
    /// As if a check had come to this.
    void take(const HeaderAnswers& answers);

private:
    QWidget* makeEditor();
    QWidget* makeResult();
    void connectParts();
    void setTexts();
    void followServer();
    void check();
    void showVerdict();
    void showRow(int row);
    void reveal(const std::string& key);

    PageHeader* m_header;
    QPushButton* m_check;
    SettingsForm* m_form;
    QLabel* m_fieldsHead = nullptr;
    QLabel* m_pagesHead = nullptr;
    QScrollArea* m_area = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_start = nullptr;
    Banner* m_banner = nullptr;
    HeadersModel* m_model;
    DataTable* m_table = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_expectedHead = nullptr;
    QLabel* m_expected = nullptr;
    QLabel* m_seenHead = nullptr;
    QLabel* m_seen = nullptr;
    QLabel* m_advice = nullptr;
    QPushButton* m_toSetting = nullptr;
    LiveCheck* m_live;
    Toast* m_toast;
    bool m_running = false;
};

} // namespace sallyport::ui
