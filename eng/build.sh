# Sourced by run and test: chooses the runtime and builds. Needs $home; sets $runtime and $bin.

# Package sources that hold for this folder: those of every folder above it, under the names that NuGet looks for.
nuget_configs() {
  local folder="$home"
  while [ "$folder" != / ]; do
    printf '%s\n' "$folder/nuget.config" "$folder/NuGet.config" "$folder/NuGet.Config"
    folder=$(dirname "$folder")
  done
}

# Orleans where its packages restore. LocalRuntime only when they do not, and never when Orleans was asked for by name.
choose_runtime() {
  find_runtime
  if [ "$runtime" = Local ] && [ "${ACTOR_RUNTIME:-}" != Local ]; then
    echo "Orleans does not restore here ($missing): building on LocalRuntime." >&2
  fi
}

# The packages that a restore did not find, from what it printed: Orleans' own and those that Orleans needs.
missing_packages() {
  sed -nE 's/.*error NU110[123]: Unable to find (a stable )?package ([A-Za-z0-9._-]*[A-Za-z0-9_-]).*/\2/p' | sort -u | tr '\n' ' ' | sed 's/ $//'
}

find_runtime() {
  case "${ACTOR_RUNTIME:-}" in
    Orleans|Local) runtime=$ACTOR_RUNTIME; return ;;
    '') ;;
    *) echo "ACTOR_RUNTIME is Orleans or Local, not '$ACTOR_RUNTIME'." >&2; exit 2 ;;
  esac

  # A restore that failed is not tried again that day, unless something it depends on has changed.
  local memory="$home/artifacts/runtime" question
  question=$({ cat "$home/Directory.Packages.props" "$home/Directory.Build.props" "$HOME/.nuget/NuGet/NuGet.Config" $(nuget_configs) 2>/dev/null || true; } | cksum)
  question="${OrleansVersion:-default} $(date +%F) $question"
  if [ "$(head -n 1 "$memory" 2>/dev/null)" = "$question" ]; then
    runtime=$(sed -n 2p "$memory")
    missing=$(sed -n 3p "$memory")
  else
    local log
    if log=$(dotnet restore "$home/ClusterActors.sln" -p:ActorRuntime=Orleans 2>&1); then
      runtime=Orleans missing=
    else
      missing=$(missing_packages <<<"$log")
      if [ -z "$missing" ]; then echo "$log" >&2; exit 1; fi
      runtime=Local
    fi
    mkdir -p "$home/artifacts"
    printf '%s\n%s\n%s\n' "$question" "$runtime" "$missing" > "$memory"
  fi
}

# Builds $1 (a project or solution) unless nothing has changed since it was last built.
build() {
  local stamp="$home/artifacts/${runtime,,}/$(basename "$1").built" log
  bin="$home/artifacts/${runtime,,}/bin"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "${OrleansVersion:-default}" ] && [ -z "$(find "$home" \
      \( -path "$home/artifacts" -o -path "$home/var" -o -path "$home/.git" -o -path "$home/data" -o -path "$home/docs" \) -prune \
      -o -mindepth 1 \( -type f -o -type d \) -newer "$stamp" -print -quit)" ]; then
    return
  fi
  echo "Building for ${runtime/Local/LocalRuntime} ..." >&2
  mkdir -p "$(dirname "$stamp")"
  local begun; begun=$(mktemp)
  if ! log=$(dotnet build "$1" -c Release -p:ActorRuntime="$runtime" -v quiet -nologo 2>&1); then
    echo "$log" >&2
    rm -f "$begun"
    exit 1
  fi
  echo "${OrleansVersion:-default}" > "$stamp"
  touch -r "$begun" "$stamp"
  rm -f "$begun"
}

need_dotnet() {
  command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed; 'dotnet' was not found." >&2; exit 1; }
}

# More than one process means Orleans. Exit code 6 is for this alone.
need_orleans() {
  if [ "${ACTOR_RUNTIME:-}" != Local ]; then
    ACTOR_RUNTIME= find_runtime
    if [ "$runtime" = Orleans ]; then return; fi
  fi
  if [ "${ACTOR_RUNTIME:-}" = Local ]; then
    echo "A cluster of processes needs Microsoft Orleans, and ACTOR_RUNTIME=Local asks for LocalRuntime." >&2
  else
    cat >&2 <<EOF
A cluster of processes needs Microsoft Orleans, and no package source of this machine has, as version ${OrleansVersion:-$(orleans_version)}:
  $missing
Name a source that has them, 'dotnet nuget add source https://.../index.json' or a nuget.config above this folder,
or another version with the environment variable OrleansVersion; then start the same command again.
EOF
  fi
  exit 6
}

orleans_version() {
  sed -n 's/.*<OrleansVersion[^>]*>\(.*\)<.*/\1/p' "$home/Directory.Build.props"
}
