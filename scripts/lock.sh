#!/bin/sh
# lock.sh: renew the lock files: every package with its hashes, for every platform and every Python from 3.11 on.
# `make lock` takes the newest allowed; `make lock KEEP=1` only what pyproject.toml or tests/package.json now ask for.
. scripts/lib.sh

command -v npm >/dev/null || fail "make lock needs Node.js with npm, for tests/package-lock.json."
find_python
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
logged "Fetching uv for this once" "$python" -m venv "$place/uv"
attempt "$place/uv/bin/python" -m pip install --disable-pip-version-check --no-input --progress-bar off uv ||
    fail "uv could not be installed. See the end of $log."

# compile FILE GROUP…
compile() {
    file=$1
    shift
    logged "Locking $file" "$place/uv/bin/uv" pip compile pyproject.toml "$@" --output-file "$file" \
        --no-config --universal --python-version 3.11 --generate-hashes --only-binary :all: \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
}

if [ -n "${KEEP:-}" ]; then upgrade='' npm_verb=install; else upgrade=--upgrade npm_verb=update; fi
compile requirements-dev.txt --group build --group dev $upgrade
# What the site needs is a part of that: uv keeps the versions it finds in the file it writes.
cp requirements-dev.txt requirements.txt
compile requirements.txt --group build
logged "Locking tests/package-lock.json" npm $npm_verb --prefix tests --package-lock-only --ignore-scripts \
    --omit-lockfile-registry-resolved --no-audit --no-fund --no-progress
logged "Locking tests/audit/package-lock.json" npm $npm_verb --prefix tests/audit --package-lock-only --ignore-scripts \
    --omit-lockfile-registry-resolved --no-audit --no-fund --no-progress
