#pragma once

#include "ui/widgets/dialog_frame.h"

#include <QTimer>

#include <optional>
#include <string>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/protection/lists/address_rule.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class LinesList;
class SegmentedControl;

/// Takes a plain list of addresses, pasted or from a file: what would happen is said before anything does.
class ImportListDialog final : public DialogFrame {
    Q_OBJECT

public:
    ImportListDialog(Console& console, QWidget* parent);

    /// As if the operator had chosen it.
    void takeFile(const QString& path);

Q_SIGNALS:
    void imported(qint64 added);

private:
    void build();
    void setTexts();
    void chooseFile();
    void tryLater();
    void tryNow();
    void submit();
    void showTried();
    void updateState();
    std::string listText() const;
    protection::AddressImport question(bool tryOnly) const;

    Console& m_console;
    SegmentedControl* m_action;
    QPlainTextEdit* m_text;
    Field* m_textField;
    QPushButton* m_file;
    QLineEdit* m_reason;
    Field* m_reasonField;
    QComboBox* m_time;
    Field* m_timeField;
    QLabel* m_told;
    LinesList* m_wrong;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
    QTimer m_wait;
    int m_asked = 0;
    std::string m_fileText; ///< of a file; it isn't put into the field, which long texts make slow
    QString m_fileName;
    std::optional<protection::AddressImportResult> m_tried;
};

} // namespace sallyport::ui
