#pragma once

#include "ui/console/console.h"
#include "ui/parts/long_work.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Banner;
class ElideLabel;
class ProgressRow;

/// The journal's chain: its head, when it was last verified, and Verify.
class ChainCard final : public QWidget {
    Q_OBJECT

public:
    explicit ChainCard(Console& console, QWidget* parent = nullptr);

    void refresh();
    void verify();
    void cancel() { m_work.cancel(); }
    bool isRunning() const { return m_work.isRunning(); }
    Banner* result() const { return m_result; }

Q_SIGNALS:
    void verified();
    void openEvents(const QString& filter);
    /// The journal's damage was accepted just now.
    void damageAccepted();

private:
    void setTexts();
    void showWork();
    void takeReport(const Result<audit::ChainReport>& report);
    void accept();
    void showLast();

    Console& m_console;
    LongWork m_work;
    QLabel* m_title;
    QLabel* m_text;
    ElideLabel* m_last;
    QPushButton* m_verify;
    ProgressRow* m_progress;
    Banner* m_result;
    QPushButton* m_openEvents;
    QPushButton* m_accept;
    std::function<void()> m_resultTexts;
    std::optional<audit::Event> m_lastEvent;
    bool m_asked = false;
};

/// What is wrong with a chain, in the reader's words.
QString chainProblemText(const audit::ChainReport& report);
/// Damage that was accepted: what, when, by whom and why.
QString acceptedText(const audit::AcceptedDamage& accepted);

} // namespace sallyport::ui
