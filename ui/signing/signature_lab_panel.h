#pragma once

#include "ui/console/panel.h"

class QPlainTextEdit;
class QPushButton;

namespace sallyport::identity {
struct LabReport;
}

namespace sallyport::ui {

class ErrorState;
class Field;
class LabResult;
class LabSamples;
class PageHeader;
class Toast;

/// Why was a signed request refused? Paste it, see each check and where the texts differ, copy a program that signs it right.
/// What is pasted goes to the services of this vault only and is not kept.
class SignatureLabPanel final : public Panel {
    Q_OBJECT

public:
    explicit SignatureLabPanel(Console& console, QWidget* parent = nullptr);
    ~SignatureLabPanel() override;

    void activate(const QString& argument) override;
    void explain();
    LabResult* result() const { return m_result; }
    LabSamples* samples() const { return m_samples; }

Q_SIGNALS:
    void explained();

private:
    QWidget* makeInput();
    void setTexts();
    void showState();
    void updateSamples(const identity::LabReport& report);
    void copy(const QString& text);

    PageHeader* m_header;
    QPlainTextEdit* m_request;
    QPlainTextEdit* m_clientText;
    Field* m_requestField = nullptr;
    Field* m_clientField = nullptr;
    QPushButton* m_explain;
    LabResult* m_result;
    LabSamples* m_samples;
    ErrorState* m_error;
    Toast* m_toast;
    QString m_keyPrefix;
};

} // namespace sallyport::ui
