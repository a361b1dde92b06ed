#pragma once

#include "backend/identity/signed_requests/signature_lab.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QPlainTextEdit;
class QPushButton;
class QLabel;

namespace sallyport::ui {

class Banner;

/// What the lab found: the verdict, each check, and the text that the server signs, line by line beside the client's.
class LabResult final : public QWidget {
    Q_OBJECT

public:
    explicit LabResult(QWidget* parent = nullptr);

    void setReport(const identity::LabReport& report);
    const std::optional<identity::LabReport>& report() const { return m_report; }
    Banner* verdict() const { return m_verdict; }

Q_SIGNALS:
    void copyRequested(const QString& text);

private:
    void setTexts();
    void showVerdict();
    void showChecks();
    void showLines();

    std::optional<identity::LabReport> m_report;
    Banner* m_verdict;
    QWidget* m_checks = nullptr;
    QLabel* m_caption;
    QPushButton* m_copy;
    QPlainTextEdit* m_canonical;
    QLabel* m_linesCaption;
    QWidget* m_lines = nullptr;
};

} // namespace sallyport::ui
