#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/files.h"

class QMimeData;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class Console;
class PaneSection;
class TransferRow;

/// The files of a record: which, how large, and what can be done to them. New ones are chosen or dropped; they go one after the
/// other, also when another record is shown meanwhile.
class FilesPart final : public QWidget {
    Q_OBJECT

public:
    FilesPart(Console& console, PaneSection* section);

    /// Another record, or the same as it is now: reads its files.
    void setRecord(const records::RecordId& id);
    void upload(const QStringList& paths);
    void download(const records::StoredFile& file, const QString& path);
    /// The files of a drag that may be uploaded here; none if the operator may not.
    QStringList uploadable(const QMimeData* dragged) const;

Q_SIGNALS:
    /// To be said: something is done, or went wrong.
    void done(const QString& what);
    void failed(const sallyport::Error& error, const QString& name);

private:
    void setTexts();
    void load();
    void showFiles();
    QWidget* makeRow(const records::StoredFile& file, int number);
    void openMenu(QPushButton* anchor, const records::StoredFile& file);
    void chooseUpload();
    void chooseDownload(const records::StoredFile& file);
    void askRemoval(const records::StoredFile& file);
    void addTransfer(TransferRow* row);
    void startNext();

    Console& m_console;
    PaneSection* m_section;
    QPushButton* m_upload;
    QVBoxLayout* m_files;
    QVBoxLayout* m_transfers;
    class QLabel* m_notice;
    std::optional<records::RecordId> m_id;
    records::FilePage m_page;
    std::optional<Error> m_error;
    std::vector<TransferRow*> m_rows; ///< on their way, waiting and refused
};

} // namespace sallyport::ui
