// The users panel's look from shared parts alone, with the people of the design picture.

#include "tests/ui/gallery/gallery.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct Person {
    const char* name;
    const char* department;
    const char* roles;
    const char* mfa;
    const char* state;
    const char* last;
};

constexpr Person people[] = {
    {"Amara Okafor", "Radiology", "Editor", "On", "Active", "4 min ago"},
    {"Anneke de Vries", "Finance", "Viewer", "On", "Active", "Today 09:12"},
    {"Björn Lindqvist", "Quality", "Editor, auditor", "On", "Active", "Today 13:40"},
    {"Camila Restrepo", "Cardiology", "Viewer", "On", "Active", "Today 13:57"},
    {"Chidi Nwosu", "Finance", "Viewer", "Off", "Disabled", "3 Sep 2026"},
    {"Dae-jung Park", "Cardiology", "Editor", "On", "Active", "Yesterday"},
    {"Elif Yıldız", "Radiology", "Editor, reports", "On", "Active", "Today 14:02"},
    {"Farid Rahmani", "Reception", "Viewer", "1 day left", "Active", "Today 08:31"},
    {"Giulia Moretti", "Reception", "Viewer", "On", "Active", "21 Nov 2026"},
    {"Hana Suzuki", "IT", "Admin", "On", "Active", "Today 11:05"},
    {"Ingrid Solheim", "IT", "Owner", "On", "Active", "Now"},
    {"Jonas Weber", "Radiology", "Editor", "1 day left", "Active", "Today 14:31"},
    {"Kavya Raghunathan", "Laboratory", "Viewer", "On", "Locked", "Today 14:19"},
    {"Leilani Kahale", "Pharmacy", "Viewer", "On", "Active", "19 Nov 2026"},
    {"Mateo Fernández", "Laboratory", "Editor", "On", "Active", "Today 10:48"},
    {"Mei Tanaka", "Pharmacy", "Viewer", "On", "Active", "Yesterday"},
    {"Nadia Benali", "Quality", "Auditor", "On", "Active", "Today 12:20"},
    {"Oluwaseun Adeyemi", "Cardiology", "Viewer", "On", "Invited", "Never"},
};

class PeopleModel final : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex&) const override { return 40; }
    int columnCount(const QModelIndex&) const override { return 7; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        static const char* heads[] = {"Name", "E-mail", "Department", "Roles", "MFA", "State", "Last sign-in"};
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
            return QString::fromUtf8(heads[section]);
        return {};
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const Person& p = people[index.row() % 18];
        const QString mfa = QString::fromUtf8(p.mfa);
        const QString state = QString::fromUtf8(p.state);
        if (role == Qt::DisplayRole)
            return text(p, index.column());
        if (index.column() == 0 && role == CellAvatarRole)
            return text(p, 0);
        if (index.column() == 0 && role == CellStrongRole)
            return true;
        if (index.column() == 4 && role == CellIconRole)
            return static_cast<int>(mfa == u"On"_s ? Icon::ShieldCheck : mfa == u"Off"_s ? Icon::ShieldOff : Icon::Warning);
        if (index.column() == 5 && role == CellIconRole)
            return static_cast<int>(state == u"Active"_s     ? Icon::CheckCircle
                                    : state == u"Locked"_s   ? Icon::Lock
                                    : state == u"Disabled"_s ? Icon::OffCircle
                                                             : Icon::Mail);
        if (role != CellToneRole)
            return {};
        if (index.column() == 1 || index.column() == 6 || (index.column() == 4 && mfa == u"Off"_s) ||
            (index.column() == 5 && state == u"Disabled"_s))
            return static_cast<int>(Tone::Muted);
        if (index.column() == 4 && mfa.contains(u"left"_s))
            return static_cast<int>(Tone::Warning);
        if (index.column() == 5 && state == u"Locked"_s)
            return static_cast<int>(Tone::Danger);
        if (index.column() == 5 && state == u"Invited"_s)
            return static_cast<int>(Tone::Info);
        return {};
    }

private:
    static QString text(const Person& p, int column)
    {
        const QString name = QString::fromUtf8(p.name);
        const QString cells[] = {name,
                                 QString(name).replace(u' ', u'.').toLower() + u"@northgate.example"_s,
                                 QString::fromUtf8(p.department),
                                 QString::fromUtf8(p.roles),
                                 QString::fromUtf8(p.mfa),
                                 QString::fromUtf8(p.state),
                                 QString::fromUtf8(p.last)};
        return cells[column];
    }
};

class EventLine final : public QWidget {
public:
    EventLine(Icon icon, Tone tone, const QString& what, const QString& when, QWidget* parent) : QWidget(parent)
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 4, 0, 4);
        row->setSpacing(8);
        row->addWidget(new IconLabel(icon, tone, 16, this));
        auto* text = new ElideLabel(TextStyle::Body, Tone::Normal, this);
        text->setText(what);
        row->addWidget(text, 1);
        auto* time = new ElideLabel(TextStyle::Small, Tone::Muted, this);
        time->setText(when);
        row->addWidget(time);
    }
};

void fillOverview(DetailsPane* pane, int page)
{
    PaneSection* facts = pane->addSection(page);
    auto* grid = new KeyValueGrid(facts);
    grid->addRow(u"roles"_s)->setText(u"Editor, reports"_s);
    grid->addLink(u"roles"_s, u"sample.change"_s)->setText(u"Change"_s);
    grid->addRow(u"department"_s)->setText(u"Radiology"_s);
    grid->addRow(u"mfa"_s)->setText(u"Authenticator app"_s);
    grid->addNote(u"codes"_s)->setText(u"8 of 10 recovery codes left"_s);
    grid->addRow(u"password"_s)->setText(u"Changed 41 days ago"_s);
    grid->addRow(u"last"_s)->setText(u"Today 14:02"_s);
    grid->addRow(u"added"_s)->setText(u"3 Feb 2025 by Ingrid Solheim"_s);
    const QStringList names{u"Roles"_s, u"Department"_s, u"MFA"_s, QString(), u"Password"_s, u"Last sign-in"_s, u"Added"_s};
    const QStringList ids{u"roles"_s, u"department"_s, u"mfa"_s, u"codes"_s, u"password"_s, u"last"_s, u"added"_s};
    for (qsizetype i = 0; i < ids.size(); ++i)
        grid->setRowName(ids.at(i), names.at(i));
    facts->setContent(grid);

    PaneSection* permissions = pane->addSection(page);
    permissions->setTitle(u"Permissions"_s);
    permissions->setCount(u"14"_s);
    permissions->addLink(u"sample.explain"_s)->setText(u"Explain"_s);
    auto* chips = new ChipList(permissions);
    QStringList texts{u"Read records"_s, u"Change records"_s, u"Upload files"_s, u"Export reports"_s};
    for (int i = 0; i < 10; ++i)
        texts << u"more"_s;
    chips->setTexts(texts, 5, [](int n) { return QString(QString::number(n) + u" more"_s); });
    permissions->setContent(chips);

    PaneSection* events = pane->addSection(page);
    events->setTitle(u"Recent events"_s);
    events->addLink(u"sample.all"_s)->setText(u"Show all"_s);
    events->setContent(new EventLine(Icon::SignIn, Tone::Muted, u"Signed in with MFA"_s, u"14:02"_s, events));
    events->setContent(new EventLine(Icon::Export, Tone::Muted, u"Exported “MFA coverage, October”"_s, u"11:26"_s, events));
    events->setContent(new EventLine(Icon::Warning, Tone::Warning, u"Wrong code, then accepted"_s, u"11:20"_s, events));
    events->setContent(new EventLine(Icon::Edit, Tone::Muted, u"Changed record “CT intake form”"_s, u"Mon"_s, events));
}

DetailsPane* makePane(QWidget* parent)
{
    auto* pane = new DetailsPane(u"sample.pane"_s, parent);
    pane->setFixedWidth(352);
    pane->avatar()->setName(u"Elif Yıldız"_s);
    pane->setTitle(u"Elif Yıldız"_s);
    pane->setSubtitle(u"elif.yildiz@northgate.example"_s);
    pane->pill()->setContent(Tone::Success, Icon::CheckCircle, u"Active"_s);
    pane->pill()->show();
    const int overview = pane->addPage(u"sample.overview"_s);
    fillOverview(pane, overview);
    const QStringList others{u"Sessions"_s, u"API keys"_s, u"Events"_s};
    pane->setPageTitle(overview, u"Overview"_s);
    for (const QString& title : others)
        pane->setPageTitle(pane->addPage(u"sample."_s + title), title);
    pane->tabs()->setTabCount(1, 2);
    pane->tabs()->setTabCount(2, 1);
    auto* edit = makeButton(ButtonKind::Secondary, u"sample.edit"_s, pane, Icon::Edit);
    edit->setText(u"Edit"_s);
    pane->addFooterAction(edit);
    auto* reset = makeButton(ButtonKind::Secondary, u"sample.reset"_s, pane);
    reset->setText(u"Reset MFA"_s);
    pane->addFooterAction(reset);
    auto* disable = makeButton(ButtonKind::Danger, u"sample.disable"_s, pane, Icon::OffCircle);
    disable->setText(u"Disable"_s);
    pane->addFooterDanger(disable);
    return pane;
}

QWidget* makeList(QWidget* parent)
{
    auto* bar = new FilterBar(u"sample.filter"_s, parent);
    bar->field()->setPlaceholderText(u"Filter users"_s);
    const QStringList chips{u"Any role"_s, u"Any state"_s, u"Any MFA"_s};
    for (const QString& text : chips)
        bar->addChip(u"sample.chip"_s)->setOptions({{0, text}});
    bar->addTool(makeIconButton(Icon::Columns, u"sample.columns"_s, bar));
    auto* table = new DataTable(u"sample.table"_s, parent);
    table->setModel(new PeopleModel(table));
    table->setColumns({{u"name"_s, 172, 0, 1},
                       {u"email"_s, 200, 9, 2},
                       {u"department"_s, 100, 4, 1},
                       {u"roles"_s, 104, 3, 1},
                       {u"mfa"_s, 92, 2, 1},
                       {u"state"_s, 92, 0, 1},
                       {u"last"_s, 88, 1, 1, true}});
    table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table->selectRow(6);
    auto* list = new QWidget(parent);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(table, 1);
    return list;
}

} // namespace

QWidget* makeUsersSample(QWidget* parent)
{
    auto* panel = new QWidget(parent);
    auto* header = new PageHeader(panel);
    header->setTitle(u"Users"_s);
    header->setCount(u"1,284"_s);
    auto* import = makeButton(ButtonKind::Secondary, u"sample.import"_s, header, Icon::Import);
    import->setText(u"Import"_s);
    auto* add = makeButton(ButtonKind::Primary, u"sample.add"_s, header, Icon::Plus);
    add->setText(u"Add user"_s);
    header->addAction(import);
    header->addAction(add);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeList(panel), 1);
    row->addWidget(makePane(panel));
    column->addLayout(row, 1);
    return panel;
}

} // namespace sallyport::ui
