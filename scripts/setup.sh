# Sourced by the other scripts: goes to the package's root and installs the system packages that are missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v swift >/dev/null; then
    echo "Swift 6.2 or newer is needed: https://www.swift.org/install" >&2
    exit 69
fi

# install_packages PACKAGE…: installs Debian packages, as root or through sudo.
install_packages() {
    local sudo=""
    [ "$(id -u)" = 0 ] || sudo=sudo
    echo "installing: $*" >&2
    # A foreign list of packages that cannot be refreshed need not matter: the install below decides.
    $sudo apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >&2
}

# need HEADER-OR-PROGRAM PACKAGE…: pairs; installs the packages whose header or program is missing.
need() {
    local missing=()
    while [ $# -gt 0 ]; do
        case "$1" in
            *.h) [ -e "/usr/include/$1" ] || missing+=("$2") ;;
            *) command -v "$1" >/dev/null || missing+=("$2") ;;
        esac
        shift 2
    done
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

if [ "$(uname)" = Linux ]; then
    if command -v apt-get >/dev/null; then
        need sqlite3.h libsqlite3-dev zlib.h zlib1g-dev
        # Compressed geometry is read if these are there, and the build does without them if not.
        need draco/compression/decode.h libdraco-dev meshoptimizer.h libmeshoptimizer-dev || true
    else
        echo "note: no apt-get here; the headers of SQLite 3 and zlib must be installed" >&2
    fi
fi
