# Sourced by test: sees to it that programs of Debian's are there that tests start: Prometheus (with promtool), Chromium (with its driver), and
# spin with a C compiler for the model.

# In a shell of its own, so that its trap takes the policy away however it ends.
need_program() ( # program, package(s), what its absence costs
  if command -v "$1" >/dev/null; then return; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "$2 is not installed; $3 will be skipped. As root, this script installs Debian's package." >&2
    return
  fi
  echo "Installing Debian's $2 for the tests ..." >&2
  # The binaries alone: while this answers 101, no package starts a service. One that the system has already stands.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod 755 "$policy"
  fi
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $2; } >/dev/null 2>&1; then
    echo "$2 could not be installed; $3 will be skipped." >&2
  fi
)

need_prometheus() { need_program promtool prometheus "the tests with Prometheus"; }
need_spin() { need_program spin "spin gcc libc6-dev" "the model's check"; }
need_chromium() { need_program chromedriver chromium-driver "the operator's page in a browser"; }
