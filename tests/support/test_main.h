#pragma once

#include <QTest>

#include <string_view>

class QCoreApplication;
class QApplication;

/// Several test classes in one program, each under its file's name: `program tst_users [arguments of Qt Test]`.
///
/// In place of QTEST_APPLESS_MAIN, QTEST_GUILESS_MAIN and QTEST_MAIN a file says SALLYPORT_TEST(Class),
/// SALLYPORT_GUILESS_TEST(Class) or SALLYPORT_GUI_TEST(Class). All of it stands in a namespace with the file's name, because
/// files are compiled together.
namespace sallyport::test {

/// Says once, before main(), that the class of this file can be run.
class Registration {
public:
    using Run = int (*)(int argc, char** argv);
    Registration(std::string_view file, Run run);
};

template <typename Test>
int runWithoutApplication(int argc, char** argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template <typename Test, typename Application>
int runWithApplication(int argc, char** argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    return runWithoutApplication<Test>(argc, argv);
}

} // namespace sallyport::test

#define SALLYPORT_TEST(Class)                                                                                                    \
    static const sallyport::test::Registration registered(__FILE__, &sallyport::test::runWithoutApplication<Class>);
#define SALLYPORT_GUILESS_TEST(Class)                                                                                            \
    static const sallyport::test::Registration registered(__FILE__,                                                              \
                                                          &sallyport::test::runWithApplication<Class, QCoreApplication>);
#define SALLYPORT_GUI_TEST(Class)                                                                                                \
    static const sallyport::test::Registration registered(__FILE__, &sallyport::test::runWithApplication<Class, QApplication>);
