#pragma once

#include "backend/base/error.h"

#include <QStackedWidget>

namespace sallyport::ui {

class EmptyState;
class ErrorState;
class LoadingState;

/// A region that shows its content, or that it is loading, empty or in error, each in its place.
class StateStack final : public QStackedWidget {
    Q_OBJECT

public:
    /// The states are named after the region (`users.list` has `users.list.empty`).
    explicit StateStack(const QString& objectName, QWidget* content, QWidget* parent = nullptr);

    EmptyState* empty() const { return m_empty; }
    ErrorState* error() const { return m_error; }
    LoadingState* loading() const { return m_loading; }

    void showContent();
    void showLoading();
    void showEmpty();
    void showError(const Error& error, const QString& safe = {});

private:
    QWidget* m_content;
    LoadingState* m_loading;
    EmptyState* m_empty;
    ErrorState* m_error;
};

} // namespace sallyport::ui
