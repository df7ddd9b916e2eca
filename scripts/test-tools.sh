#!/bin/sh
# test-tools.sh: what the tests need besides Python: a browser (its path goes to .make/browser), the packages of
# tests/package-lock.json, and Java for the HTML checker. Installs what is missing, or says what to install.
. scripts/lib.sh

# A name on the PATH is not enough: some systems put a hint to install something there.
runs() { command -v "$1" >/dev/null && "$1" --version >/dev/null 2>&1 </dev/null; }

playwrights_own() {
    .venv/bin/python -c 'from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)' 2>>"$log"
}

# find_browser: sets `browser` to the first that starts. The one without windows is the same browser, and quicker.
find_browser() {
    for browser in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        ! runs "$browser" || return 0
    done
    browser=$(playwrights_own) && runs "$browser"
}

install_browser() {
    if debian_install chromium-headless-shell && find_browser; then
        return 0
    fi
    say "Fetching Playwright's Chromium …"
    attempt .venv/bin/python -m playwright install chromium && find_browser
}

driver() { attempt .venv/bin/python -m playwright --version; }
driver || debian_install libatomic1 || true
driver || fail "Playwright does not start: $(tail -n 1 "$log") (on Debian: sudo apt-get install libatomic1)"

if [ -n "${TOOLKITS_BROWSER:-}" ]; then
    browser=$TOOLKITS_BROWSER
    runs "$browser" || fail "TOOLKITS_BROWSER=$browser does not start."
elif ! find_browser && ! install_browser; then
    fail "The tests need a browser: install Chromium or Chrome (on Debian: sudo apt-get install chromium)," \
        "or name one, as in: make test TOOLKITS_BROWSER=/opt/chrome/chrome (what was tried is in $log)"
fi
command -v "$browser" >.make/browser

if ! cmp -s tests/package-lock.json tests/node_modules/.installed; then
    runs npm || debian_install nodejs npm || true
    runs npm || fail "The tests need Node.js with npm: install them (on Debian: sudo apt-get install nodejs npm)."
    # No install scripts: the HTML checker's would download a Java of its own.
    logged "Installing what the tests need from npm" \
        npm ci --prefix tests --ignore-scripts --no-audit --no-fund --no-progress
    cp tests/package-lock.json tests/node_modules/.installed
fi

html_checker() { java -jar tests/node_modules/vnu-jar/build/dist/vnu.jar --version >/dev/null 2>&1 </dev/null; }
html_checker || debian_install default-jre-headless || true
html_checker || fail "The tests need Java 11 or newer (on Debian: sudo apt-get install default-jre-headless)."
