#pragma once

#include "ui/look/surface.h"

#include "backend/protection/threats/threats.h"

#include <optional>

class QPushButton;

namespace sallyport::ui {

class RunsLabel;

/// Above the table while the threshold is another than the one in force: whom it would have banned yesterday, and what to do
/// about it.
class ThresholdStrip final : public Surface {
    Q_OBJECT

public:
    explicit ThresholdStrip(QWidget* parent = nullptr);

    /// The handle's and the one in force; the preview of the former follows.
    void setThresholds(int wanted, int inForce);
    void setPreview(const protection::ThreatPreview& preview);
    void setNotice(const QString& text);
    /// Why the operator may not save; and that it is being saved.
    void setAgainst(const QString& reason, bool saving);

Q_SIGNALS:
    void keepRequested();
    void saveRequested();

private:
    void showWords();

    RunsLabel* m_text;
    RunsLabel* m_addresses;
    QPushButton* m_keep;
    QPushButton* m_save;
    int m_wanted = 0, m_inForce = 0;
    std::optional<protection::ThreatPreview> m_preview;
    QString m_notice;
};

} // namespace sallyport::ui
