# How every target is compiled: language, warnings, hardening, sanitizers.
# Only targets that link `sallyport_settings` (all of ours, through Modules.cmake) get these.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
include(CheckPIESupported)
check_pie_supported()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # What ccache must be told before it keeps anything that was compiled with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE_PROGRAM}")
endif()

add_library(sallyport_settings INTERFACE)
target_include_directories(sallyport_settings INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")

target_compile_options(sallyport_settings INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
  -Woverloaded-virtual -Wformat=2 -Werror=format-security -Wimplicit-fallthrough
  -Wno-error=deprecated-declarations
  # GCC 12 sees null pointers in libstdc++'s and Asio's inlined code once it optimises.
  $<$<CONFIG:Debug>:-Wnull-dereference>
  # Clang before 16 (the fuzzers' on Debian 12) wants another flag before it takes this one.
  $<$<NOT:$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,16>>>:-ftrivial-auto-var-init=zero>
  -fstack-protector-strong -fcf-protection)
target_compile_definitions(sallyport_settings INTERFACE
  _GLIBCXX_ASSERTIONS OPENSSL_NO_DEPRECATED BOOST_ASIO_NO_DEPRECATED
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER)
target_link_options(sallyport_settings INTERFACE
  -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed)

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND NOT SALLYPORT_FUZZ)
  target_link_options(sallyport_settings INTERFACE -fuse-ld=mold)
endif()

if(SALLYPORT_SANITIZE)
  target_compile_options(sallyport_settings INTERFACE -fsanitize=${SALLYPORT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(sallyport_settings INTERFACE -fsanitize=${SALLYPORT_SANITIZE})
elseif(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_compile_options(sallyport_settings INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
endif()
if(SALLYPORT_FUZZ)
  target_compile_options(sallyport_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
