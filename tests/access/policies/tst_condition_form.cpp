#include "backend/access/policies/condition.h"
#include "backend/access/policies/condition_form.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <random>

namespace tst_condition_form {

using namespace sallyport::access::policies;

namespace {

using PartKind = ConditionPart::Kind;

ConditionPart part(PartKind kind, bool negated = false, std::vector<std::string> values = {})
{
    return {kind, negated, std::move(values)};
}

ConditionPart timed(int from, int until, std::uint8_t days, const char* zone = "Europe/Berlin", bool negated = false)
{
    ConditionPart made{PartKind::Time, negated};
    made.time = {from, until, days, zone};
    return made;
}

ConditionPart aged(int minutes, bool negated = false)
{
    ConditionPart made{PartKind::MfaAge, negated};
    made.minutes = minutes;
    return made;
}

constexpr std::uint8_t workdays = 0x3e; // Monday to Friday

} // namespace

class TestConditionForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndReadsTheSame_data()
    {
        QTest::addColumn<ConditionForm>("form");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, ConditionForm form, const char* text) {
            QTest::newRow(name) << std::move(form) << QByteArray(text);
        };
        row("always", {}, "true");
        row("owner", {part(PartKind::Owner)}, "resource.owner_id == subject.id");
        row("another's", {part(PartKind::Owner, true)}, "resource.owner_id != subject.id");
        row("own department", {part(PartKind::Department)}, "resource.department == subject.department");
        row("a department", {part(PartKind::Department, false, {"Radiology"})}, "resource.department == \"Radiology\"");
        row("none of two departments", {part(PartKind::Department, true, {"Radiology", "Bj\u00f6rn's \"ward\""})},
            "!(resource.department in [\"Radiology\", \"Bj\u00f6rn's \\\"ward\\\"\"])");
        row("classification", {part(PartKind::Classification, false, {"restricted"})},
            "resource.classification == \"restricted\"");
        row("no such role", {part(PartKind::Role, true, {"duty-physician"})}, "!(\"duty-physician\" in subject.roles)");
        row("one of two roles, and more", {part(PartKind::Role, false, {"editor", "admin"}), aged(15)},
            "(\"editor\" in subject.roles || \"admin\" in subject.roles)\n  && context.mfa_age > duration(\"15m\")");
        row("fresh second factor", {aged(90, true)}, "context.mfa_age < duration(\"90m\")");
        row("working hours", {timed(9 * 60, 17 * 60, workdays)},
            "now.getHours(\"Europe/Berlin\") >= 9 && now.getHours(\"Europe/Berlin\") < 17 && "
            "now.getDayOfWeek(\"Europe/Berlin\") in [1, 2, 3, 4, 5]");
        row("outside of them", {timed(9 * 60, 17 * 60, workdays, "Europe/Berlin", true)},
            "!(now.getHours(\"Europe/Berlin\") >= 9 && now.getHours(\"Europe/Berlin\") < 17 && "
            "now.getDayOfWeek(\"Europe/Berlin\") in [1, 2, 3, 4, 5])");
        row("half past seven", {timed(450, 1440, WeekTime::everyDay, "UTC")},
            "now.getHours(\"UTC\") * 60 + now.getMinutes(\"UTC\") >= 450");
        row("at night", {timed(22 * 60, 6 * 60, WeekTime::everyDay, "+05:30")},
            "(now.getHours(\"+05:30\") >= 22 || now.getHours(\"+05:30\") < 6)");
        row("weekend", {timed(0, 1440, 0x41)}, "now.getDayOfWeek(\"Europe/Berlin\") in [0, 6]");
        row("two times", {timed(480, 720, WeekTime::everyDay), timed(780, 1020, WeekTime::everyDay)},
            "(now.getHours(\"Europe/Berlin\") >= 8 && now.getHours(\"Europe/Berlin\") < 12)\n"
            "  && (now.getHours(\"Europe/Berlin\") >= 13 && now.getHours(\"Europe/Berlin\") < 17)");
        row("a network", {part(PartKind::Address, false, {"10.0.0.0/8"})}, "cidr(\"10.0.0.0/8\").containsIP(context.ip)");
        row("from elsewhere", {part(PartKind::Address, true, {"10.0.0.0/8"})}, "!cidr(\"10.0.0.0/8\").containsIP(context.ip)");
        row("two networks and the owner", {part(PartKind::Address, true, {"10.0.0.0/8", "2001:db8::/32"}), part(PartKind::Owner)},
            "!(cidr(\"10.0.0.0/8\").containsIP(context.ip) || cidr(\"2001:db8::/32\").containsIP(context.ip))\n"
            "  && resource.owner_id == subject.id");
    }
    void writesAndReadsTheSame()
    {
        QFETCH(ConditionForm, form);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(writeCondition(form)), text);
        const Condition compiled = readCondition(text.toStdString());
        QVERIFY2(compiled.program != nullptr, compiled.mistakes.empty() ? "" : compiled.mistakes.front().message.c_str());
        const auto read = readConditionForm(text.toStdString());
        QVERIFY(read);
        QVERIFY(*read == form);
    }

    void readsOtherSpellings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ConditionForm>("form");
        QTest::newRow("other way round") << QByteArray("subject.id==resource.owner_id") << ConditionForm{part(PartKind::Owner)};
        QTest::newRow("single quotes") << QByteArray("'editor' in subject.roles")
                                       << ConditionForm{part(PartKind::Role, false, {"editor"})};
        QTest::newRow("context.time, among others")
            << QByteArray(
                   "resource.owner_id == subject.id && context.time.getHours('UTC') >= 7 && context.time.getHours('UTC') < 19 "
                   "&& resource.department == subject.department")
            << ConditionForm{part(PartKind::Owner), timed(420, 1140, WeekTime::everyDay, "UTC"), part(PartKind::Department)};
        QTest::newRow("seconds") << QByteArray("context.mfa_age > duration('900s')") << ConditionForm{aged(15)};
        QTest::newRow("brackets") << QByteArray("((resource.department) != (subject.department))")
                                  << ConditionForm{part(PartKind::Department, true)};
    }
    void readsOtherSpellings()
    {
        QFETCH(QByteArray, text);
        QFETCH(ConditionForm, form);
        const auto read = readConditionForm(text.toStdString());
        QVERIFY(read);
        QVERIFY(*read == form);
    }

    void leavesTheRestAsText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* const text : {"",
                                       "false",
                                       "subject.mfa",
                                       "resource.owner_id == subject.id || subject.mfa",
                                       "resource.owner_id == subject.email",
                                       "resource.owner_id == subject.id // the owner",
                                       "resource.owner_id == subject.id &&",
                                       "'a' in subject.permissions",
                                       "context.mfa_age >= duration('15m')",
                                       "context.mfa_age > duration('90s')",
                                       "!(context.mfa_age > duration('15m'))",
                                       "now.getHours() >= 9",
                                       "now.getHours('Nowhere') >= 9",
                                       "now.getHours('UTC') >= 9 && now.getHours('UTC') < 9",
                                       "now.getHours('UTC') >= 9 && now.getHours('Europe/Berlin') < 17 || subject.mfa",
                                       "now.getHours('UTC') >= 24",
                                       "now.getHours('UTC') * 24 + now.getMinutes('UTC') >= 9",
                                       "now.getDayOfWeek('UTC') in [7]",
                                       "cidr('10.0.0.0').containsIP(context.ip)",
                                       "cidr('10.0.0.0/8').containsIP('10.0.0.1')",
                                       "resource.classification in []",
                                       "resource.department == \"\"",
                                       "true && true",
                                       "\xff"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray(100'000, '(');
    }
    void leavesTheRestAsText()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readConditionForm(text.toStdString()));
    }

    void incompletePartsAreLeftOut()
    {
        QVERIFY(!isComplete(part(PartKind::Role)));
        QVERIFY(!isComplete(part(PartKind::Address, false, {"10.0.0.0/8", "10.0.0"})));
        QVERIFY(!isComplete(timed(0, 1440, WeekTime::everyDay)));
        QVERIFY(!isComplete(timed(540, 1020, 0)));
        QVERIFY(!isComplete(timed(540, 540, workdays)));
        QVERIFY(!isComplete(timed(540, 1020, workdays, "Mars/Olympus")));
        QVERIFY(!isComplete(aged(0)));
        QCOMPARE(writeCondition({part(PartKind::Role), part(PartKind::Owner)}), std::string("resource.owner_id == subject.id"));
    }

    void anyFormIsReadBack()
    {
        std::mt19937 random(7); // NOLINT: the same forms each time
        const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
        for (int round = 0; round < 2000; ++round) {
            ConditionForm form;
            const int parts = 1 + pick(4);
            for (int at = 0; at < parts; ++at) {
                const bool negated = pick(2) == 0;
                switch (pick(6)) {
                case 0: form.push_back(part(PartKind::Owner, negated)); break;
                case 1:
                    form.push_back(part(PartKind::Department, negated, std::vector<std::string>(std::size_t(pick(3)), "A")));
                    break;
                case 2:
                    form.push_back(part(PartKind::Role, negated, std::vector<std::string>(std::size_t(1 + pick(3)), "r\n")));
                    break;
                case 3: form.push_back(aged(1 + pick(5000), negated)); break;
                case 4:
                    form.push_back(part(PartKind::Address, negated, std::vector<std::string>(std::size_t(1 + pick(3)), "::/0")));
                    break;
                default:
                    // Beside each other, what two times say in one comparison each could be one time.
                    form.push_back(timed(1 + pick(1438), 1 + pick(1439), std::uint8_t(1 + pick(126)), "Asia/Kolkata", negated));
                    break;
                }
                if (!isComplete(form.back()))
                    form.pop_back();
            }
            const std::string text = writeCondition(form);
            const auto read = readConditionForm(text);
            QVERIFY2(read && *read == form, text.c_str());
            QVERIFY2(readCondition(text).program != nullptr, text.c_str());
        }
    }
};

SALLYPORT_GUILESS_TEST(TestConditionForm)

} // namespace tst_condition_form
#include "tst_condition_form.moc"
