# Sourced by test: sees to it that a PostgreSQL server binary is there. The tests start servers of their own from it.

need_postgres() {
  if ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null; then return; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is not installed; its tests will be skipped. As root, this script installs Debian's postgresql." >&2
    return
  fi
  echo "Installing Debian's postgresql for the tests ..." >&2
  # No server of the system's own: the tests want the binaries alone.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null 2>&1; then
    echo "PostgreSQL could not be installed; its tests will be skipped." >&2
  fi
}
