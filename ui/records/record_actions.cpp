#include "ui/records/record_actions.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/records/record_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::Record;
using records::RecordId;

namespace {

/// What came of removing several.
struct Removal {
    std::vector<RecordId> done;
    std::string failedTitle;
    std::optional<Error> firstError;
};

} // namespace

RecordActions::RecordActions(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast)
{
}

void RecordActions::say(const Error& error, const QString& name)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (error.word == "record_damaged")
        return m_toast->say(Tone::Danger, tr("A sensitive value of %1 was changed or moved in the database. None is shown; "
                                             "“sallyportd doctor” names all such records.")
                                              .arg(name));
    m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(error)));
}

void RecordActions::openDialog(std::optional<Record> record)
{
    auto* dialog = new RecordDialog(m_console, std::move(record), m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecordDialog::saved, this, &RecordActions::saved);
    dialog->open();
}

void RecordActions::add()
{
    openDialog(std::nullopt);
}

void RecordActions::edit(const Record& record)
{
    m_console.run(
        this, [id = record.id](Services& services, const access::Actor& actor) { return services.records.read(actor, id); },
        [this, title = text(record.title)](const Result<Record>& read) {
            if (read)
                return openDialog(*read);
            say(read.error(), title);
            Q_EMIT changed();
        });
}

void RecordActions::remove(const std::vector<Record>& records)
{
    if (records.empty() || !m_console.may(Permission::RecordsDelete))
        return;
    const auto count = static_cast<int>(records.size());
    const QString title =
        count == 1 ? tr("Delete %1?").arg(text(records.front().title)) : tr("Delete %Ln records?", nullptr, count);
    const QString words = count == 1 ? tr("Its text, its sensitive values, its files and its comments are overwritten; it cannot "
                                          "be undone. The events keep that it was there.")
                                     : tr("Their texts, sensitive values, files and comments are overwritten; it cannot be "
                                          "undone. The events keep that they were there.");
    askConfirmation(m_panel, u"delete_record"_s, {title, words, tr("Delete"), true}, [this, records] { startRemoving(records); });
}

void RecordActions::startRemoving(const std::vector<Record>& records)
{
    m_console.run(
        this,
        [records](Services& services, const access::Actor& actor, const CancelFlag& locking) -> Result<Removal> {
            Removal removal;
            for (const Record& record : records) {
                if (locking)
                    break;
                const Result<void> removed = services.records.remove(actor, record.id);
                if (removed)
                    removal.done.push_back(record.id);
                else if (!removal.firstError) {
                    removal.firstError = removed.error();
                    removal.failedTitle = record.title;
                }
            }
            return removal;
        },
        [this, title = text(records.front().title)](const Result<Removal>& removal) {
            if (!removal)
                say(removal.error(), title);
            else if (removal->firstError)
                say(*removal->firstError, text(removal->failedTitle));
            else
                m_toast->say(Tone::Success, removal->done.size() == 1
                                                ? tr("%1 deleted").arg(title)
                                                : tr("%Ln records deleted", nullptr, static_cast<int>(removal->done.size())));
            if (removal && !removal->done.empty())
                Q_EMIT removed(removal->done);
            Q_EMIT changed();
        });
}

void RecordActions::fillMenu(QMenu* menu, const std::vector<Record>& records)
{
    if (records.empty())
        return;
    const auto put = [&](const QString& words, Permission permission, auto then) {
        auto* action = menu->addAction(words);
        allow(action, lacks(m_console, permission));
        connect(action, &QAction::triggered, this, then);
    };
    const auto count = static_cast<int>(records.size());
    if (count > 1)
        return put(tr("Delete %Ln records…", nullptr, count), Permission::RecordsDelete, [this, records] { remove(records); });
    const Record record = records.front();
    put(tr("Edit…"), Permission::RecordsUpdate, [this, record] { edit(record); });
    menu->addSeparator();
    if (mayOpenPanel(m_console, u"events"_s))
        connect(menu->addAction(tr("Show events")), &QAction::triggered, this,
                [this, record] { Q_EMIT eventsRequested(record.id); });
    connect(menu->addAction(tr("Copy ID")), &QAction::triggered, this,
            [id = text(record.id.text())] { QGuiApplication::clipboard()->setText(id); });
    menu->addSeparator();
    put(tr("Delete…"), Permission::RecordsDelete, [this, record] { remove({record}); });
}

} // namespace sallyport::ui
