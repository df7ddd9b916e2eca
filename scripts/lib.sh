# Shared by the scripts beside this file, which run in the project's folder. POSIX sh, and relative paths only: the name
# of the folder may hold spaces.
set -eu
mkdir -p .make
log=.make/install.log

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# attempt COMMAND…: run it, its output to the log.
attempt() {
    printf '\n$ %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null
}

# logged WORDS COMMAND…: say the words and run the command; its output is shown only if it fails.
logged() {
    say "$1 …"
    shift
    attempt "$@" && return
    tail -n 25 "$log" | sed 's/^/    /' >&2
    fail "That did not work. The lines above are the end of $log."
}

# debian_install PACKAGE…: as root on Debian, install them. Fails quietly: the caller tries something else, or says
# what is missing.
debian_install() {
    [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "Installing from Debian: $* …"
    [ -n "${lists_read:-}" ] || attempt apt-get -q update || true
    lists_read=yes
    attempt env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
}

# The newest Python 3.x for which every package in the lock has a wheel (for 3.15, PyYAML had none in November 2026).
newest=14

# look_for_python: sets `python` to the newest Python of 3.11 to 3.$newest that can make environments, or to nothing; and
# `bare` to the newest that is there but cannot, because Debian ships that part on its own.
look_for_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.14 python3.13 python3.12 python3.11 python3 /usr/bin/python3 python
    fi
    python='' bare='' best=0 best_bare=0
    for candidate do
        minor=$("$candidate" -c 'import sys
print(sys.version_info[1] if sys.version_info[0] == 3 else 0)' 2>/dev/null) || continue
        [ "${minor:-0}" -ge 11 ] && [ "$minor" -le "$newest" ] || continue
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            [ "$minor" -le "$best" ] || { python=$candidate best=$minor; }
        else
            [ "$minor" -le "$best_bare" ] || { bare=$candidate best_bare=$minor; }
        fi
    done
}

# find_python: sets `python`, installing what is missing where it can, or says what to install.
find_python() {
    look_for_python
    if [ -z "$python" ] && [ -n "$bare" ]; then
        debian_install "python3.$best_bare-venv" || debian_install python3-venv || true
        look_for_python
    fi
    [ -z "$python" ] || return 0
    [ -z "$bare" ] ||
        fail "Python 3.$best_bare ($bare) is here but cannot make environments: install the package python3-venv" \
            "(on Debian and Ubuntu: sudo apt-get install python3-venv), then run this again."
    [ -z "${PYTHON:-}" ] || fail "This needs Python 3.11 to 3.$newest, and PYTHON=$PYTHON is not that."
    fail "This needs Python 3.11 to 3.$newest, and none was found: install one (https://www.python.org/downloads/)," \
        "or name one that is not on the PATH, as in: make site PYTHON=/opt/python/bin/python3"
}
