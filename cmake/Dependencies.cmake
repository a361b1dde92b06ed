# Everything that is not ours. installer/dependencies.sh installs it; the README says why each.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network PrintSupport Svg DBus LinguistTools)
if(SALLYPORT_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()

# The system's table of time zones; std::chrono has it from GCC 14 on.
find_package(date REQUIRED)

pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher>=3.46)
pkg_check_modules(ARGON2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(XCB REQUIRED IMPORTED_TARGET xcb) # Caps Lock on X11

pkg_check_modules(QRCODEGENCPP REQUIRED IMPORTED_TARGET qrcodegencpp)

pkg_check_modules(IDN2 REQUIRED IMPORTED_TARGET libidn2)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo) # rich text
pkg_check_modules(MAXMINDDB REQUIRED IMPORTED_TARGET libmaxminddb) # where addresses are
pkg_check_modules(LIBMAGIC REQUIRED IMPORTED_TARGET libmagic)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl>=7.85) # mail

# libunistring ships neither.
find_library(UNISTRING_LIBRARY unistring REQUIRED)
find_path(UNISTRING_INCLUDE_DIR unicase.h REQUIRED)
add_library(unistring INTERFACE)
target_link_libraries(unistring INTERFACE "${UNISTRING_LIBRARY}")
target_include_directories(unistring SYSTEM INTERFACE "${UNISTRING_INCLUDE_DIR}")

# zxcvbn ships neither a CMake package nor a pkg-config file.
find_library(ZXCVBN_LIBRARY zxcvbn REQUIRED)
find_path(ZXCVBN_INCLUDE_DIR zxcvbn.h PATH_SUFFIXES zxcvbn REQUIRED)
add_library(zxcvbn INTERFACE)
target_link_libraries(zxcvbn INTERFACE "${ZXCVBN_LIBRARY}")
target_include_directories(zxcvbn SYSTEM INTERFACE "${ZXCVBN_INCLUDE_DIR}")
