"""The Conan 2 recipe of oaiwire. In the library's own tree, `conan create cmake/packaging/conan` makes a
package of that tree; in a release, conandata.yml says where its sources are, and their hash."""

import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, get, load, rmdir

required_conan_version = ">=2.0"

# What each adapter needs: the requirement, and the components that its target links.
ADAPTERS = {
    "curl": ("libcurl/[>=7.80 <9]", ["libcurl::libcurl"]),
    "httplib": ("cpp-httplib/[>=0.11 <1]", ["cpp-httplib::cpp-httplib"]),
    "beast": ("boost/[>=1.74 <2]", ["boost::headers", "openssl::ssl"]),
    "botan": ("botan/[>=2.8 <4]", ["botan::botan"]),
    "openssl": ("openssl/[>=1.1 <4]", ["openssl::crypto"]),
}
# Folders and files of the tree that a package is made of.
SOURCES = ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*")


class OaiwireConan(ConanFile):
    name = "oaiwire"
    description = "The OpenAI-compatible wire protocol in C++20, without a transport"
    license = "MIT"
    topics = ("openai", "llm", "json", "sse", "header-only")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        "compiled": [True, False],  # the library compiled once, beside its headers
        "simdjson": [True, False],  # long texts are checked by simdjson
        **{adapter: [True, False] for adapter in ADAPTERS},
    }
    default_options = {
        "shared": False,
        "fPIC": True,
        "compiled": False,
        "simdjson": True,
        **{adapter: False for adapter in ADAPTERS},
    }

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, os.pardir, os.pardir, os.pardir)

    @property
    def _adapters(self):
        return [adapter for adapter in ADAPTERS if self.options.get_safe(adapter)]

    def set_version(self):
        header = os.path.join(self._tree, "include", "oaiwire", "core", "version.hpp")
        if not self.version and os.path.exists(header):
            self.version = ".".join(re.findall(r"^#define OAIWIRE_VERSION_\w+ (\d+)$",
                                               load(self, header), re.M))

    def export_sources(self):
        if not self.conan_data:
            for pattern in SOURCES:
                copy(self, pattern, self._tree, self.export_sources_folder)

    def config_options(self):
        if self.settings.os == "Windows":
            del self.options.fPIC
            del self.options.httplib

    def configure(self):
        if self.options.get_safe("shared") or not self.options.compiled:
            self.options.rm_safe("fPIC")
        if not self.options.compiled:
            self.options.rm_safe("shared")
            self.package_type = "header-library"
        elif self.options.shared:
            self.package_type = "shared-library"
        else:
            self.package_type = "static-library"

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        needed = [ADAPTERS[adapter][0] for adapter in self._adapters]
        if self.options.simdjson:
            needed.append("simdjson/[>=3.0 <5]")
        if "beast" in self._adapters:
            needed.append(ADAPTERS["openssl"][0])
        for requirement in dict.fromkeys(needed):
            self.requires(requirement, transitive_headers=True, transitive_libs=True)

    def build_requirements(self):
        self.tool_requires("cmake/[>=3.24]")

    def package_id(self):
        if not self.info.options.compiled:
            self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)
        if self.options.get_safe("shared") and self.settings.os == "Windows":
            raise ConanInvalidConfiguration("the compiled form is static on Windows")

    def source(self):
        if self.conan_data:
            get(self, **self.conan_data["sources"][self.version], strip_root=True)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables.update({
            "OAIWIRE_TESTS": False,
            "OAIWIRE_EXAMPLES": False,
            "OAIWIRE_INSTALL": True,
            "OAIWIRE_COMPILED": bool(self.options.compiled),
            "OAIWIRE_SIMDJSON": bool(self.options.simdjson),
            "OAIWIRE_ADAPTERS": ",".join(["none", *self._adapters]),
        })
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        if self.options.compiled:
            cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        rmdir(self, os.path.join(self.package_folder, "share"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "oaiwire")
        core = self._component("core")
        if not self.options.simdjson:
            core.defines.append("OAIWIRE_SIMDJSON=0")
        self._component("oaiwire", "core")
        if self.options.simdjson:
            self.cpp_info.components["oaiwire"].requires.append("simdjson::simdjson")
        socket = self._component("socket", "oaiwire")
        if self.settings.os == "Windows":
            socket.system_libs.append("ws2_32")
            self._component("winhttp", "oaiwire").system_libs.append("winhttp")
        elif self.settings.os in ("Linux", "FreeBSD"):
            socket.system_libs.append("pthread")
        for adapter in self._adapters:
            component = self._component(adapter, "oaiwire")
            component.requires += ADAPTERS[adapter][1]
            if adapter in ("beast", "httplib") and self.settings.os in ("Linux", "FreeBSD"):
                component.system_libs.append("pthread")
        if self.options.compiled:
            compiled = self._component("compiled", "core")
            compiled.libs.append("oaiwire")
            compiled.libdirs.append("lib")
            compiled.defines.append("OAIWIRE_DECLARATIONS")
            if self.options.simdjson:
                compiled.requires.append("simdjson::simdjson")

    def _component(self, name, *below):
        component = self.cpp_info.components[name]
        component.set_property("cmake_target_name", f"oaiwire::{name}")
        component.set_property("pkg_config_name",
                               "oaiwire" if name == "oaiwire" else f"oaiwire-{name}")
        component.requires += below
        component.bindirs, component.libdirs = [], []
        return component
