#!/bin/sh
# lock.sh: renew the lock files: every package with its hashes, for every platform and every Python from 3.11 on.
# `make lock` takes the newest allowed; `make lock KEEP=1` only what pyproject.toml or tests/package.json now ask for.
# `make lock CHECK=1` changes nothing, and fails where KEEP=1 would change something.
. scripts/lib.sh

locks="requirements-tools.txt requirements-dev.txt requirements.txt"
packages="tests tests/audit"

command -v npm >/dev/null || fail "make lock needs Node.js with npm, for tests/package-lock.json."
find_python
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
logged "Making an environment for uv" "$python" -m venv "$place/uv"
logged "Installing uv as it is locked" "$place/uv/bin/python" -m pip install --disable-pip-version-check --no-input \
    --progress-bar off --only-binary :all: --require-hashes -r requirements-tools.txt

# Everything is made in a folder of its own, and taken over only when all of it is there.
mkdir -p "$place/new/tests/audit"
cp pyproject.toml $locks "$place/new"
for own in $packages; do cp "$own/package.json" "$own/package-lock.json" "$place/new/$own"; done

# compile FILE GROUP…
compile() {
    file=$1
    shift
    logged "Locking $file" "$place/uv/bin/uv" pip compile --directory "$place/new" "$@" --output-file "$file" \
        --no-config --universal --python-version 3.11 --generate-hashes --only-binary :all: \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
}

if [ -n "${KEEP:-}${CHECK:-}" ]; then upgrade='' npm_verb=install; else upgrade=--upgrade npm_verb=update; fi
compile requirements-tools.txt --group tools $upgrade
compile requirements-dev.txt pyproject.toml --group build --group dev $upgrade
# What the site needs is a part of that: uv keeps the versions it finds in the file it writes.
cp "$place/new/requirements-dev.txt" "$place/new/requirements.txt"
compile requirements.txt pyproject.toml --group build
for own in $packages; do
    logged "Locking $own/package-lock.json" npm $npm_verb --prefix "$place/new/$own" --package-lock-only \
        --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --no-progress
done

changed=''
for file in $locks tests/package-lock.json tests/audit/package-lock.json; do
    cmp -s "$place/new/$file" "$file" && continue
    changed="$changed $file"
    [ -n "${CHECK:-}" ] || cp "$place/new/$file" "$file"
done
if [ -z "$changed" ]; then
    say "The lock files hold what is asked for."
elif [ -n "${CHECK:-}" ]; then
    fail "These do not hold what pyproject.toml and tests/package.json ask for: run make lock KEEP=1, and commit it:$changed"
else
    say "Renewed:$changed"
fi
