# Installs what is missing, from Debian's packages, quietly; sourced by run.sh and test.sh.
# install_packages PACKAGE... : returns 0 when all are there, else exits 3 with what is needed.

BUILD_PACKAGES="g++ cmake ninja-build pkg-config libimgui-dev libglfw3-dev libglm-dev libstb-dev doctest-dev
python3-glad nlohmann-json3-dev libcli11-dev libegl-dev libgl-dev libfreetype-dev zlib1g-dev fonts-inter fonts-noto-core
libegl1 libgl1-mesa-dri"
TEST_PACKAGES="python3 glslang-tools xvfb xdotool imagemagick x11-utils"
CLANG_PACKAGES="clang-14 libclang-rt-14-dev"

missing_packages() {
  # A package counts when dpkg says it is installed; one query for all of them.
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p')
  for package in "$@"; do
    case $'\n'"$installed"$'\n' in *$'\n'"$package"$'\n'*) ;; *) printf '%s ' "$package" ;; esac
  done
}

install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    # Not a Debian machine: go on if the tools are there, else say what is needed.
    if command -v cmake >/dev/null && command -v glad >/dev/null && pkg-config --exists imgui stb zlib glfw3 egl freetype2; then
      return 0
    fi
    echo "mend needs these Debian packages, or their like, and there is no apt-get here to install them: $*" >&2
    exit 3
  fi
  local missing sudo=
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "mend needs these packages; ask an administrator to install them: $missing" >&2
      exit 3
    fi
    sudo=sudo
  fi
  echo "Installing: $missing" >&2
  local log
  log=$(mktemp)
  if ! { $sudo apt-get update -qq &&
         $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } \
         >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2
    echo "mend could not install these packages: $missing" >&2
    exit 3
  fi
  rm -f "$log"
}
