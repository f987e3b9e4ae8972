"""An independent implementation of Atoma's proxy and node: confidential_node.py PROGRAM runs the
tests of tests/confidential/interop.cpp in PROGRAM against it.

Checks everything in the requests and fails the run on an error. Written from the protocol's
description, with Python's `cryptography`; shares no code with the library. The model's name selects
the response. Exits with 77 ("skipped") if the module `cryptography` is missing.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

try:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
except ImportError:
    print("skipped: Python has no module `cryptography`")
    sys.exit(77)

OPERATIONS = {
    "/v1/confidential/chat/completions": "chat",
    "/v1/confidential/completions": "completions",
    "/v1/confidential/embeddings": "embeddings",
    "/v1/confidential/images/generations": "images",
}
MEMBERS = {
    "ciphertext", "client_dh_public_key", "model_name", "node_dh_public_key", "nonce",
    "num_compute_units", "plaintext_body_hash", "salt", "stack_small_id", "stream",
}
REQUIRED = MEMBERS - {"num_compute_units", "stream"}
DEFAULT_TOKENS = 8192
DEFAULT_PIXELS = 1024 * 1024
KEY = "sk-interop"


class Refused(Exception):
    """The request is wrong: a defect of the library."""


class Status(Exception):
    """An error that real servers return for correct requests."""

    def __init__(self, status, code):
        super().__init__(code)
        self.status, self.code = status, code


def b64(data):
    return base64.b64encode(data).decode()


def unb64(text, size=None):
    data = base64.b64decode(text, validate=True)
    if b64(data) != text:
        raise Refused(f"not canonical base64: {text}")
    if size is not None and len(data) != size:
        raise Refused(f"{len(data)} bytes where {size} are due")
    return data


def blake2b_256(data):
    return hashlib.blake2b(data, digest_size=32).digest()


class World:
    def __init__(self):
        self.guard = threading.Lock()
        self.private = X25519PrivateKey.generate()
        self.public = self.private.public_key().public_bytes(Encoding.Raw,
                                                                     PublicFormat.Raw)
        self.locks = {}
        self.next_stack = 100
        self.once = set()  # keys, salts and nonces seen so far
        self.troubled = set()  # models that were refused once
        self.problems = []
        self.calls = {}

    def lock(self, body):
        if not set(body) <= {"model", "max_num_tokens", "timeout"}:
            raise Refused(f"a lock is asked for with {sorted(body)}")
        tokens = body.get("max_num_tokens", DEFAULT_TOKENS)
        with self.guard:
            self.next_stack += 1
            self.locks[self.next_stack] = (body["model"], tokens,
                                           time.monotonic() + body.get("timeout", 5))
            return {"public_key": b64(self.public), "node_small_id": 3,
                    "stack_entry_digest": None, "stack_small_id": self.next_stack,
                    "something_new": [1]}

    def take_lock(self, operation, body):
        units = body.get("num_compute_units")
        if units is None:
            units = DEFAULT_PIXELS if operation == "images" else DEFAULT_TOKENS
        with self.guard:
            model, tokens, end = self.locks.pop(body["stack_small_id"], (None, 0, 0))
        if time.monotonic() > end or tokens < units:
            raise Status(425, "UNAVAILABLE_STACK")
        if model != body["model_name"]:
            raise Refused(f"{body['model_name']} is asked of a lock for {model}")

    def trouble(self, model):
        with self.guard:
            first = model not in self.troubled
            self.troubled.add(model)
        if first and model.startswith("once-"):
            raise Status(int(model.split("-")[1]), "LOCKED")

    def open(self, operation, body):
        """Decrypts and checks a request; returns the key and the plaintext."""
        if not REQUIRED <= set(body) <= MEMBERS:
            raise Refused(f"members: {sorted(body)}")
        client = unb64(body["client_dh_public_key"], 32)
        salt = unb64(body["salt"], 16)
        nonce = unb64(body["nonce"], 12)
        if unb64(body["node_dh_public_key"], 32) != self.public:
            raise Refused("the node's key is another's")
        with self.guard:
            for secret in (client, salt, nonce):
                if secret in self.once:
                    raise Refused("a key, salt or nonce was used before")
                self.once.add(secret)
        shared = self.private.exchange(X25519PublicKey.from_public_bytes(client))
        key = HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"").derive(shared)
        plain = AESGCM(key).decrypt(nonce, unb64(body["ciphertext"]), None)
        if blake2b_256(plain) != unb64(body["plaintext_body_hash"], 32):
            raise Refused("the hash is of another text")
        request = json.loads(plain.decode("utf-8"))
        if request["model"] != body["model_name"]:
            raise Refused("the model inside is another one")
        if operation in ("chat", "completions") and request.get("stream") is not body["stream"]:
            raise Refused("inside and outside differ on `stream`")
        if operation in ("embeddings", "images") and "stream" in request:
            raise Refused("what cannot stream speaks of it")
        return key, request


def answers(operation, request):
    """Returns the plaintexts of a response: one, or those of a stream."""
    head = {"id": "id-1", "created": 1, "model": request["model"]}
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    if operation == "embeddings":
        size = float(len(request["input"]))
        data = [{"object": "embedding", "index": 0, "embedding": [size, -0.5]}]
        return [{"object": "list", "data": data, "model": request["model"], "usage": usage}]
    if operation == "images":
        return [{"created": 1, "data": [{"url": "u:" + request["prompt"]}]}]
    if operation == "completions":
        said = "<" + request["prompt"] + ">"
        if not request["stream"]:
            choice = {"index": 0, "text": said, "finish_reason": "stop", "logprobs": None}
            return [head | {"object": "text_completion", "choices": [choice], "usage": usage}]
        chunks = [{"index": 0, "text": c, "finish_reason": None} for c in said]
        chunks.append({"index": 0, "text": "", "finish_reason": "stop"})
        return [head | {"choices": [c]} for c in chunks] + [head | {"choices": [], "usage": usage}]
    said = "You said: " + request["messages"][-1]["content"]
    if not request["stream"]:
        message = {"role": "assistant", "content": said}
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        return [head | {"object": "chat.completion", "choices": [choice], "usage": usage}]
    deltas = [{"role": "assistant"}] + [{"content": c} for c in said]
    chunks = [{"index": 0, "delta": d} for d in deltas]
    chunks.append({"index": 0, "delta": {}, "finish_reason": "stop"})
    return [head | {"choices": [c]} for c in chunks] + [head | {"choices": [], "usage": usage}]


def sealed(key, request, nonce, number, text):
    model = request["model"]
    data = json.dumps(text, ensure_ascii=False, separators=(",", ":")).encode()
    if model == "fresh-nonces":
        nonce = os.urandom(12)
    ciphertext = bytearray(AESGCM(key).encrypt(nonce, data, None))
    hashed = blake2b_256(data)
    if number == int(request.get("seed", 0)) and model == "wrong-tag":
        ciphertext[0] ^= 1
    if number == int(request.get("seed", 0)) and model == "wrong-hash":
        hashed = blake2b_256(b"another")
    return {"ciphertext": b64(bytes(ciphertext)), "nonce": b64(nonce), "signature": b64(b"s" * 97),
            "response_hash": b64(hashed), "usage": {"total_tokens": number}}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def say(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def do_POST(self):
        world = self.server.world
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            if self.headers["Authorization"] != "Bearer " + KEY:
                raise Refused("no key")
            if self.headers["Content-Type"] != "application/json":
                raise Refused("no content type")
            body = json.loads(body)
            if self.path == "/v1/nodes/lock":
                return self.say(200, world.lock(body))
            operation = OPERATIONS.get(self.path)
            if operation is None:
                raise Refused(f"{self.path} is no operation")
            with world.guard:
                world.calls[operation] = world.calls.get(operation, 0) + 1
            world.take_lock(operation, body)
            world.trouble(body["model_name"])
            self.answer(operation, body["stream"], *world.open(operation, body))
        except Status as refusal:
            self.say(refusal.status, {"error": {"code": refusal.code, "message": "Locked"}})
        except ConnectionError:
            self.close_connection = True  # the client stopped reading
        except Exception as problem:  # any exception must fail the test
            with world.guard:
                world.problems.append(f"{self.path}: {problem!r}")
            self.say(400, {"error": {"code": "INVALID_BODY", "message": repr(problem)}})

    def answer(self, operation, stream, key, request):
        nonce = os.urandom(12)  # one for all events, like real nodes
        texts = answers(operation, request)
        messages = [sealed(key, request, nonce, i, t) for i, t in enumerate(texts)]
        if not stream:
            return self.say(200, messages[0])
        accept = self.headers["Accept"]
        if accept != "text/event-stream":
            raise Refused(f"a stream, accepted as {accept}")
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for number, message in enumerate(messages):
            if number == 3 and request["model"] == "cut":
                self.close_connection = True
                return
            self.chunk(b": keep-alive\n\n")
            self.chunk(b"data: " + json.dumps(message).encode() + b"\n\n")
        self.wfile.write(b"0\r\n\r\n")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def main(program):
    world = World()
    server = Server(("127.0.0.1", 0), Handler)
    server.world = world
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/v1"
    environment = os.environ | {"OAIWIRE_TEST_NODE": url, "OAIWIRE_TEST_NODE_KEY": KEY,
                                "no_proxy": "*"}
    status = subprocess.run([program, "[interop]"], env=environment, timeout=300).returncode
    for problem in world.problems:
        print("the node refused:", problem)
    missing = set(OPERATIONS.values()) - set(world.calls)
    if missing:
        print("never called:", sorted(missing))
    print("calls:", world.calls)
    return 1 if status or world.problems or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
