#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>
#include <string>

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QLabel;

namespace sallyport::ui {

class Banner;
class Console;
class LinesList;

/// Takes a document of policies in: what would become of each is said before anything does.
class ImportPoliciesDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `document` is what the file `name` holds.
    ImportPoliciesDialog(Console& console, std::string document, const QString& name, QWidget* parent);

Q_SIGNALS:
    void imported(qint64 added, qint64 changed);

private:
    void setTexts();
    void tryNow();
    void showTried();
    void updateState();
    void submit();
    authorization::PolicyImport question(bool dryRun) const;

    Console& m_console;
    const std::string m_document;
    const QString m_name;
    Banner* m_failure;
    QLabel* m_told;
    LinesList* m_lines;
    QCheckBox* m_publish;
    QLabel* m_publishHint;
    QPushButton* m_cancel;
    QPushButton* m_import;
    int m_asked = 0;
    std::optional<authorization::PolicyImportResult> m_tried;
};

} // namespace sallyport::ui
