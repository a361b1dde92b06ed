#include "tests/ui/gallery/gallery.h"
#include "ui/charts/bar_list.h"
#include "ui/charts/column_chart.h"
#include "ui/charts/sparkline.h"
#include "ui/look/surface.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QWidget* makeButtonsRow(ButtonSize size, bool enabled)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    const std::pair<ButtonKind, const char*> kinds[] = {{ButtonKind::Primary, "Add user"}, {ButtonKind::Secondary, "Import"},
                                                        {ButtonKind::Danger, "Disable"},   {ButtonKind::DangerFilled, "Disable"},
                                                        {ButtonKind::Ghost, "History"},    {ButtonKind::Link, "Show all"}};
    for (const auto& [kind, text] : kinds) {
        auto* button = makeButton(kind, u"sheet.button"_s, box, kind == ButtonKind::Link ? Icon::None : Icon::Plus, size);
        button->setText(QString::fromLatin1(text));
        button->setEnabled(enabled);
        row->addWidget(button);
    }
    row->addStretch(1);
    return box;
}

QWidget* makeInputs()
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(16);
    auto* plain = new QLineEdit(u"Elif Yıldız"_s);
    auto* plainField = new Field(plain);
    plainField->setLabel(u"Name"_s);
    plainField->setHint(u"As it stands on the badge"_s);
    auto* wrong = new QLineEdit(u"elif"_s);
    auto* wrongField = new Field(wrong);
    wrongField->setLabel(u"E-mail address"_s);
    wrongField->setError(u"Enter an e-mail address like name@northgate.example"_s);
    auto* password = new PasswordField(u"sheet.password"_s);
    password->setText(u"correct horse"_s);
    auto* passwordField = new Field(password);
    passwordField->setLabel(u"Password"_s);
    passwordField->setWarning(u"Caps Lock is on"_s);
    auto* combo = new QComboBox;
    combo->addItems({u"Any time"_s, u"Working hours"_s});
    auto* comboField = new Field(combo);
    comboField->setLabel(u"Time"_s);
    auto* spin = new QSpinBox;
    spin->setRange(1, 65535);
    spin->setValue(8443);
    auto* spinField = new Field(spin);
    spinField->setLabel(u"Port"_s);
    auto* disabled = new QLineEdit(u"Disabled"_s);
    disabled->setEnabled(false);
    auto* disabledField = new Field(disabled);
    disabledField->setLabel(u"Disabled"_s);
    grid->addWidget(plainField, 0, 0);
    grid->addWidget(wrongField, 0, 1);
    grid->addWidget(passwordField, 1, 0);
    grid->addWidget(comboField, 1, 1);
    grid->addWidget(spinField, 2, 0);
    grid->addWidget(disabledField, 2, 1);
    return box;
}

QWidget* makeMarks()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    const std::tuple<Tone, Icon, const char*> pills[] = {{Tone::Muted, Icon::None, "Draft v5"},
                                                         {Tone::Success, Icon::CheckCircle, "Active"},
                                                         {Tone::Warning, Icon::Warning, "Unusual"},
                                                         {Tone::Danger, Icon::Cross, "403 Refused"},
                                                         {Tone::Info, Icon::Mail, "Invited"}};
    for (const auto& [tone, icon, text] : pills) {
        auto* pill = new Pill(box);
        pill->setContent(tone, icon, QString::fromLatin1(text));
        row->addWidget(pill);
    }
    row->addWidget(new Chip(u"Read records"_s, Tone::Normal, box));
    auto* chip = new Chip(u"Change records"_s, Tone::Normal, box);
    chip->setRemovable(true);
    row->addWidget(chip);
    row->addWidget(new Keycap(QKeySequence(u"Ctrl+K"_s), box));
    auto* avatar = new Avatar(24, box);
    avatar->setName(u"Elif Yıldız"_s);
    row->addWidget(avatar);
    auto* check = new QCheckBox(u"Stored"_s);
    check->setChecked(true);
    row->addWidget(check);
    row->addWidget(new QCheckBox(u"Not stored"_s));
    auto* radio = new QRadioButton(u"Light"_s);
    radio->setChecked(true);
    row->addWidget(radio);
    row->addWidget(new QRadioButton(u"Dark"_s));
    row->addStretch(1);
    return box;
}

QWidget* makeMessages()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* pinned = new Banner(u"sheet.pinned"_s, box);
    pinned->setTone(Tone::Success, Icon::Key);
    pinned->setPinned(true);
    pinned->setTitle(u"“CI deploy, staging” is ready. Copy its key now: it is shown only once."_s);
    pinned->setText(u"Only its fingerprint is kept here."_s);
    column->addWidget(pinned);
    auto* error = new ErrorState(u"sheet.error"_s, box);
    Error reason(ErrorCode::DatabaseDamaged, "page 12 does not authenticate");
    error->setError(reason);
    column->addWidget(error);
    auto* progress = new ProgressRow(u"sheet.progress"_s, box);
    progress->setProgress(0.62, u"62 %, about 40 s left"_s);
    column->addWidget(progress);
    auto* meter = new StrengthMeter(u"sheet.meter"_s, box);
    meter->setScore(3);
    column->addWidget(meter);
    auto* digits = new DigitField(u"sheet.digits"_s, box);
    digits->setText(u"417"_s);
    column->addWidget(digits);
    auto* ranges = new SegmentedControl(u"sheet.range"_s, box);
    ranges->setSegmentText(ranges->addSegment(u"hour"_s), u"1 hour"_s);
    ranges->setSegmentText(ranges->addSegment(u"day"_s), u"24 hours"_s);
    ranges->setSegmentText(ranges->addSegment(u"week"_s), u"7 days"_s);
    column->addWidget(ranges);
    return box;
}

QWidget* makeStates()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto* empty = new EmptyState(u"sheet.empty"_s, box);
    empty->setIcon(Icon::Bot);
    empty->setTexts(
        u"No service accounts yet"_s,
        u"A service account lets a program use the API under its own name, so that nobody shares a personal password."_s);
    empty->setSteps({{u"Add an account"_s, u"Name it after the program: “Lab gateway”"_s},
                     {u"Give it a role"_s, u"As little as it needs; the simulator shows what it can do"_s},
                     {u"Create a key"_s, u"Shown once, ends by itself after 90 days"_s}});
    auto* add = makeButton(ButtonKind::Primary, u"sheet.add"_s, empty, Icon::Plus);
    add->setText(u"Add service account"_s);
    empty->addAction(add);
    auto* import = makeButton(ButtonKind::Secondary, u"sheet.import"_s, empty, Icon::Import);
    import->setText(u"Import"_s);
    empty->addAction(import);
    column->addWidget(empty, 1);
    auto* loading = new LoadingState(u"sheet.loading"_s, box);
    loading->setText(u"Loading 2,410 events"_s);
    loading->setCancelVisible(true);
    loading->setDelay(std::chrono::milliseconds(0));
    loading->setFixedHeight(180);
    column->addWidget(loading);
    return box;
}

} // namespace

QWidget* makePartsSheet()
{
    auto* sheet = new Surface(Token::Surface);
    auto* columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(24, 24, 24, 24);
    columns->setSpacing(32);
    auto* left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(makeButtonsRow(ButtonSize::Normal, true));
    left->addWidget(makeButtonsRow(ButtonSize::Normal, false));
    left->addWidget(makeButtonsRow(ButtonSize::Tool, true));
    left->addWidget(makeMarks());
    left->addWidget(makeInputs());
    left->addWidget(makeMessages());
    left->addStretch(1);
    columns->addLayout(left, 3);
    columns->addWidget(makeStates(), 2);
    return sheet;
}

QWidget* makeChartsSheet()
{
    auto* sheet = new Surface(Token::Surface);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 16, 16, 16);
    auto* legend = new ChartLegend(u"sheet.legend"_s, sheet);
    legend->setEntries({{u"Answered"_s, Token::ChartNormal, u"139,764"_s},
                        {u"Refused"_s, Token::ChartRefused, u"362"_s},
                        {u"Blocked"_s, Token::ChartBlocked, u"1,560"_s}});
    column->addWidget(legend);
    auto* chart = new ColumnChart(u"sheet.chart"_s, sheet);
    chart->setSeries(
        {{u"Answered"_s, Token::ChartNormal}, {u"Refused"_s, Token::ChartRefused}, {u"Blocked"_s, Token::ChartBlocked}});
    QList<ChartColumn> columns;
    for (int i = 0; i < 60; ++i)
        columns.append(
            {u"13:%1"_s.arg(i), {39 + 4 * std::sin(i / 6.0), i % 17 == 3 ? 1.0 : 0.0, i > 47 && i < 54 ? 54.0 - i : 0.0}});
    chart->setColumns(columns);
    chart->setAxisLabels({{0, u"13:33"_s}, {15, u"13:48"_s}, {30, u"14:03"_s}, {45, u"14:18"_s}, {59, u"14:32"_s}});
    chart->setAnnotation(48, Icon::Ban, u"203.0.113.47"_s, u"banned, 14:21"_s);
    chart->setFixedHeight(252);
    column->addWidget(chart);
    auto* row = new QHBoxLayout;
    auto* bars = new BarList(u"sheet.bars"_s, sheet);
    bars->setEntries({{u"Block list"_s, 1846, Token::ChartBlocked},
                      {u"Authentication"_s, 402, Token::ChartRefused},
                      {u"Rate limit"_s, 318, Token::ChartRefused},
                      {u"Detection"_s, 96, Token::ChartBlocked},
                      {u"Schema"_s, 58, Token::ChartRefused},
                      {u"Permission"_s, 41, Token::ChartRefused},
                      {u"Policies"_s, 12, Token::ChartRefused}});
    row->addWidget(bars);
    auto* spark = new Sparkline(u"sheet.spark"_s, sheet);
    spark->setValues({2, 4, 3, 5, 4, 6, 5, 8, 7});
    row->addWidget(spark);
    auto* meter = new MeterBar(u"sheet.mfa"_s, sheet);
    meter->setShare(0.87);
    meter->setFixedWidth(76);
    row->addWidget(meter);
    column->addLayout(row);
    column->addStretch(1);
    return sheet;
}

QWidget* makeIconsSheet()
{
    auto* sheet = new Surface(Token::Surface);
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(24, 24, 24, 24);
    for (int i = 1; i <= iconCount(); ++i) {
        const auto which = static_cast<Icon>(i);
        auto* box = new QVBoxLayout;
        auto* row = new QHBoxLayout;
        row->addWidget(new IconLabel(which, Tone::Normal, 16, sheet));
        row->addWidget(new IconLabel(which, Tone::Normal, 40, sheet));
        box->addLayout(row);
        box->addWidget(makeLabel(QString(iconName(which)), TextStyle::Caption, Tone::Muted, sheet), 0, Qt::AlignHCenter);
        grid->addLayout(box, (i - 1) / 12, (i - 1) % 12);
    }
    return sheet;
}

} // namespace sallyport::ui
