#include "ui/bans/bans_panel.h"

#include "ui/bans/ban_pane.h"
#include "ui/bans/bans_model.h"
#include "ui/bans/bans_several_pane.h"
#include "ui/bans/import_list_dialog.h"
#include "ui/console/local_file.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/parts/address_actions.h"
#include "ui/parts/folders.h"
#include "ui/parts/step_column.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/user_text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::AddressAction;
using protection::AddressExport;
using protection::AddressRule;
using Show = BansModel::Show;

namespace {

/// On a worker: a file that only its user can read, in place only when it is complete.
Result<void> writeRules(Services& services, const access::Actor& actor, const QString& path, AddressExport format)
{
    SALLYPORT_ASSIGN(const std::string rules, services.addressRules.exportRules(actor, format));
    QSaveFile file(path);
    if (!isFileOrFree(path) || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(rules.data(), static_cast<qint64>(rules.size())) != static_cast<qint64>(rules.size()) || !file.commit())
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    return {};
}

} // namespace

BansPanel::BansPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new BansModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this)),
      m_actions(new AddressActions(console, this, m_toast))
{
    setObjectName(u"bans"_s);
    build();
    connectParts();
    refreshAfter({"address.banned", "address.rule"});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
    countBans();
}

BansPanel::~BansPanel() = default;

DataTable* BansPanel::table() const
{
    return m_list->table();
}

void BansPanel::build()
{
    m_list = new ListPanel({.name = u"bans"_s,
                            .model = m_model,
                            .columns = BansModel::columns(),
                            .icon = Icon::Ban,
                            .sortedColumn = -1,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    table()->setItemDelegateForColumn(BansModel::Step, new StepColumn(table()));
    auto* filter = m_list->filter();
    m_which = new SegmentedControl(u"bans.which"_s, filter);
    for (const char* name : {"all", "banned", "blocked", "allowed"})
        m_which->addSegment(QLatin1StringView(name));
    filter->addWidget(m_which);
    m_list->addColumnsButton(u"bans.columns"_s);
    m_pane = new BanPane(console(), *m_actions, this);
    m_several = new BansSeveralPane(*m_actions, this);
    m_list->setPane(u"bans.splitter"_s, m_pane, m_several);
    m_import = makeButton(ButtonKind::Secondary, u"bans.import"_s, this, Icon::Import);
    m_export = makeButton(ButtonKind::Secondary, u"bans.export"_s, this, Icon::Export);
    m_add = makeButton(ButtonKind::Primary, u"bans.add"_s, this, Icon::Ban);
    setButtonOpensMenu(m_export, true);
    m_header->addAction(m_import);
    m_header->addAction(m_export);
    m_header->addAction(m_add);
    m_list->setAdd(m_add, Icon::Ban);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void BansPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &BansModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] { m_which->setCurrent(0); });
    connect(m_list, &ListPanel::shown, this, &BansPanel::showState);
    connect(m_list, &ListPanel::menuWanted, this, &BansPanel::fillMenu);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const AddressRule* rule = m_model->rowAt(row))
            openPane(*rule);
    });
    connect(m_list, &ListPanel::severalSelected, this,
            [this] { m_several->setRules(selectedRules(), table()->selectedRows().size()); });
    connect(m_list, &ListPanel::removalRequested, this, &BansPanel::removeSelected);
    connect(m_which, &SegmentedControl::currentChanged, this,
            [this](int index) { m_list->change([this, index] { m_model->show(static_cast<Show>(index)); }); });
    connect(m_actions, &AddressActions::changed, this, &BansPanel::refresh);
    connect(m_actions, &AddressActions::added, this, [this](const AddressRule& rule) { m_list->reveal(text(rule.id.text())); });
    connect(m_pane, &BanPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &BanPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &BanPane::editRequested, this, [this] { m_actions->edit(m_pane->rule()); });
    connect(m_pane, &BanPane::removeRequested, this, [this] { m_actions->remove({m_pane->rule()}); });
    connect(m_pane, &BanPane::eventsRequested, this,
            [this] { Q_EMIT navigate(u"events"_s, filterTerm(u"address"_s, text(m_pane->rule().address))); });
    connect(m_several, &BansSeveralPane::removeRequested, this, &BansPanel::removeSelected);
    connect(m_several, &BansSeveralPane::clearRequested, table(), &QAbstractItemView::clearSelection);
    connect(m_import, &QPushButton::clicked, this, &BansPanel::openImport);
    connect(m_export, &QPushButton::clicked, this, &BansPanel::openExportMenu);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_actions->add({}, m_which->current() == static_cast<int>(Show::Allowed) ? AddressAction::Allow : AddressAction::Block);
    });
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            m_add->click();
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        const auto rules = selectedRules();
        if (rules.size() == 1 && m_actions->againstBan().isEmpty())
            m_actions->edit(rules.front());
    });
}

void BansPanel::setTexts()
{
    m_header->setTitle(tr("Bans"));
    m_which->setAccessibleName(tr("Which rules"));
    m_which->setSegmentText(0, tr("All"));
    m_which->setSegmentText(1, tr("Banned"));
    m_which->setSegmentText(2, tr("Blocked"));
    m_which->setSegmentText(3, tr("Allowed"));
    m_import->setText(tr("Import"));
    m_export->setText(tr("Export"));
    m_add->setText(tr("Add address"));
    allow(m_import, lacks(console(), Permission::BansCreate), true, tr("Import a plain list of addresses"));
    allow(m_add, lacks(console(), Permission::BansCreate), true, tr("Ban or allow an address or a range (Ctrl+N)"));
    m_list->setTexts({.placeholder = tr("Filter bans"),
                      .filter = tr("Filter by address, reason or who made the rule; an address finds what holds for it"),
                      .table = tr("Bans"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading bans"),
                      .safe = tr("Who is banned stays banned: the server doesn’t need this list.")});
}

void BansPanel::showState()
{
    if (m_model->isFiltered())
        m_list->empty()->setTexts(tr("No rule matches"), tr("Nothing on the lists has this text or is of this kind."));
    else
        m_list->empty()->setTexts(tr("Nobody is banned"),
                                  tr("Addresses whose score gets too high stand here, and what you block or allow by hand."));
    allow(m_export, {}, m_model->hasAnswer(), tr("Export what is in force"));
}

void BansPanel::fillMenu(QMenu* menu, int row)
{
    const AddressRule* found = m_model->rowAt(row);
    if (!found)
        return;
    const AddressRule rule = *found;
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    const bool allowing = rule.action == AddressAction::Allow;
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Open events"), [this, rule] { Q_EMIT navigate(u"events"_s, filterTerm(u"address"_s, text(rule.address))); });
    allow(put(tr("Edit…"), [this, rule] { m_actions->edit(rule); }),
          allowing ? m_actions->againstAllow() : m_actions->againstBan());
    menu->addSeparator();
    const bool several = table()->selectedRows().size() > 1;
    allow(put(several    ? tr("Remove…")
              : allowing ? tr("Remove")
                         : tr("Unban"),
              [this] { removeSelected(); }),
          m_actions->againstRemove(rule));
}

void BansPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    if (const int which = m_which->indexOf(argument); which >= 0)
        return m_which->setCurrent(which);
    if (argument.startsWith(u"new:"))
        return m_actions->add(argument.section(u':', 1), AddressAction::Block);
    console().run(
        this,
        [id = protection::AddressRuleId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.addressRules.read(actor, id);
        },
        [this](const Result<AddressRule>& rule) {
            if (!rule)
                return;
            openPane(*rule);
            m_list->reveal(text(rule->id.text()));
        });
}

void BansPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
    countBans();
}

void BansPanel::openPane(const AddressRule& rule)
{
    m_pane->setRule(rule);
    m_list->openPane();
}

std::vector<AddressRule> BansPanel::selectedRules() const
{
    std::vector<AddressRule> rules;
    for (const int row : table()->selectedRows())
        if (const auto* rule = m_model->rowAt(row))
            rules.push_back(*rule);
    return rules;
}

void BansPanel::removeSelected()
{
    // All of a long list are more than are loaded: the service finds them.
    if (table()->selectedRows().size() == m_model->rowCount() && m_model->rowCount() > 1)
        return removeFound();
    m_actions->remove(selectedRules());
}

void BansPanel::removeFound()
{
    if (!lacks(console(), Permission::BansDelete).isEmpty())
        return;
    Confirmation words;
    words.title = tr("Remove all %Ln rules of this list?", nullptr, m_model->rowCount());
    words.text = tr("What they keep out may come again, and what they let in is treated as everybody else, from the next request "
                    "on. It cannot be undone.");
    words.verb = tr("Remove all");
    words.danger = true;
    const auto query = m_model->query();
    askConfirmation(this, u"remove_found"_s, words, [this, query] {
        console().run(
            this,
            [query](Services& services, const access::Actor& actor) { return services.addressRules.removeFound(actor, query); },
            [this](const Result<std::int64_t>& removed) {
                if (removed)
                    m_toast->say(Tone::Success, tr("%Ln rules removed", nullptr, static_cast<int>(*removed)));
                else
                    m_toast->say(Tone::Danger, errorLine(removed.error()));
                refresh();
            });
    });
}

void BansPanel::openImport()
{
    auto* dialog = new ImportListDialog(console(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportListDialog::imported, this, [this](qint64 added) {
        m_toast->say(Tone::Success, tr("%Ln rules added", nullptr, static_cast<int>(added)));
        refresh();
    });
    dialog->open();
}

void BansPanel::openExportMenu()
{
    auto* menu = new QMenu(m_export);
    menu->setObjectName(u"bans.export.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto put = [&](const QString& words, AddressExport format) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, format] { chooseExport(format); });
    };
    put(tr("Plain list…"), AddressExport::Plain);
    put(tr("Set for nftables…"), AddressExport::Nftables);
    put(tr("Decisions for CrowdSec…"), AddressExport::CrowdSec);
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height() + 4)));
}

void BansPanel::chooseExport(AddressExport format)
{
    auto* dialog = new QFileDialog(window(), tr("Export bans"));
    dialog->setObjectName(u"bans.export_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(documentsFolder());
    dialog->selectFile(format == AddressExport::Plain      ? u"bans.txt"_s
                       : format == AddressExport::Nftables ? u"bans.nft"_s
                                                           : u"bans.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& file) { exportTo(file, format); });
    dialog->open();
}

void BansPanel::exportTo(const QString& file, AddressExport format)
{
    console().run(
        this,
        [file, format](Services& services, const access::Actor& actor) { return writeRules(services, actor, file, format); },
        [this, name = QFileInfo(file).fileName()](const Result<void>& written) {
            if (written)
                m_toast->say(Tone::Success, tr("What is in force is in %1").arg(name));
            else
                m_toast->say(Tone::Danger, errorLine(written.error()));
        });
}

/// For the navigation: whom the lists keep out, whatever is shown here.
void BansPanel::countBans()
{
    console().run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<std::int64_t> {
            protection::AddressRuleQuery query;
            query.action = AddressAction::Block;
            query.limit = 1;
            SALLYPORT_ASSIGN(const protection::AddressRulePage page, services.addressRules.list(actor, query));
            return page.total;
        },
        [this](const Result<std::int64_t>& total) {
            if (total)
                Q_EMIT countChanged(static_cast<int>(*total));
        });
}

} // namespace sallyport::ui
