#pragma once

#include <QWidget>

#include <vector>

#include "backend/protection/limits/rate_limits.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QVBoxLayout;

namespace sallyport::ui {

/// Who has numbers of their own in a rule: name, numbers, until when, and a link that takes them away.
class OverrideList final : public QWidget {
    Q_OBJECT

public:
    explicit OverrideList(const QString& objectName, QWidget* parent = nullptr);

    /// The first `shownMost`; `against`: why the operator may not take them away.
    void setOverrides(const std::vector<protection::RateOverride>& overrides, const QString& against);
    /// One muted sentence instead.
    void setNotice(const QString& text);

    static constexpr std::size_t shownMost = 50;

Q_SIGNALS:
    void removeRequested(const sallyport::protection::RateOverride& one);

private:
    void clear();
    QWidget* makeLine(const protection::RateOverride& one, int row, const QString& against);

    QVBoxLayout* m_column;
};

} // namespace sallyport::ui
