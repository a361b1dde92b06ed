#pragma once

#include "ui/console/panel.h"

#include <string>
#include <vector>

class QPushButton;
class QScrollArea;

namespace sallyport::ui {

class FilterBar;
class MeasureBox;
class PageHeader;
class SettingsForm;
class StateStack;
class Toast;
class TryPassword;
struct FormRegion;

/// What passwords must be, how they are kept and how long sessions last, in one place; with a field to try a password, a
/// measurement for the hash, and the way to the events.
class PolicyPanel final : public Panel {
    Q_OBJECT

public:
    explicit PolicyPanel(Console& console, QWidget* parent = nullptr);
    ~PolicyPanel() override;

    /// `argument` is the key of a setting to show.
    void activate(const QString& argument) override;
    void refresh() override;

    SettingsForm* form() const { return m_form; }
    TryPassword* tryPassword() const { return m_try; }
    MeasureBox* measureBox() const { return m_measure; }

private:
    struct Part;

    void build();
    void connectParts();
    void setTexts();
    void load();
    void search(const QString& text);
    void reveal(const std::string& key);

    std::vector<Part> m_parts;
    PageHeader* m_header;
    FilterBar* m_filter;
    StateStack* m_states = nullptr;
    QScrollArea* m_area = nullptr;
    SettingsForm* m_form;
    TryPassword* m_try = nullptr;
    MeasureBox* m_measure = nullptr;
    QPushButton* m_events;
    QPushButton* m_clear = nullptr;
    Toast* m_toast;
};

} // namespace sallyport::ui
