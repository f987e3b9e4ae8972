"""packaging.py SOURCE_DIR [SCRATCH COMPILER]: the vcpkg port, the Conan recipe and the Meson wrap of
cmake/packaging name the version, the options, the targets and the files that the build has. With
SCRATCH, the port is installed by stand-ins of vcpkg's functions, and the program of the Conan
recipe's test is built and run with what it installed, without simdjson."""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path

sys.dont_write_bytecode = True


class facts:
    """What the build says of itself."""

    def __init__(self, source):
        self.source = source
        self.packaging = source / "cmake/packaging"
        self.cmake = (source / "CMakeLists.txt").read_text(encoding="utf-8")
        header = (source / "include/oaiwire/core/version.hpp").read_text(encoding="utf-8")
        self.version = ".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$", header, re.M))
        self.options = set(re.findall(r"^option\((OAIWIRE_\w+)|^set\((OAIWIRE_\w+) \w+ CACHE",
                                      self.cmake, re.M))
        self.options = {a or b for a, b in self.options}
        loop = re.search(r"foreach\(adapter ([a-z ]+)\)\n    set\(wants_", self.cmake)
        self.adapters = set(loop[1].split()) if loop else set()
        self.targets = set(re.findall(r"^ *oaiwire_library\(\w+ (\w+) ", self.cmake, re.M))
        meson = (source / "meson.build").read_text(encoding="utf-8")
        self.names = re.findall(r"override_dependency\('([\w-]+)'", meson)


# ---- vcpkg

def check_port(f, port=None, portfile=None):
    folder = f.packaging / "vcpkg/oaiwire"
    port = port or json.loads((folder / "vcpkg.json").read_text(encoding="utf-8"))
    portfile = portfile or (folder / "portfile.cmake").read_text(encoding="utf-8")
    wrong = []
    if port.get("version") != f.version:
        wrong.append(f"vcpkg.json: version {port.get('version')}, the header says {f.version}")
    features = set(port["features"])
    if features != f.adapters | {"simdjson", "compiled"}:
        wrong.append(f"vcpkg.json: features {sorted(features)}")
    if port["default-features"] != ["simdjson"]:
        wrong.append("vcpkg.json: the default features are not those of the build")
    listed = set(re.search(r"foreach\(adapter IN ITEMS ([a-z ]+)\)", portfile)[1].split())
    if listed != f.adapters:
        wrong.append(f"portfile.cmake: adapters {sorted(listed)}")
    for option in set(re.findall(r"OAIWIRE_\w+", portfile)) - f.options:
        wrong.append(f"portfile.cmake: the build has no {option}")
    usage = (folder / "usage").read_text(encoding="utf-8")
    for target in set(re.findall(r"oaiwire::(\w+)", usage)) - f.targets:
        wrong.append(f"usage: there is no oaiwire::{target}")
    return wrong


# vcpkg's functions, as far as the port calls them.
STAND_INS = """
cmake_minimum_required(VERSION 3.24)
set(CURRENT_PORT_DIR "@PORT@")
set(CMAKE_CURRENT_LIST_DIR "@PORT@")
set(CURRENT_PACKAGES_DIR "@OUT@")
set(PORT oaiwire)
set(FEATURES core @FEATURES@)
function(vcpkg_check_features)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" OUT_FEATURE_OPTIONS FEATURES)
    while(arg_FEATURES)
        list(POP_FRONT arg_FEATURES feature option)
        set(value OFF)
        if(feature IN_LIST FEATURES)
            set(value ON)
        endif()
        list(APPEND options -D${option}=${value})
    endwhile()
    set(${arg_OUT_FEATURE_OPTIONS} ${options} PARENT_SCOPE)
endfunction()
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
        message(FATAL_ERROR "${ARGN}\\n${said}")
    endif()
endfunction()
function(vcpkg_cmake_configure)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" SOURCE_PATH OPTIONS)
    run("${CMAKE_COMMAND}" -S "${arg_SOURCE_PATH}" -B "@OUT@-build" -DCMAKE_CXX_COMPILER=@COMPILER@
        "-DCMAKE_INSTALL_PREFIX=@OUT@" ${arg_OPTIONS})
endfunction()
function(vcpkg_cmake_install)
    run("${CMAKE_COMMAND}" --install "@OUT@-build")
endfunction()
function(vcpkg_cmake_config_fixup)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "PACKAGE_NAME;CONFIG_PATH" "")
    if(NOT EXISTS "@OUT@/${arg_CONFIG_PATH}/oaiwireConfig.cmake")
        message(FATAL_ERROR "there is no package in ${arg_CONFIG_PATH}")
    endif()
endfunction()
function(vcpkg_fixup_pkgconfig)
    if(NOT EXISTS "@OUT@/share/pkgconfig/oaiwire.pc")
        message(FATAL_ERROR "there is no oaiwire.pc")
    endif()
endfunction()
function(vcpkg_install_copyright)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" FILE_LIST)
    file(INSTALL ${arg_FILE_LIST} DESTINATION "@OUT@/share/oaiwire")
endfunction()
include("@PORT@/portfile.cmake")
"""


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def try_port(f, scratch, compiler):
    """Installs the port without features, and builds and runs a program with it."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    out, script = scratch / "installed", scratch / "port.cmake"
    text = STAND_INS
    for name, value in {"PORT": f.packaging / "vcpkg/oaiwire", "OUT": out, "FEATURES": "",
                        "COMPILER": compiler}.items():
        text = text.replace(f"@{name}@", str(value))
    script.write_text(text, encoding="utf-8")
    run("cmake", "-P", script)
    for file in ("include/oaiwire/oaiwire.hpp", "share/oaiwire/LICENSE", "share/oaiwire/usage"):
        if not (out / file).exists():
            raise SystemExit(f"the port does not install {file}")
    if (out / "include/oaiwire/transport/curl.hpp").exists():
        raise SystemExit("the port installs an adapter that it was not asked for")
    # no simdjson is found, wherever the machine has one
    run("cmake", "-S", f.packaging / "conan/test_package", "-B", scratch / "program",
        f"-DCMAKE_PREFIX_PATH={out}", f"-DCMAKE_CXX_COMPILER={compiler}",
        "-DCMAKE_DISABLE_FIND_PACKAGE_simdjson=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON")
    run("cmake", "--build", scratch / "program")
    print(run(scratch / "program/test_package"), end="")


# ---- Conan

class component(types.SimpleNamespace):
    def __init__(self):
        super().__init__(properties={}, requires=[], defines=[], libs=[], system_libs=[], libdirs=[],
                         bindirs=[])

    def set_property(self, name, value):
        self.properties[name] = value


class components(dict):
    def __missing__(self, name):
        self[name] = component()
        return self[name]


class option_values(types.SimpleNamespace):
    def get_safe(self, name):
        return getattr(self, name, None)

    def rm_safe(self, name):
        self.__dict__.pop(name, None)


def load_recipe(text, cache):
    """The recipe's module, with stand-ins for the parts of Conan that it uses."""
    def module(name, **members):
        made = types.ModuleType(name)
        made.__dict__.update(members)
        return made

    class toolchain:
        def __init__(self, conanfile):
            self.cache_variables = cache

        def generate(self):
            pass

    class base:
        conan_data = None
        version = None

        def __init__(self):
            self.required = []

        def requires(self, reference, **traits):
            self.required.append(reference)

    class invalid(Exception):
        pass

    nothing = types.SimpleNamespace
    stand_ins = {
        "conan": module("conan", ConanFile=base),
        "conan.errors": module("conan.errors", ConanInvalidConfiguration=invalid),
        "conan.tools": module("conan.tools"),
        "conan.tools.build": module("conan.tools.build", check_min_cppstd=lambda *a: None,
                                    can_run=lambda *a: True),
        "conan.tools.cmake": module("conan.tools.cmake", CMake=nothing,
                                    CMakeDeps=lambda c: nothing(generate=lambda: None),
                                    CMakeToolchain=toolchain, cmake_layout=lambda c: None),
        "conan.tools.files": module("conan.tools.files", copy=None, get=None, rmdir=None,
                                    load=lambda c, p: Path(p).read_text(encoding="utf-8")),
    }
    before = dict(sys.modules)
    sys.modules.update(stand_ins)
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: (sys.modules.clear(), sys.modules.update(before)))
        made = types.ModuleType("recipe")
        exec(compile(text, "conanfile.py", "exec"), made.__dict__)
    return made, next(c for c in vars(made).values()
                      if isinstance(c, type) and issubclass(c, base) and c is not base)


def use_recipe(f, text, system, **changed):
    """Runs the recipe's steps as Conan does. Returns it, and the variables that CMake gets."""
    cache = {}
    module, recipe_class = load_recipe(text, cache)
    recipe = recipe_class()
    recipe.recipe_folder = str(f.packaging / "conan")
    recipe.settings = types.SimpleNamespace(os=system)
    recipe.options = option_values(**{**recipe.default_options, **changed})
    recipe.cpp_info = component()
    recipe.cpp_info.components = components()
    recipe.set_version()
    recipe.config_options()
    recipe.configure()
    recipe.requirements()
    recipe.validate()
    recipe.generate()
    recipe.package_info()
    return module, recipe, cache


def check_components(recipe):
    there = set(recipe.cpp_info.components)
    packages = {r.split("/")[0] for r in recipe.required}
    wrong = []
    for name, part in recipe.cpp_info.components.items():
        if part.properties.get("cmake_target_name") != f"oaiwire::{name}":
            wrong.append(f"conanfile.py: component {name} has another target")
        for needed in part.requires:
            package, _, of = needed.partition("::")
            if package not in (packages if of else there):
                wrong.append(f"conanfile.py: component {name} needs {needed}, which nothing requires")
    return wrong


def check_recipe(f, text=None):
    text = text or (f.packaging / "conan/conanfile.py").read_text(encoding="utf-8")
    wrong = []
    module, plain, cache = use_recipe(f, text, "Linux")
    if plain.version != f.version:
        wrong.append(f"conanfile.py: version {plain.version}, the header says {f.version}")
    if set(module.ADAPTERS) != f.adapters:
        wrong.append(f"conanfile.py: adapters {sorted(module.ADAPTERS)}")
    if set(type(plain).options) != set(plain.default_options):
        wrong.append("conanfile.py: options and default_options differ")
    if [r.split("/")[0] for r in plain.required] != ["simdjson"]:
        wrong.append(f"conanfile.py: by default it requires {plain.required}")
    for variable in set(cache) - f.options:
        wrong.append(f"conanfile.py: the build has no {variable}")
    everything = {adapter: True for adapter in module.ADAPTERS} | {"compiled": True}
    for system, missing in (("Linux", {"winhttp"}), ("Windows", {"httplib"})):
        _, recipe, cache = use_recipe(f, text, system, **everything)
        there = set(recipe.cpp_info.components)
        if there != (f.targets | {"compiled"}) - missing:
            wrong.append(f"conanfile.py: components on {system}: {sorted(there)}")
        wrong += check_components(recipe)
        if set(cache["OAIWIRE_ADAPTERS"].split(",")) != (f.adapters | {"none"}) - missing:
            wrong.append(f"conanfile.py: {system} builds {cache['OAIWIRE_ADAPTERS']}")
    for adapter in module.ADAPTERS:
        wrong += check_components(use_recipe(f, text, "Linux", **{adapter: True})[1])
    _, bare, _ = use_recipe(f, text, "Linux", simdjson=False)
    if bare.required or bare.cpp_info.components["core"].defines != ["OAIWIRE_SIMDJSON=0"]:
        wrong.append("conanfile.py: without simdjson it is not without it")
    for pattern in module.SOURCES:
        if not list(f.source.glob(pattern)):
            wrong.append(f"conanfile.py: there is no {pattern}")
    return wrong


# ---- Meson, and all

def check_wrap(f, text=None):
    text = text or (f.packaging / "meson/oaiwire.wrap.in").read_text(encoding="utf-8")
    wrong = []
    for key in ("[wrap-file]", "directory = oaiwire-@VERSION@", "source_hash = @SHA256@",
                "source_url = @URL@/", "[provide]", "dependency_names = @NAMES@"):
        if key not in text:
            wrong.append(f"oaiwire.wrap.in lacks {key}")
    if len(f.names) < 8:
        wrong.append(f"meson.build has only {f.names}")
    return wrong


def self_test(f):
    """Each of these is wrong, and must be seen."""
    port = json.loads((f.packaging / "vcpkg/oaiwire/vcpkg.json").read_text(encoding="utf-8"))
    portfile = (f.packaging / "vcpkg/oaiwire/portfile.cmake").read_text(encoding="utf-8")
    recipe = (f.packaging / "conan/conanfile.py").read_text(encoding="utf-8")
    fewer = {k: v for k, v in port["features"].items() if k != "curl"}
    seen = {
        "another version": check_port(f, port | {"version": "9.9.9"}),
        "a feature less": check_port(f, port | {"features": fewer}),
        "another default": check_port(f, port | {"default-features": []}),
        "an adapter less": check_port(f, None, portfile.replace("curl httplib", "curl")),
        "an unknown option": check_port(f, None, portfile + "OAIWIRE_NONSENSE"),
        "a wrap without a hash": check_wrap(f, "[wrap-file]"),
    }
    for name, old, new in (
            ("another component", 'self._component("core")', 'self._component("kernel")'),
            ("a requirement less", 'if "beast" in self._adapters:', "if False:"),
            ("an unknown variable", '"OAIWIRE_TESTS"', '"OAIWIRE_TEST"'),
            ("another recipe's version", "self.version = ", 'self.version = "9.9.9" or '),
            ("a component without its package", "simdjson/[>=3.0 <5]", "simdjsen/[>=3.0 <5]")):
        if old not in recipe:
            raise SystemExit(f"self test: the recipe has no {old}")
        seen[name] = check_recipe(f, recipe.replace(old, new))
    if not all(seen.values()):
        raise SystemExit("the checker does not see: " +
                         ", ".join(name for name, wrong in seen.items() if not wrong))


def main():
    f = facts(Path(sys.argv[1]).resolve())
    self_test(f)
    if wrong := check_port(f) + check_recipe(f) + check_wrap(f):
        sys.exit("\n".join(wrong))
    if len(sys.argv) > 3:
        try_port(f, Path(sys.argv[2]).resolve(), sys.argv[3])


if __name__ == "__main__":
    main()
