#pragma once

#include "backend/identity/signatures/samples.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sallyport::ui {

class SegmentedControl;

/// Programs that send the request with a right signature, to copy. One who has a secret chooses between the guide's headers and
/// RFC 9421; a key pair signs after RFC 9421 only, with its algorithm.
class LabSamples final : public QWidget {
    Q_OBJECT

public:
    explicit LabSamples(QWidget* parent = nullptr);

    /// `request.signature`: the algorithm of the key. HmacSha256 and Guide are of one key, and the choice stays what it was.
    void setRequest(identity::SampleRequest request);
    /// Shows RFC 9421 or the guide's headers where both are possible.
    void preferRfc9421(bool rfc9421);
    QString text() const;

Q_SIGNALS:
    void copyRequested(const QString& text);

private:
    void setTexts();
    void showSample();
    /// Of the key and of what was chosen.
    identity::SampleSignature signature() const;

    identity::SampleRequest m_request;
    QLabel* m_caption;
    QLabel* m_hint;
    SegmentedControl* m_form;
    SegmentedControl* m_language;
    QPushButton* m_copy;
    QPlainTextEdit* m_sample;
};

} // namespace sallyport::ui
