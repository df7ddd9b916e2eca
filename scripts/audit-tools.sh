#!/bin/sh
# audit-tools.sh: Lighthouse, from tests/audit/package-lock.json. Apart from the tests' packages, because it is large.
. scripts/lib.sh

if ! cmp -s tests/audit/package-lock.json tests/audit/node_modules/.installed; then
    logged "Installing Lighthouse" \
        npm ci --prefix tests/audit --ignore-scripts --no-audit --no-fund --no-progress
    cp tests/audit/package-lock.json tests/audit/node_modules/.installed
fi
