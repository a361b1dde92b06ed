#pragma once

#include <QLineEdit>

#include <optional>
#include <string>

namespace sallyport::ui {

/// A kind of event or a family of kinds, by name: what is typed is looked for in names and words, and what is chosen below the
/// field stands in it as `Sign-in failed · auth.login_failed`.
class KindField final : public QLineEdit {
    Q_OBJECT

public:
    explicit KindField(const QString& objectName, QWidget* parent = nullptr);

    void setKind(const std::string& word);
    /// `auth.login_failed`, `auth.*`; nothing while what was typed is none.
    std::optional<std::string> kind() const;
    void retranslate();

    /// `Sign-in failed · auth.login_failed`.
    static QString shownAs(const std::string& word);

Q_SIGNALS:
    /// kind() may be another one.
    void kindChanged();
};

} // namespace sallyport::ui
