# pkg_config.sh COMPILER PC_DIR SOURCE PROGRAM: builds and runs a program with what oaiwire.pc says.
compiler=$1 source=$3 program=$4
export PKG_CONFIG_PATH="$2"
version=$(pkg-config --modversion oaiwire | tr . ,)
# shellcheck disable=SC2046  # the flags are words
"$compiler" -std=c++20 "-DEXPECTED_VERSION=$version" "$source" -o "$program" \
    $(pkg-config --cflags --libs oaiwire)
"$program"
