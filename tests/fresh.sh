#!/usr/bin/env bash
# What a newcomer sees: both commands of the README in a clone without environment, on a machine that never ran them.
#
#   tests/fresh.sh              make run (served and asked once), then make test
#   tests/fresh.sh make unit    another command in the same surroundings
#
# HOME and the temporary folder are empty, caches are left behind, and of the caller's environment only what says how to
# reach the package registry, the language and the processor's own settings goes along. As root the temporary folder is a
# private one over /tmp, so that a leftover there is not seen either.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${STI_FRESH:-}" != inside ]]; then
    python="$(${PYTHON:-python3} -c 'import sys; print(sys.executable)')"  # a shim of the caller's HOME is none of the newcomer's
    keep=(PATH="$(dirname "$python"):$PATH" LANG=C.UTF-8 STI_FRESH=inside PYTHON="$python" CI="${CI:-}" CHROMIUM="${CHROMIUM:-}")
    while IFS='=' read -r name value; do
        case "$name" in
            *_proxy | *_PROXY | PIP_CERT | PIP_FIND_LINKS | PIP_INDEX_URL | PIP_DEFAULT_TIMEOUT | SSL_CERT_FILE | SSL_CERT_DIR | OPENBLAS_*)
                keep+=("$name=$value") ;;
        esac
    done < <(env)
    # A clone that itself lies in /tmp must not be hidden by what is mounted there.
    if [[ "$(id -u)" -eq 0 && "$PWD/" != /tmp/* ]] && unshare -m true 2>/dev/null; then
        exec unshare -m bash -c 'mount -t tmpfs -o mode=1777 tmpfs /tmp && mkdir /tmp/home && exec env -i HOME=/tmp/home "$@"' \
            fresh "${keep[@]}" bash "$0" "$@"
    fi
    folder="$(mktemp -d)"
    trap 'rm -rf "$folder"' EXIT
    mkdir "$folder/home" "$folder/tmp"
    env -i HOME="$folder/home" TMPDIR="$folder/tmp" "${keep[@]}" bash "$0" "$@"
    exit
fi

if (($#)); then exec "$@"; fi

port=$("$PYTHON" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# shellcheck disable=SC2016
ask='import sys, time, urllib.request
for wait in range(600):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/api/ready", timeout=10) as answer:
            print("make run serves:", answer.status); sys.exit(0)
    except OSError:
        time.sleep(1)
sys.exit("make run did not serve within ten minutes")'
setsid make run PORT="$port" STORE="$(mktemp -d)" &
server=$!
trap 'kill -- -"$server" 2>/dev/null || true' EXIT
"$PYTHON" -c "$ask" "$port"
kill -- -"$server" 2>/dev/null || true
wait "$server" 2>/dev/null || true
trap - EXIT
exec make test
