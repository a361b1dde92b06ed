#pragma once

#include <QPlainTextEdit>

namespace sallyport::ui {

/// Text with the numbers of its lines at the left, written from left to right in any language: code, a request.
class NumberedEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NumberedEditor(const QString& objectName, QWidget* parent = nullptr);

    /// The strip with the numbers, beside the text.
    QWidget* numbers() const { return m_numbers; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    /// True if something is wrong in this line, which its number says by its colour; the first one is 1.
    virtual bool isWrong(int line) const;

private:
    class Strip;
    void paintNumbers(QPaintEvent* event);

    QWidget* m_numbers;
};

} // namespace sallyport::ui
