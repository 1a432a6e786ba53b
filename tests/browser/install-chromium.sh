#!/bin/sh
# Installs Chromium for the browser tests where this user may; otherwise those tests are skipped.
set -u
for name in "${SEARCHAPP_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if ! command -v apt-get >/dev/null 2>&1; then
    echo "There is no Chromium and no apt-get, so the browser tests will be skipped."
    exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "There is no Chromium and this user may not install it, so the browser tests will be skipped."
    exit 0
fi
echo "Installing Chromium for the browser tests …"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >/dev/null && $as_root apt-get install -y -qq chromium >/dev/null ||
    echo "Chromium could not be installed, so the browser tests will be skipped."
exit 0
