#include "ui/access/access_panel.h"

#include "ui/access/access_actions.h"
#include "ui/access/access_model.h"
#include "ui/access/access_pane.h"
#include "ui/access/access_words.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/folders.h"
#include "ui/parts/role_choices.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <boost/json.hpp>

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using authorization::AccessReviewQuery;
using authorization::AccessReviewReport;
using authorization::HeldAccess;
using Show = AccessModel::Show;

namespace {

/// As identity::requireSignInFacts has it.
bool mayKnowUse(const Console& console)
{
    return console.may(Permission::EventsRead) || console.may(Permission::UsersUpdate);
}

} // namespace

AccessPanel::AccessPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new AccessModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this)),
      m_actions(new AccessActions(console, this, m_toast)), m_roles(new RoleChoices(console, this))
{
    setObjectName(u"access"_s);
    build();
    connectParts();
    refreshAfter({"user.", "role.", "key.", "service_account."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

AccessPanel::~AccessPanel() = default;

DataTable* AccessPanel::table() const
{
    return m_list->table();
}

void AccessPanel::build()
{
    m_list = new ListPanel({.name = u"access"_s,
                            .model = m_model,
                            .columns = AccessModel::columns(mayKnowUse(console())),
                            .icon = Icon::ShieldCheck,
                            .sortedColumn = AccessModel::Who,
                            .oneRow = true,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    auto* filter = m_list->filter();
    m_which = new SegmentedControl(u"access.which"_s, filter);
    for (const char* name : {"all", "keys", "unused", "ending"})
        m_which->addSegment(QLatin1StringView(name));
    filter->addWidget(m_which);
    m_role = filter->addChip(u"access.role"_s);
    m_permission = filter->addChip(u"access.permission"_s);
    m_export = makeIconButton(Icon::Export, u"access.export"_s, filter);
    filter->addTool(m_export);
    m_list->addColumnsButton(u"access.columns"_s);
    m_pane = new AccessPane(console(), this);
    m_list->setPane(u"access.splitter"_s, m_pane);
    const auto inset = [this](QWidget* what) {
        auto* box = new QWidget(this);
        auto* row = new QVBoxLayout(box);
        row->setContentsMargins(24, 8, 24, 8);
        row->addWidget(what);
        box->hide();
        return box;
    };
    m_note = new ElideLabel(TextStyle::Small, Tone::Muted, this);
    m_note->setObjectName(u"access.note"_s);
    m_note->setWraps(true);
    m_noteBox = inset(m_note);
    m_progress = new ProgressRow(u"access.progress"_s, this);
    m_progress->setCancelVisible(true);
    m_progressBox = inset(m_progress);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_noteBox);
    column->addWidget(m_progressBox);
    column->addWidget(m_list, 1);
}

void AccessPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &AccessModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] {
        m_which->setCurrent(0);
        m_role->setValue({});
        m_permission->setValue({});
        m_model->change([](AccessReviewQuery& query) { query.holder.clear(); });
    });
    connect(m_list, &ListPanel::shown, this, &AccessPanel::setEmptyTexts);
    connect(m_list, &ListPanel::menuWanted, this, &AccessPanel::fillMenu);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const HeldAccess* held = m_model->rowAt(row))
            openPane(*held);
    });
    connect(m_list, &ListPanel::removalRequested, this, [this] {
        if (const HeldAccess* held = m_model->rowAt(m_list->currentRow()))
            m_actions->revoke(*held);
    });
    connect(m_which, &SegmentedControl::currentChanged, this,
            [this](int index) { m_list->change([this, index] { m_model->show(static_cast<Show>(index)); }); });
    connect(m_role, &FilterChip::valueChanged, this, [this](const QVariant& value) {
        m_list->change([&] { m_model->change([&](AccessReviewQuery& query) { query.role = value.toString().toStdString(); }); });
    });
    connect(m_permission, &FilterChip::valueChanged, this, [this](const QVariant& value) {
        m_list->change([&] {
            m_model->change(
                [&](AccessReviewQuery& query) { query.permission = access::findPermission(value.toString().toStdString()); });
        });
        askWho();
    });
    connect(m_model, &AccessModel::answered, this, &AccessPanel::showNote);
    connect(m_roles, &RoleChoices::changed, this, &AccessPanel::setChips);
    connect(m_export, &QPushButton::clicked, this, &AccessPanel::chooseExport);
    connect(m_progress, &ProgressRow::cancelRequested, &m_work, &LongWork::cancel);
    connect(&m_work, &LongWork::advanced, this, [this] { m_progress->setProgress(m_work.share(), m_work.text()); });
    connect(m_actions, &AccessActions::changed, this, &AccessPanel::refresh);
    connect(m_pane, &AccessPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &AccessPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &AccessPane::revokeRequested, this, [this] { m_actions->revoke(m_pane->held()); });
    connect(m_pane, &AccessPane::holderRequested, this, [this] { showHolder(m_pane->held()); });
    connect(m_pane, &AccessPane::itemRequested, this, [this] { showItem(m_pane->held()); });
}

void AccessPanel::setTexts()
{
    m_header->setTitle(tr("Access review"));
    m_which->setAccessibleName(tr("Which access"));
    m_which->setSegmentText(0, tr("All"));
    m_which->setSegmentText(1, tr("Keys"));
    m_which->setSegmentText(2, tr("Unused"));
    m_which->setSegmentText(3, tr("Ending"));
    setChips();
    setIconButtonText(m_export, tr("Export this list"));
    allow(m_export, lacks(console(), Permission::EventsExport), true, tr("Export this list as CSV or PDF"));
    m_list->setTexts({.placeholder = tr("Filter access"),
                      .filter = tr("Filter access by person, role or key"),
                      .table = tr("Access"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading who has what"),
                      .safe = tr("Nothing is lost, and what everybody may do is as it was.")});
    showNote();
}

void AccessPanel::setChips()
{
    QList<FilterOption> roles{{QVariant(), tr("Any role")}};
    for (const RoleChoices::Choice& choice : m_roles->choices())
        roles.append({QString::fromStdString(choice.name), choice.title});
    m_role->setOptions(roles);
    QList<FilterOption> permissions{{QVariant(), tr("Any permission")}};
    for (const access::PermissionInfo& one : access::permissions())
        permissions.append(
            {QString::fromLatin1(one.word.data(), static_cast<qsizetype>(one.word.size())), permissionTitle(one.permission)});
    m_permission->setOptions(permissions);
}

void AccessPanel::setEmptyTexts()
{
    if (m_model->shown() == Show::Unused)
        m_list->empty()->setTexts(
            tr("Everything is used"),
            tr("Whoever has a role or key for %Ln days has been here in that time.", nullptr, AccessModel::unusedDays));
    else if (m_model->shown() == Show::Ending)
        m_list->empty()->setTexts(tr("Nothing ends soon"),
                                  tr("No role and no key ends within %Ln days.", nullptr, AccessModel::endingDays));
    else
        m_list->empty()->setTexts(tr("Nobody has that"),
                                  tr("No role and no key matches. Take one of the filters away to see more."));
}

void AccessPanel::fillMenu(QMenu* menu, int row)
{
    const HeldAccess* found = m_model->rowAt(row);
    if (!found)
        return;
    const HeldAccess held = *found;
    const bool key = held.kind == HeldAccess::Kind::Key;
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    put(tr("Everything that %1 has").arg(text(held.name)),
        [this, held] { activate(u"holder:%1"_s.arg(text(held.holder.text()))); });
    if (mayOpenPanel(console(), held.service ? u"service_accounts"_s : u"users"_s))
        put(held.service ? tr("Show account") : tr("Show user"), [this, held] { showHolder(held); });
    if (mayOpenPanel(console(), key ? u"keys"_s : u"roles"_s))
        put(key ? tr("Show key") : tr("Show role"), [this, held] { showItem(held); });
    menu->addSeparator();
    allow(put(tr("Revoke…"), [this, held] { m_actions->revoke(held); }), m_actions->against(held));
}

void AccessPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    if (const int which = m_which->indexOf(argument); which >= 0)
        return m_which->setCurrent(which);
    const QString what = argument.section(u':', 0, 0), value = argument.section(u':', 1);
    if (what == u"role")
        return m_role->setValue(value);
    if (what == u"permission")
        return m_permission->setValue(value);
    if (what == u"holder")
        m_list->change([&] { m_model->change([&](AccessReviewQuery& query) { query.holder = value.toStdString(); }); });
}

void AccessPanel::refresh()
{
    m_model->refresh();
    m_roles->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void AccessPanel::openPane(const HeldAccess& held)
{
    m_pane->setHeld(held, m_actions->against(held));
    m_list->openPane();
}

void AccessPanel::showHolder(const HeldAccess& held)
{
    Q_EMIT navigate(held.service ? u"service_accounts"_s : u"users"_s, text(held.holder.text()));
}

void AccessPanel::showItem(const HeldAccess& held)
{
    Q_EMIT navigate(held.kind == HeldAccess::Kind::Key ? u"keys"_s : u"roles"_s, text(held.item));
}

/// Who may do it in the end: not only roles, but policies too.
void AccessPanel::askWho()
{
    m_who.clear();
    showNote();
    const auto permission = m_model->query().permission;
    if (!permission || !console().may(Permission::PoliciesRead))
        return;
    console().run(
        this,
        [word = std::string(access::info(*permission).word)](Services& services, const access::Actor& actor) {
            return services.accessChecks.who(actor, {{"action", word}});
        },
        [this, permission](const Result<authorization::WhoMay>& who) {
            if (!who || m_model->query().permission != permission)
                return;
            m_who = tr("After roles and policies %1 of %2 active users may do this without an object being named.")
                        .arg(QLocale().toString(static_cast<qlonglong>(who->total)),
                             QLocale().toString(static_cast<qlonglong>(who->asked)));
            showNote();
        });
}

void AccessPanel::showNote()
{
    QStringList notes;
    if (!m_who.isEmpty())
        notes << m_who;
    if (!m_model->withKeys())
        notes << tr("API keys aren’t in this list: your role doesn’t show them.");
    if (!m_model->withAccounts())
        notes << tr("Service accounts aren’t in this list: your role doesn’t show them.");
    m_note->setText(notes.join(u' '));
    m_noteBox->setVisible(!notes.isEmpty());
}

void AccessPanel::chooseExport()
{
    auto* dialog = new QFileDialog(window(), tr("Export the access review"));
    dialog->setObjectName(u"access.export_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(documentsFolder());
    const QString marked = tr("CSV files for Excel, with a byte order mark (*.csv)");
    dialog->setNameFilters({tr("PDF files (*.pdf)"), tr("CSV files (*.csv)"), marked});
    dialog->selectFile(u"access-review.pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, marked](const QString& file) { exportTo(file, dialog->selectedNameFilter() == marked); });
    dialog->open();
}

void AccessPanel::exportTo(const QString& file, bool byteOrderMark)
{
    if (m_work.isRunning())
        return;
    AccessReviewReport report;
    report.query = m_model->query();
    report.query.limit = 1;
    report.query.offset = 0;
    report.format =
        file.endsWith(u".pdf"_s, Qt::CaseInsensitive) ? AccessReviewReport::Format::Pdf : AccessReviewReport::Format::Csv;
    report.byteOrderMark = byteOrderMark && report.format == AccessReviewReport::Format::Csv;
    report.language = QLocale().name().toStdString();
    const auto progress = m_work.begin();
    m_progress->setProgress(0, tr("Exporting…"));
    m_progressBox->show();
    enableOr(m_export, waitReason());
    console().run(
        this,
        [report, path = std::filesystem::path(file.toStdString()), progress](Services& services, const access::Actor& actor,
                                                                             const CancelFlag& locking) {
            return services.accessReview.exportToFile(actor, report, path, progress(locking));
        },
        [this, name = QFileInfo(file).fileName()](const Result<authorization::AccessReviewWritten>& written) {
            m_work.end();
            m_progressBox->hide();
            allow(m_export, lacks(console(), Permission::EventsExport), true, tr("Export this list as CSV or PDF"));
            if (written)
                m_toast->say(Tone::Success, tr("%Ln rows are in %1", nullptr, static_cast<int>(written->rows)).arg(name));
            else if (written.error().code == ErrorCode::Cancelled)
                m_toast->say(Tone::Info, tr("The export was stopped"));
            else
                m_toast->say(Tone::Danger, errorLine(written.error()));
        });
}

} // namespace sallyport::ui
