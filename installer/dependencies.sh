#!/usr/bin/env bash
# Installs what Sallyport needs to build and run (and, with --tests, to test) from the system's own package sources.
# Debian 12 and 13; Ubuntu is not tried. Asks for rights only when something is missing; says what it installs.
#
#   installer/dependencies.sh            what building and running needs
#   installer/dependencies.sh --tests    the test tools too
#   installer/dependencies.sh --list     prints what is missing, installs nothing
set -euo pipefail

with_tests=no
list_only=no
for argument in "$@"; do
    case "$argument" in
        --tests) with_tests=yes ;;
        --list) list_only=yes ;;
        *) echo "usage: $0 [--tests] [--list]" >&2; exit 2 ;;
    esac
done

command -v apt-get >/dev/null || {
    echo "This script knows Debian and its kin. On another system install the packages of README.md's table by hand." >&2
    exit 1
}

# An entry is a package, or alternatives `a|b` of which the first that the system knows is taken: names differ a little
# between releases.
build_packages=(
    build-essential cmake ninja-build pkg-config mold
    'libboost1.81-dev|libboost-dev' 'libboost-json1.81-dev|libboost-json-dev'
    libssl-dev libsqlcipher-dev libargon2-dev libqrcodegencpp-dev libzxcvbn-dev libpng-dev libre2-dev libcrypt-dev libhowardhinnant-date-dev tzdata
    libunistring-dev libidn2-dev libgumbo-dev libmagic-dev libarchive-dev libmaxminddb-dev libcurl4-openssl-dev
    qt6-base-dev qt6-base-dev-tools 'qt6-svg-dev|libqt6svg6-dev' qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libgl1-mesa-dev libxkbcommon-dev libxcb1-dev
    'qt6-svg-plugins|libqt6svg6' qt6-qpa-plugins libxcb-cursor0
    fonts-inter fonts-jetbrains-mono fonts-noto-core fonts-noto-cjk
)
test_packages=(
    curl openssl python3 'sqlcipher' poppler-utils oathtool zbar-tools imagemagick testssl.sh procps
    xvfb xauth dbus dbus-x11 at-spi2-core python3-pyatspi libqt6test6 wrk nginx-light bsdextrautils faketime rsyslog rsyslog-openssl
    'clang-format-14|clang-format' 'clang-tidy-14|clang-tidy'
)

# One question to dpkg for all packages, so that a second run costs nothing to speak of.
declare -A is_installed
read_installed() {
    is_installed=()
    local status package
    while read -r status package; do
        if [ "$status" = ii ]; then is_installed[${package%%:*}]=1; fi # no `&&`: it would be the function's last word
    done <<<"$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n')"
}
installed() { [ -n "${is_installed[$1]:-}" ]; }

# The version that apt would install, or nothing. `apt-cache show` can't be asked: on Debian 13 it says yes, with nothing
# below, to a name that only other packages mention. apt translates its answers, hence the locale.
candidate() {
    local version
    version=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" {print $2; exit}') || true
    [ "$version" = "(none)" ] || printf '%s' "$version"
}
known() { [ -n "$(candidate "$1")" ]; }

# Sets `chosen` (no subshell: the table of installed packages is asked many times).
choose() {
    local alternative
    local -a alternatives
    IFS='|' read -ra alternatives <<<"$1"
    if [ "${#alternatives[@]}" -eq 1 ]; then chosen=$1; return; fi
    for alternative in "${alternatives[@]}"; do
        if installed "$alternative"; then chosen=$alternative; return; fi
    done
    for alternative in "${alternatives[@]}"; do
        if known "$alternative"; then chosen=$alternative; return; fi
    done
    chosen=${alternatives[0]}
}

# SQLCipher must be 4.6 or newer; its packages carry the version of the SQLite inside or their own.
sqlcipher_is_old() {
    local version
    version=$(dpkg-query -W -f='${Version}' libsqlcipher-dev 2>/dev/null) || return 0
    dpkg --compare-versions "$version" lt 4.6
}

missing=()
collect_missing() {
    missing=()
    read_installed
    local wanted chosen
    local -a all=("${build_packages[@]}")
    if [ "$with_tests" = yes ]; then
        all+=("${test_packages[@]}")
        command -v node >/dev/null || all+=(nodejs)
        command -v npm >/dev/null || all+=(npm)
    fi
    for wanted in "${all[@]}"; do
        choose "$wanted"
        installed "$chosen" || missing+=("$chosen")
    done
    if installed libsqlcipher-dev && sqlcipher_is_old; then missing+=(libsqlcipher-dev); fi
}

collect_missing
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi
if [ "$list_only" = yes ]; then printf '%s\n' "${missing[@]}"; exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "These packages are missing, and there is no sudo to install them with. As root: apt-get install ${missing[*]}" >&2
        exit 1
    }
    as_root=(sudo)
fi

# Debian 12's own SQLCipher is 3.4.1; 4.6 comes from the backports suite of the mirror that the system already uses.
# Only the three SQLCipher packages are pinned, every other priority stays as it is.
add_backports() {
    . /etc/os-release
    [ "${ID:-}" = debian ] || return 0
    local version
    version=$(candidate libsqlcipher-dev)
    if [ -n "$version" ] && dpkg --compare-versions "$version" ge 4.6; then return 0; fi

    local suite="${VERSION_CODENAME}-backports" uri="" key="" file
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -e "$file" ] || continue
        grep -qE "^Suites:.*\b${VERSION_CODENAME}\b( |$)" "$file" || continue
        uri=$(awk -v suite="$VERSION_CODENAME" '
            /^URIs:/ {uri=$2} /^Suites:/ {for (i = 2; i <= NF; i++) if ($i == suite) found=uri}
            END {print found}' "$file")
        key=$(awk '/^Signed-By:/ {print $2; exit}' "$file")
        [ -n "$uri" ] && break
    done
    if [ -z "$uri" ] && [ -e /etc/apt/sources.list ]; then
        uri=$(awk -v suite="$VERSION_CODENAME" '$1 == "deb" {for (i = 2; i < NF; i++) if ($(i + 1) == suite) {print $i; exit}}' \
            /etc/apt/sources.list)
        key=$(sed -nE "s/^deb .*signed-by=([^] ]+).* ${VERSION_CODENAME} .*/\1/p" /etc/apt/sources.list | head -n 1)
    fi
    [ -n "$uri" ] || { echo "No Debian source for $VERSION_CODENAME is configured; SQLCipher 4.6 needs its backports suite." >&2; exit 1; }
    [ -n "$key" ] || key=/usr/share/keyrings/debian-archive-keyring.gpg

    echo "Adding the suite $suite of the configured Debian mirror, for SQLCipher 4.6 only"
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$uri" "$suite" "$key" |
        "${as_root[@]}" tee /etc/apt/sources.list.d/sallyport-backports.sources >/dev/null
    printf 'Package: libsqlcipher-dev libsqlcipher1 sqlcipher\nPin: release n=%s\nPin-Priority: 600\n' "$suite" |
        "${as_root[@]}" tee /etc/apt/preferences.d/sallyport >/dev/null
    "${as_root[@]}" apt-get update -q
}

echo "Sallyport needs: ${missing[*]}"
"${as_root[@]}" apt-get update -q
add_backports
collect_missing
echo "Installing: ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
