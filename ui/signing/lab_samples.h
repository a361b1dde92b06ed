#pragma once

#include "backend/identity/request_signature/samples.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sallyport::ui {

class SegmentedControl;

/// Programs that send the request with a right signature, to copy.
class LabSamples final : public QWidget
{
    Q_OBJECT

public:
    explicit LabSamples(QWidget* parent = nullptr);

    void setRequest(identity::SampleRequest request);
    QString text() const;

Q_SIGNALS:
    void copyRequested(const QString& text);

private:
    void setTexts();
    void showSample();

    identity::SampleRequest m_request;
    QLabel* m_caption;
    QLabel* m_hint;
    SegmentedControl* m_language;
    QPushButton* m_copy;
    QPlainTextEdit* m_sample;
};

} // namespace sallyport::ui
