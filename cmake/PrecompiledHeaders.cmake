# Reading the headers of the standard library and of Qt was most of what compiling a file took. They are read once for
# each kind of target. Every file still includes what it uses: -DSALLYPORT_PCH=OFF builds without, for that check.
option(SALLYPORT_PCH "Read the system's headers once for each kind of target" ON)

function(_sallyport_pch name)
  cmake_parse_arguments(ARG "" "" "LINKS;HEADERS;OPTIONS" ${ARGN})
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "" @ONLY)
  add_library(${name} OBJECT "${source}")
  target_link_libraries(${name} PRIVATE sallyport_settings ${ARG_LINKS})
  target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

set(standard <algorithm> <array> <atomic> <charconv> <chrono> <cstdint> <cstring> <deque> <filesystem> <functional> <map>
             <memory> <mutex> <optional> <set> <span> <string> <string_view> <thread> <unordered_map> <utility> <vector>)
# Tests are compiled without optimising: they take half the time, and what they test is optimised. What a debugger needs to
# know of them is a seventh of the rest and written in debug builds only. Qt Test gives every target other values for macros
# that we don't use; headers that are read once can't have them.
set(sallyport_test_options -O0 -U_FORTIFY_SOURCE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR -UQT_NETWORK_LIB
    $<$<NOT:$<CONFIG:Debug>>:-g0>)
if(SALLYPORT_FUZZ)
  set(SALLYPORT_PCH OFF)
endif()
if(SALLYPORT_PCH)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(sallyport_settings INTERFACE -fpch-preprocess) # for ccache
  endif()
  _sallyport_pch(pch_backend LINKS Boost::headers Boost::json HEADERS ${standard} <boost/json.hpp>)
  _sallyport_pch(pch_ui LINKS Qt6::Widgets HEADERS ${standard} <QtWidgets>)
  if(SALLYPORT_TESTS)
    _sallyport_pch(pch_tests LINKS Qt6::Test HEADERS ${standard} <QtTest> OPTIONS ${sallyport_test_options})
    _sallyport_pch(pch_ui_tests LINKS Qt6::Widgets Qt6::Test HEADERS ${standard} <QtWidgets> <QtTest>
                   OPTIONS ${sallyport_test_options})
  endif()
endif()

# sallyport_pch(TARGET backend|ui|tests|ui_tests)
function(sallyport_pch target kind)
  if(SALLYPORT_PCH)
    target_precompile_headers(${target} REUSE_FROM pch_${kind})
  endif()
endfunction()
