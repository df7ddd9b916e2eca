#!/bin/sh
# environment.sh site|dev: the Python environment in .venv/, exactly as the lock file says, with this project in it.
# `site` is enough to build the site; `dev` adds what the tests and checks need. Quick when nothing has changed.
. scripts/lib.sh

# state FILE: what a finished installation must match. An environment does not survive being moved, hence the place.
state() {
    pwd -P
    cat "$1"
}

# holds NAME FILE: whether .venv works and holds NAME as FILE now asks for it.
holds() {
    [ -f ".venv/installed-$1" ] && state "$2" | cmp -s - ".venv/installed-$1" && .venv/bin/python -c '' 2>/dev/null
}

record() { state "$2" >".venv/installed-$1"; }

pip() {
    words=$1
    shift
    logged "$words" .venv/bin/python -m pip install --disable-pip-version-check --no-input --progress-bar off "$@"
}

make_environment() {
    find_python
    logged "Making an environment with Python 3.$best" "$python" -m venv --clear .venv
}

if [ "$1" = site ] && ! holds site requirements.txt && ! holds dev requirements-dev.txt; then
    make_environment
    pip "Installing what builds the site" --only-binary :all: --require-hashes -r requirements.txt
    record site requirements.txt
elif [ "$1" = dev ] && ! holds dev requirements-dev.txt; then
    # An environment that once held another dev lock is made anew, or what that one no longer asks for would stay.
    if [ -f .venv/installed-dev ] || ! holds site requirements.txt; then
        make_environment
    fi
    pip "Installing what builds the site and tests it" --only-binary :all: --require-hashes -r requirements-dev.txt
    record dev requirements-dev.txt
fi

if ! holds project pyproject.toml; then
    # The lock holds the build backend and every dependency: no index is asked for anything here.
    pip "Installing the project itself" --no-index --no-deps --no-build-isolation --editable .
    missing=$(.venv/bin/python -m pip check 2>&1) ||
        fail "$missing
The lock files do not hold what pyproject.toml asks for: run make lock."
    record project pyproject.toml
fi
