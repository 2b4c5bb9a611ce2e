# Sourced by test: sees to it that Debian's spin and a C compiler are there, with which the model is checked.

need_spin() {
  if command -v spin >/dev/null && command -v gcc >/dev/null; then return; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "spin is not installed; the model will not be checked. As root, this script installs Debian's spin and gcc." >&2
    return
  fi
  echo "Installing Debian's spin for the tests ..." >&2
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq spin gcc libc6-dev; } >/dev/null 2>&1; then
    echo "spin could not be installed; the model will not be checked." >&2
  fi
}
