# pkg_config.sh COMPILER PC_DIR SOURCE PROGRAM PACKAGE: builds and runs a program with the flags
# of PACKAGE.pc.
compiler=$1 source=$3 program=$4 package=$5
export PKG_CONFIG_PATH="$2"
export LD_LIBRARY_PATH="$2/..:${LD_LIBRARY_PATH:-}"  # if the library is shared
version=$(pkg-config --modversion "$package" | tr . ,)
# shellcheck disable=SC2046  # the flags are words
"$compiler" -std=c++20 "-DEXPECTED_VERSION=$version" "$source" -o "$program" \
    $(pkg-config --cflags --libs "$package")
"$program"
