#include "ui/access_policies/policy_files.h"

#include "backend/authorization/policies.h"
#include "ui/access_policies/import_policies_dialog.h"
#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/console/permit.h"
#include "ui/parts/folders.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

/// On a worker. NotFound, PayloadTooLarge.
Result<std::string> readDocument(const QString& path)
{
    constexpr auto most = static_cast<qint64>(authorization::policyDocumentBytes);
    QFile file;
    if (!openLocalFile(file, path, QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, "The file cannot be read.");
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return makeError(ErrorCode::PayloadTooLarge, "A document of policies has at most 8 MiB.");
    return bytes.toStdString();
}

/// On a worker: a file that only its user can read, in place only when it is complete.
Result<void> writeDocument(Services& services, const access::Actor& actor, const QString& path)
{
    SALLYPORT_ASSIGN(const std::string document, services.policies.exportDocument(actor, {}));
    QSaveFile file(path);
    const auto size = static_cast<qint64>(document.size());
    if (!isFileOrFree(path) || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(document.data(), size) != size ||
        !file.commit())
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    return {};
}

} // namespace

PolicyFiles::PolicyFiles(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast)
{
}

void PolicyFiles::fill(QMenu* menu)
{
    QAction* import = menu->addAction(tr("Import policies…"));
    import->setObjectName(u"policies.import"_s);
    const QString create = lacks(m_console, Permission::PoliciesCreate);
    allow(import, create.isEmpty() ? lacks(m_console, Permission::PoliciesUpdate) : create);
    connect(import, &QAction::triggered, this, &PolicyFiles::chooseImport);
    QAction* all = menu->addAction(tr("Export policies…"));
    all->setObjectName(u"policies.export"_s);
    connect(all, &QAction::triggered, this, &PolicyFiles::chooseExport);
}

void PolicyFiles::chooseImport()
{
    auto* dialog = new QFileDialog(m_panel->window(), tr("Import policies"));
    dialog->setObjectName(u"policies.import_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Documents of policies (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PolicyFiles::importFrom);
    dialog->open();
}

void PolicyFiles::importFrom(const QString& file)
{
    m_console.runAside(
        this, [file] { return readDocument(file); },
        [this, name = QFileInfo(file).fileName()](Result<std::string> document) {
            if (!document)
                return m_toast->say(Tone::Danger, errorLine(document.error()));
            auto* dialog = new ImportPoliciesDialog(m_console, std::move(*document), name, m_panel);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &ImportPoliciesDialog::imported, this, [this](qint64 added, qint64 changed) {
                m_toast->say(Tone::Success, tr("%Ln policies were imported", nullptr, static_cast<int>(added + changed)));
                Q_EMIT this->changed();
            });
            dialog->open();
        });
}

void PolicyFiles::chooseExport()
{
    auto* dialog = new QFileDialog(m_panel->window(), tr("Export policies"));
    dialog->setObjectName(u"policies.export_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(documentsFolder());
    dialog->setNameFilters({tr("Documents of policies (*.json)")});
    dialog->selectFile(u"sallyport-policies.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PolicyFiles::exportTo);
    dialog->open();
}

void PolicyFiles::exportTo(const QString& file)
{
    m_console.run(
        this, [file](Services& services, const access::Actor& actor) { return writeDocument(services, actor, file); },
        [this, name = QFileInfo(file).fileName()](const Result<void>& written) {
            if (written)
                m_toast->say(Tone::Success, tr("All policies are in %1").arg(name));
            else
                m_toast->say(Tone::Danger, errorLine(written.error()));
        });
}

} // namespace sallyport::ui
