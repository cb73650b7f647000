#!/bin/sh
# Make sure that a chromium, a firefox and an nginx are there for the browser tests, and systemd's own judge of units. On
# Debian each is one package.
set -eu
need=""
found=""
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then found=yes; fi
done
if [ -z "$found" ]; then need="chromium"; fi
if ! command -v nginx >/dev/null 2>&1 && [ ! -x /usr/sbin/nginx ]; then need="$need nginx-light"; fi
if ! command -v firefox-esr >/dev/null 2>&1 && ! command -v firefox >/dev/null 2>&1; then need="$need firefox-esr"; fi
if ! command -v systemd-analyze >/dev/null 2>&1; then need="$need systemd"; fi
if [ -z "$need" ]; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo"; fi
    echo "installing for the browser tests: $need"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $need >/dev/null
    exit 0
fi
case "$need" in
    " firefox-esr"*) echo "no firefox is here: the walk in a second browser is left out." >&2; exit 0 ;;
    " systemd") echo "systemd-analyze is not here: the units are not judged." >&2; exit 0 ;;
esac
echo "The browser tests need chromium and nginx. Install them, or set CHROMIUM to the path of a browser." >&2
exit 1
