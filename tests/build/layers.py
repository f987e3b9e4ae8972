"""Checks every #include of the library against the table of layers: layers.py SOURCE_DIR."""

import re
import sys
from pathlib import Path

# What a layer may include besides itself and the standard library. None: everything.
BELOW_BODY = {"core", "json/text", "types", "reflect", "json", "http"}
BELOW_STREAM = BELOW_BODY | {"body", "sse"}
BELOW_API = BELOW_STREAM | {"stream"}
BELOW_CLIENT = BELOW_API | {"api"}
MAY_INCLUDE = {
    "core": set(),
    "json/text": {"core"},
    "types": {"core", "json/text"},
    "reflect": {"core"},
    "json": {"core", "json/text", "types", "reflect"},
    "http": {"core"},
    "sse": {"core", "json/text"},
    "body": BELOW_BODY,
    "stream": BELOW_STREAM,
    "api": BELOW_API,
    "client": BELOW_CLIENT,
    "confidential": BELOW_CLIENT | {"client"},  # its client is a client with a special transport
    "providers": BELOW_CLIENT,
    "tools": BELOW_CLIENT | {"client"},  # what client::parse() and client::run_tools() run
    "transport": BELOW_CLIENT | {"client", "session", "websocket"},
    "server": BELOW_CLIENT,
    "bridge": BELOW_CLIENT | {"server"},
    "websocket": {"core", "http"},
    "session": BELOW_CLIENT | {"websocket"},  # what is said over a WebSocket
    "webhooks": BELOW_CLIENT,
    "door": None,
    "platform": None,
    "oaiwire": None,
}
ROOTS = {"door", "oaiwire", "platform"}

# One header ("door") per section of the API, for programs that use only that section. Its transitive
# includes must not belong to other doors, except for those listed here.
DOORS = {
    "audio": set(),
    "background": {"responses"},
    "batches": {"audio", "chat", "completions", "embeddings", "images", "moderations", "responses",
                "videos"},
    "bridge": {"chat", "responses"},
    "chat": set(),
    "completions": set(),
    "confidential": {"chat", "completions", "embeddings", "gateways", "images"},
    "containers": {"files", "responses"},
    "conversations": {"responses"},
    "decisions": set(),
    "embeddings": set(),
    "evals": {"responses"},
    "files": set(),
    "fine_tuning": {"evals", "responses"},
    "gateways": set(),
    "images": set(),
    "live": {"decisions", "responses"},
    "models": set(),
    "moderations": set(),
    "realtime": {"audio", "responses"},
    "responses": set(),
    "safety": set(),
    "server": {"audio", "chat", "completions", "embeddings", "gateways", "images", "models",
               "moderations", "responses"},
    "skills": set(),
    "tools": {"chat", "responses"},
    "uploads": {"files"},
    "vector_stores": {"files"},
    "videos": set(),
    "voices": set(),
    "webhooks": set(),
    "websocket": {"responses"},
}
# The door of a header whose name does not tell it: the first matching pattern.
OF_DOOR = [
    (r"api/operations/(?P<door>\w+)\.hpp", None),
    (r"confidential/\w+\.hpp|stream/sealed_stream\.hpp|types/confidential\.hpp", "confidential"),
    (r"stream/response_\w+\.hpp|types/response(_(?!settings)\w+)?\.hpp", "responses"),
    (r"stream/audio_stream\.hpp|types/audio\.hpp", "audio"),
    (r"stream/image_stream\.hpp", "images"),
    (r"types/(?P<door>batches|containers|conversations|decisions|embeddings|evals|files|fine_tuning"
     r"|live|models|moderations|realtime|safety|skills|uploads|vector_stores|videos|voices|webhooks)"
     r"(_\w+)?\.hpp", None),
    (r"types/graders\.hpp", "evals"),
    (r"session/(?P<door>realtime|live)_\w+\.hpp", None),
    (r"webhooks/\w+\.hpp", "webhooks"),
    (r"types/(nodes|proxy|search)\.hpp", "gateways"),
]

# Third-party headers: the only files that may include them.
FOREIGN = {
    r"simdjson\.h": r"(?!)",  # json/simd.hpp declares what it needs
    r"curl/curl\.h": r"transport/curl(_errors|_pool|_setup|_sockets|_transfer|_websocket)?",
    r"httplib\.h": r"transport/httplib(_\w+)?",
    r"(fcntl|poll|sys/socket)\.h": r"transport/(httplib(_sigpipe)?|socket_system)",
    r"(pthread|signal)\.h": r"transport/httplib(_sigpipe)?",
    r"(netdb|netinet/(in|tcp)|winsock2|ws2tcpip)\.h": r"transport/socket_system",
    r"sys/e(poll|ventfd)\.h": r"transport/curl_sockets",
    r"unistd\.h": r"transport/(curl_sockets|httplib(_sigpipe)?|socket_system)",
    r"boost/[\w/]+\.hpp": r"transport/beast(_\w+)?",
    r"(windows|winhttp)\.h": r"transport/winhttp_windows",
    r"botan/\w+\.h": r"(confidential|webhooks)/botan",
    r"openssl/\w+\.h": r"webhooks/openssl",
    r"\w*intrin\.h|arm_neon\.h": r"(core|json|sse)/\w+",
    r"cpuid\.h": r"core/cpu",
}

# Standard headers that are too heavy, bring global state, or are out of scope.
BANNED_STD = {
    "chrono", "filesystem", "fstream", "functional", "future", "iomanip", "iostream", "istream",
    "locale", "mutex", "ostream", "random", "ranges", "regex", "sstream", "stop_token", "thread",
}
MAY_INCLUDE_BANNED_STD = {"transport"}

INCLUDE = re.compile(r"^\s*#\s*include\s*(\S+)", re.M)


def layer_of(name):
    """Returns the layer of a header: json/text for `json/text/scan.hpp`, client for `client.hpp`."""
    if name.startswith("json/text/"):
        return "json/text"
    layer = name.split("/")[0].removesuffix(".hpp")
    return "door" if "/" not in name and layer in DOORS else layer


def door_of(name):
    """Returns the door of a header, such as embeddings for `types/embeddings.hpp`; None: all doors."""
    for pattern, door in OF_DOOR:
        if found := re.fullmatch(pattern, name):
            door = door or found["door"]
            return door if door in DOORS else None
    return None


def included_by(name, headers):
    """Returns the transitive includes of `name`, including itself."""
    seen, todo = set(), [name]
    while todo:
        at = todo.pop()
        if at not in seen and at in headers:
            seen.add(at)
            todo += [i[len("<oaiwire/"):-1] for i in INCLUDE.findall(headers[at])
                     if i.startswith("<oaiwire/")]
    return seen


def check_doors(headers):
    """Returns the headers that a door includes although they belong to another."""
    wrong = []
    for door, others in DOORS.items():
        for name in sorted(included_by(f"{door}.hpp", headers)):
            if door_of(name) not in {None, door} | others:
                wrong.append(f"{door}.hpp includes {name}, which is of {door_of(name)}.hpp")
    return wrong


def check(headers):
    """Returns the violations in `headers`, a dict from names such as json/read.hpp to texts."""
    wrong = []
    for name, text in sorted(headers.items()):
        layer = layer_of(name)
        if layer not in MAY_INCLUDE:
            wrong.append(f"{name}: no layer is called {layer}")
            continue
        if not text.startswith("// "):
            wrong.append(f"{name}: does not begin by saying what it is")
        if "\n#pragma once\n" not in text and not name.startswith("core/macros_"):
            wrong.append(f"{name}: lacks #pragma once")
        for spelled in INCLUDE.findall(text):
            said = f"{name} includes {spelled}"
            if not re.fullmatch(r"<\S+>", spelled):
                wrong.append(f"{said}: own includes are spelled <oaiwire/...>")
                continue
            included = spelled[1:-1]
            if included.startswith("oaiwire/"):
                included = included.removeprefix("oaiwire/")
                target, allowed = layer_of(included), MAY_INCLUDE[layer]
                if included not in headers:
                    wrong.append(f"{said}, which does not exist")
                elif target in ROOTS and not (target == "door" and layer in ROOTS - {"door"}):
                    wrong.append(f"{said}: nothing includes a root")
                elif allowed is not None and target != layer and target not in allowed:
                    wrong.append(f"{said}: {layer} must not know {target}")
                elif included == name:
                    wrong.append(f"{said}: itself")
            elif re.fullmatch(r"\w+", included):
                if included in BANNED_STD and layer not in MAY_INCLUDE_BANNED_STD:
                    wrong.append(f"{said}, which is banned")
            else:
                where = next((w for f, w in FOREIGN.items() if re.fullmatch(f, included)), None)
                if where is None or not re.fullmatch(where + r"\.hpp", name):
                    wrong.append(f"{said}, which is not its to include")
    return wrong + check_doors(headers)


def header(*includes):
    return "// A header.\n#pragma once\n" + "".join(f"#include {i}\n" for i in includes)


def self_test():
    """Tests the checker itself: each of these sets of headers breaks one rule."""
    good = {
        "core/error.hpp": header("<string>"),
        "json/read.hpp": header("<oaiwire/core/error.hpp>"),
        "json/text/scan.hpp": header("<oaiwire/core/error.hpp>"),
        "sse/decoder.hpp": header("<oaiwire/json/text/scan.hpp>"),
        "transport/curl.hpp": header("<curl/curl.h>", "<chrono>", "<oaiwire/client.hpp>"),
        "client.hpp": header("<oaiwire/json/read.hpp>"),
        "types/audio.hpp": header("<string>"),
        "api/operations/audio.hpp": header("<oaiwire/types/audio.hpp>"),
        "audio.hpp": header("<oaiwire/api/operations/audio.hpp>"),
        "chat.hpp": header("<oaiwire/client.hpp>"),
        "oaiwire.hpp": header("<oaiwire/audio.hpp>", "<oaiwire/chat.hpp>"),
    }
    bad = {
        "core/up.hpp": header("<oaiwire/json/read.hpp>"),
        "sse/json.hpp": header("<oaiwire/json/read.hpp>"),
        "json/text/up.hpp": header("<oaiwire/json/read.hpp>"),
        "core/text.hpp": header("<oaiwire/json/text/scan.hpp>"),
        "api/late.hpp": header("<oaiwire/client.hpp>"),
        "json/second.hpp": header("<simdjson.h>"),
        "stream/simdjson.hpp": header("<simdjson.h>"),
        "api/curl.hpp": header("<curl/curl.h>"),
        "transport/beast_and.hpp": header("<httplib.h>"),
        "transport/winhttp.hpp": header("<windows.h>"),
        "client/asio.hpp": header("<boost/asio/ip/tcp.hpp>"),
        "confidential/seal.hpp": header("<botan/ffi.h>"),
        "http/socket.hpp": header("<sys/socket.h>"),
        "core/print.hpp": header("<iostream>"),
        "client/root.hpp": header("<oaiwire/oaiwire.hpp>"),
        "client/door.hpp": header("<oaiwire/chat.hpp>"),
        "chat.hpp": header("<oaiwire/types/audio.hpp>"),
        "models.hpp": header("<oaiwire/api/operations/audio.hpp>"),
        "core/gone.hpp": header("<oaiwire/core/none.hpp>"),
        "core/quoted.hpp": header('"error.hpp"'),
        "core/spaced.hpp": "// A header.\n#pragma once\n  #  include <oaiwire/client.hpp>\n",
        "core/mute.hpp": "#pragma once\n",
        "core/unguarded.hpp": "// A header.\n",
        "utils/any.hpp": header(),
    }
    if check(good):
        raise SystemExit("the checker refuses what is right: " + "; ".join(check(good)))
    for name, text in bad.items():
        if not check(good | {name: text}):
            raise SystemExit(f"the checker does not see what is wrong with {name}")


def main():
    self_test()
    root = Path(sys.argv[1]) / "include/oaiwire"
    headers = {p.relative_to(root).as_posix(): p.read_text(encoding="utf-8")
               for p in root.rglob("*.hpp")}
    if not headers:
        raise SystemExit(f"no headers in {root}")
    sys.exit("\n".join(check(headers)) or None)


if __name__ == "__main__":
    main()
