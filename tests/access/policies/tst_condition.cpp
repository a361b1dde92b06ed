#include "backend/access/policies/attributes.h"
#include "backend/access/policies/condition.h"
#include "backend/access/policies/policy.h"
#include "backend/access/policies/policy_limits.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <fstream>
#include <sstream>

namespace tst_condition {

using namespace sallyport;
using namespace sallyport::access;
using namespace sallyport::access::policies;

class TestCondition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatGivesABool()
    {
        for (const char* const text :
             {"true", "subject.department == resource.department", "'admin' in subject.roles",
              "now.getHours('Europe/Berlin') >= 9 && context.time.getDayOfWeek() != 0",
              "cidr('10.0.0.0/8').containsIP(context.ip)", "context.mfa_age < duration('15m')",
              "has(resource.owner_id) && resource.owner_id == subject.id", "subject.attr.clearance >= 3 // more than most"}) {
            const Condition read = readCondition(text);
            QVERIFY2(read.program != nullptr, read.mistakes.empty() ? text : read.mistakes.front().message.c_str());
        }
    }

    void refusesBlankTexts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* const text : {"", "  ", "\n\t", "// always"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesBlankTexts()
    {
        QFETCH(const QString, text);
        const Condition read = readCondition(text.toStdString());
        QVERIFY(read.program == nullptr);
        QCOMPARE(read.mistakes.size(), 1U);
        QCOMPARE(read.mistakes[0].field, std::string("condition"));
        QVERIFY(read.mistakes[0].position.has_value());
    }

    void tellsPlaceAndNearestNameOfAMistake()
    {
        const Condition read = readCondition("true &&\n  \"\xC3\xA4\" == subject.departmnt");
        QVERIFY(read.program == nullptr);
        QCOMPARE(read.mistakes.size(), 1U);
        QCOMPARE(*read.mistakes[0].position, 17); // characters, not bytes
        QCOMPARE(read.mistakes[0].line, 2U);
        QCOMPARE(read.mistakes[0].column, 10U);
        QVERIFY(read.mistakes[0].message.find("'subject.department'") != std::string::npos);
    }

    void refusesBadTimesWhereTheyStand()
    {
        for (const char* const text : {"now < timestamp('')", "now < timestamp('2026-13-01T00:00:00Z')",
                                       "now.getHours('Europe/Nowhere') > 3", "now > timestamp()", "now - duration('') < now"}) {
            const Condition read = readCondition(text);
            QVERIFY2(read.program == nullptr, text);
            QVERIFY(read.mistakes[0].position.has_value());
        }
    }

    void refusesWhatFailsWhateverIsAsked_data()
    {
        QTest::addColumn<int>("position");
        const auto row = [](const char* text, int position) { QTest::newRow(text) << position; };
        row("1/0 == 1", 0);
        row("true || 5 % 0 == 1", 8);
        row("subject.roles.exists(r, r == ['a'][1])", 29);
        row("{'a': 1}['b'] == 1", 0);
        row("9223372036854775807 + 1 > 0", 0);
        row("int('x') == 1", 0);
        row("bool('perhaps')", 0);
        row("{'a': 1, 'a': 2} == {}", 0);
        row("cidr('10.0.0.0/8').containsIP('10.0.0.x')", 30);
        row("cidr(string(subject.attr.net)).containsIP('host')", 42);
        row("cidr('10.0.0.0/8').containsCIDR('10.0.0.0')", 32);
        row("'abc'.charAt(4) == ''", 0);
    }
    void refusesWhatFailsWhateverIsAsked()
    {
        QFETCH(const int, position);
        const Condition read = readCondition(QTest::currentDataTag());
        QVERIFY(read.program == nullptr);
        QCOMPARE(read.mistakes.size(), 1U);
        QCOMPARE(*read.mistakes[0].position, position);
        QVERIFY(readKeptCondition(QTest::currentDataTag()).program != nullptr); // of a vault that has it already
    }

    void refusesWhatGivesNoBoolAndWhatCostsTooMuch()
    {
        QVERIFY(readCondition("subject.department").program == nullptr);
        QVERIFY(readCondition("1 + 1").program == nullptr);
        const Condition dear =
            readCondition("subject.permissions.all(a, subject.permissions.all(b, subject.permissions.all(c, a == b "
                          "|| b == c)))");
        QVERIFY(dear.program == nullptr);
        QVERIFY(dear.mistakes[0].message.find("steps") != std::string::npos);
        QCOMPARE(readCondition(std::string(conditionBytes + 1, ' ')).mistakes[0].rule, std::string("maxLength"));
    }

    void asvs_8_1_2_theFunctionsAreDocumented()
    {
        std::ifstream file(std::string(SALLYPORT_DOCS) + "/access-model.md");
        std::stringstream text;
        text << file.rdbuf();
        const std::string page = text.str();
        for (const PermissionInfo& permission : permissions())
            if (isPolicyAction(permission.permission))
                QVERIFY2(page.find('`' + std::string(permission.word) + '`') != std::string::npos, permission.word.data());
    }

    void asvs_8_1_3_everyAttributeIsDocumented()
    {
        std::ifstream file(std::string(SALLYPORT_DOCS) + "/access-model.md");
        std::stringstream text;
        text << file.rdbuf();
        const std::string page = text.str();
        for (const AttributeInfo& row : attributes()) {
            const std::string line = "| `" + std::string(row.name) + "` | " + row.type.text() + " | " + std::string(row.meaning) +
                                     " | " + (row.absent.empty() ? "always set" : std::string(row.absent)) + " |\n";
            QVERIFY2(page.find(line) != std::string::npos, line.c_str());
        }
    }
};

SALLYPORT_GUILESS_TEST(TestCondition)

} // namespace tst_condition
#include "tst_condition.moc"
