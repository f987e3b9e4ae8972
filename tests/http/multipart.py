"""Reads a line of JSON {"type": ..., "parts": [[name, filename, type, content as hex], ...]} and then
a form from standard input; fails unless Python's email package parses these parts from it."""

import email.parser
import email.policy
import json
import sys


def main():
    expected = json.loads(sys.stdin.buffer.readline())
    body = sys.stdin.buffer.read()
    head = f"Content-Type: {expected['type']}\r\nMIME-Version: 1.0\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    if message.defects or not message.is_multipart():
        sys.exit(f"not a form: {message.defects}")
    found = []
    for part in message.get_payload():
        if part.get_content_disposition() != "form-data" or part.defects:
            sys.exit(f"not a part of a form: {part.items()} {part.defects}")
        disposition = part["Content-Disposition"].params
        found.append([disposition["name"], disposition.get("filename"), part["Content-Type"],
                      part.get_payload(decode=True).hex()])
    if found != expected["parts"]:
        sys.exit(f"found {found}\nexpected {expected['parts']}")


if __name__ == "__main__":
    main()
