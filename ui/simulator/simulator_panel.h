#pragma once

#include "ui/console/panel.h"

#include <QTimer>

#include <optional>

#include "backend/authorization/access_checks.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace sallyport::ui {

class BatchModel;
class DataTable;
class LinesList;
class PageHeader;
class PaneTabs;
class QuestionForm;
class Toast;
class TraceView;

/// Would this be allowed, and why? One row says the question, every edit answers at once: by the code that decides.
class SimulatorPanel final : public Panel {
    Q_OBJECT

public:
    explicit SimulatorPanel(Console& console, QWidget* parent = nullptr);
    ~SimulatorPanel() override;

    /// With the id of a recorded decision: asks the same again, with all that was known then.
    void activate(const QString& argument) override;
    void refresh() override;

    QuestionForm* form() const { return m_form; }
    TraceView* trace() const { return m_trace; }
    BatchModel* batch() const { return m_batch; }

private:
    QWidget* makeTabs();
    void connectParts();
    void setTexts();
    void askSoon();
    void ask();
    void askBatch();
    void askWhat();
    void askWho();
    void showTab(int tab);
    void takeFrom(const std::string& decision);
    void tryWay(const QString& expression, bool wanted);
    void copyCommand();
    void fillTestMenu();
    void saveAsTest(const std::string& policyId, const QString& policyName);
    void showBatchTexts();

    PageHeader* m_header;
    Toast* m_toast;
    QPushButton* m_copy;
    QPushButton* m_test;
    QuestionForm* m_form;
    QSplitter* m_splitter = nullptr;
    TraceView* m_trace = nullptr;
    PaneTabs* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_batchTitle = nullptr;
    BatchModel* m_batch;
    DataTable* m_table = nullptr;
    QLabel* m_batchFoot = nullptr;
    QLabel* m_whatTitle = nullptr;
    LinesList* m_what = nullptr;
    QLabel* m_whoTitle = nullptr;
    LinesList* m_who = nullptr;
    QTimer m_wait;
    std::optional<authorization::CheckAnswer> m_answer;
    bool m_hasBatch = false;
    int m_asked = 0; ///< the newest question; older answers are dropped
};

} // namespace sallyport::ui
