"""Which compilers a test that is given several can use."""

import subprocess


def installed(names):
    """Those of `names` that are installed, each compiler once: the build names one by its path, such
    as /usr/bin/clang++, and the test names clang++ as well. Two are the same if they say the same
    about themselves, their own name apart. (ccache may stand behind several of one real path.)"""
    by_words = {}
    for name in names:
        try:
            said = subprocess.run([name, "--version"], capture_output=True, text=True)
        except FileNotFoundError:
            continue
        if not said.returncode:
            first, _, rest = said.stdout.partition(" ")
            words = rest if first == name.rpartition("/")[2] else said.stdout
            by_words.setdefault(words, name)
    return list(by_words.values())
