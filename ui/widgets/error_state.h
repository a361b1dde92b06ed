#pragma once

#include "backend/base/error.h"

#include <QMargins>
#include <QWidget>

class QPushButton;

namespace sallyport::ui {

class Banner;
class ElideLabel;

/// An error in the place of what could not be shown: what, why, what is safe, an action; under it the code and a
/// link that copies the details.
class ErrorState final : public QWidget {
    Q_OBJECT

public:
    /// `inset` is between its edges and what it shows, `left` being the leading one.
    explicit ErrorState(const QString& objectName, QWidget* parent = nullptr, const QMargins& inset = {24, 16, 16, 16});

    /// Shows the error's own words. `safe` says what is not affected (`Nothing is lost.`).
    void setError(const Error& error, const QString& safe = {});
    /// Shows other words for it.
    void setTexts(const QString& what, const QString& why);
    void addAction(QPushButton* button);

Q_SIGNALS:
    void retryRequested();
    /// The operator wants the details on the clipboard.
    void copyRequested(const QString& details);

private:
    Banner* m_banner;
    QPushButton* m_retry;
    QPushButton* m_copy;
    ElideLabel* m_code;
    Error m_error;
};

} // namespace sallyport::ui
