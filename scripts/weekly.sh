#!/bin/sh
# weekly.sh: the weekly report, in Markdown. A part that fails says so in the report, and the others go on.
set -u

# part HEADING COMMAND…: a heading, and what the command says, as it says it.
part() {
    printf '## %s\n\n~~~text\n' "$1"
    shift
    "$@" 2>&1 </dev/null
    printf '~~~\n\n(The command ended with %s.)\n\n' "$?"
}

# weaknesses: looks up every locked version of a Python package. pip-audit is itself locked, and kept apart.
weaknesses() {
    .venv/bin/python -m venv .make/audit &&
        .make/audit/bin/python -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
            --require-hashes -r requirements-tools.txt &&
        .make/audit/bin/pip-audit --progress-spinner off --disable-pip --require-hashes \
            -r requirements-dev.txt -r requirements-tools.txt
}

.venv/bin/python -m scripts.links site || echo "The links could not be looked at: the run says why."
echo
part "Due for checking" .venv/bin/toolkits review
part "Known weaknesses in what we depend on" weaknesses
