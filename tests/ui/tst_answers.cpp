#include "tests/support/test_main.h"
#include "ui/console/answers.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

namespace tst_answers {

using namespace sallyport::ui;

namespace {

/// Remembers on which thread the last copy of it died.
class Canary {
public:
    explicit Canary(std::atomic<Qt::HANDLE>& diedOn)
        : m_life(new int(0), [&diedOn](const int* life) {
              diedOn = QThread::currentThreadId();
              delete life;
          })
    {
    }

private:
    std::shared_ptr<int> m_life;
};

/// Does it on another thread and waits for that.
template <typename F>
void aside(F work)
{
    std::thread(std::move(work)).join();
}

class TestAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_diedOn = nullptr; }

    void answer_comesOnThisThread_notBeforeItsLoop()
    {
        Answers answers;
        std::optional<int> got;
        Qt::HANDLE on = nullptr;
        const auto slip = answers.expect<int>(this, [&](int value) {
            got = value;
            on = QThread::currentThreadId();
        });
        QCOMPARE(answers.waiting(), std::size_t(1));
        aside([slip] { slip.answer(7); });
        QVERIFY(!got);
        QCoreApplication::processEvents();
        QCOMPARE(got, std::optional(7));
        QCOMPARE(on, QThread::currentThreadId());
        QCOMPARE(answers.waiting(), std::size_t(0));
    }

    void answers_comeInTheOrderInWhichTheyWereGiven()
    {
        Answers answers;
        std::vector<int> got;
        const auto take = [&](int value) { got.push_back(value); };
        const auto first = answers.expect<int>(this, take), second = answers.expect<int>(this, take);
        aside([=] {
            second.answer(2);
            first.answer(1);
        });
        QCoreApplication::processEvents();
        QCOMPARE(got, (std::vector{2, 1}));
    }

    void answer_thatCannotBeCopied_isMoved()
    {
        Answers answers;
        int got = 0;
        const auto slip = answers.expect<std::unique_ptr<int>>(
            this, [&, kept = std::make_unique<int>(1)](std::unique_ptr<int> value) { got = *value + *kept; });
        aside([slip] { slip.answer(std::make_unique<int>(41)); });
        QCoreApplication::processEvents();
        QCOMPARE(got, 42);
    }

    void answer_askerIsGone_isDroppedHere()
    {
        Answers answers;
        auto asker = std::make_unique<QObject>();
        bool called = false;
        std::atomic<Qt::HANDLE> valueDiedOn = nullptr;
        const auto slip = answers.expect<Canary>(asker.get(), [&, canary = Canary(m_diedOn)](const Canary&) { called = true; });
        asker.reset();
        aside([&] { slip.answer(Canary(valueDiedOn)); });
        QCOMPARE(answers.waiting(), std::size_t(1));
        QVERIFY(!m_diedOn);
        QCoreApplication::processEvents();
        QCOMPARE(answers.waiting(), std::size_t(0));
        QVERIFY(!called);
        QCOMPARE(m_diedOn.load(), QThread::currentThreadId());
        QCOMPARE(valueDiedOn.load(), QThread::currentThreadId());
    }

    void answer_askerGoesWhileItIsUnderWay_isDropped()
    {
        Answers answers;
        auto asker = std::make_unique<QObject>();
        bool called = false;
        const auto slip = answers.expect<int>(asker.get(), [&](int) { called = true; });
        aside([slip] { slip.answer(1); });
        asker.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void answer_fromNobody_isDropped()
    {
        Answers answers;
        bool called = false;
        const auto slip = answers.expect<int>(nullptr, [&](int) { called = true; });
        aside([slip] { slip.answer(1); });
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QCOMPARE(answers.waiting(), std::size_t(0));
    }

    void close_whatWaits_diesHere_andLateAnswersWhereTheyWereMade()
    {
        Answers answers;
        const auto slip = answers.expect<Canary>(this, [canary = Canary(m_diedOn)](const Canary&) { QFAIL("closed"); });
        answers.close();
        QCOMPARE(m_diedOn.load(), QThread::currentThreadId());
        QCOMPARE(answers.waiting(), std::size_t(0));
        std::atomic<Qt::HANDLE> valueDiedOn = nullptr;
        Qt::HANDLE worker = nullptr;
        aside([&] {
            worker = QThread::currentThreadId();
            slip.answer(Canary(valueDiedOn));
        });
        QCOMPARE(valueDiedOn.load(), worker);
        QCoreApplication::processEvents();
    }

    void close_answersUnderWay_dieHere()
    {
        auto answers = std::make_unique<Answers>();
        const auto slip = answers->expect<Canary>(this, [](const Canary&) { QFAIL("closed"); });
        std::atomic<Qt::HANDLE> valueDiedOn = nullptr;
        aside([&] { slip.answer(Canary(valueDiedOn)); });
        QVERIFY(!valueDiedOn);
        answers.reset();
        QCOMPARE(valueDiedOn.load(), QThread::currentThreadId());
        QCoreApplication::processEvents();
    }

    void expect_afterClose_isForgottenAtOnce()
    {
        Answers answers;
        answers.close();
        const auto slip = answers.expect<int>(this, [canary = Canary(m_diedOn)](int) { QFAIL("closed"); });
        QCOMPARE(m_diedOn.load(), QThread::currentThreadId());
        slip.answer(1);
        QCoreApplication::processEvents();
    }

    void done_destroysTheCarrier_isTheLastThing()
    {
        auto* answers = new Answers;
        bool second = false;
        const auto one = answers->expect<int>(this, [&, canary = Canary(m_diedOn)](int) { delete answers; });
        const auto two = answers->expect<int>(this, [&](int) { second = true; });
        aside([=] {
            one.answer(1);
            two.answer(2);
        });
        QCoreApplication::processEvents();
        QVERIFY(!second);
        QCOMPARE(m_diedOn.load(), QThread::currentThreadId());
    }

    void bell_ringsAsOftenAsItIsRung_untilItIsClosed()
    {
        Answers answers;
        int rung = 0;
        const auto bell = answers.bell([&] { ++rung; });
        QCOMPARE(answers.waiting(), std::size_t(0));
        aside([bell] {
            bell.ring();
            bell.ring();
        });
        QCOMPARE(rung, 0);
        QCoreApplication::processEvents();
        QCOMPARE(rung, 2);
        bell.ring();
        answers.close();
        bell.ring();
        QCoreApplication::processEvents();
        QCOMPARE(rung, 2);
    }

    /// For the sanitizers: answers, askers that go and the carrier that goes, all at once.
    void everything_atTheSameTime()
    {
        constexpr int rounds = 200, each = 4;
        for (int round = 0; round < rounds; ++round) {
            auto answers = std::make_unique<Answers>();
            std::vector<std::unique_ptr<QObject>> askers;
            std::vector<std::thread> workers;
            std::atomic<bool> go = false;
            int called = 0;
            for (int at = 0; at < each; ++at) {
                askers.push_back(std::make_unique<QObject>());
                const auto slip =
                    answers->expect<std::string>(askers.back().get(), [&, asker = askers.back().get()](const std::string& value) {
                        asker->setObjectName(QString::fromStdString(value));
                        ++called;
                    });
                workers.emplace_back([&go, slip] {
                    while (!go)
                        std::this_thread::yield();
                    slip.answer("an answer that is longer than a small string");
                });
            }
            go = true;
            askers.front().reset();
            QCoreApplication::processEvents();
            askers.back().reset();
            QCoreApplication::processEvents();
            if (round % 2 == 0)
                answers.reset();
            for (auto& worker : workers)
                worker.join();
            QCoreApplication::processEvents();
            QVERIFY(called <= each - 1);
            if (answers) {
                QVERIFY(called >= each - 2);
                QCOMPARE(answers->waiting(), std::size_t(0));
            }
        }
    }

private:
    std::atomic<Qt::HANDLE> m_diedOn = nullptr;
};

} // namespace

SALLYPORT_GUILESS_TEST(TestAnswers)

} // namespace tst_answers
#include "tst_answers.moc"
