"""Which names the headers protect from macros of the program that includes them, and how.

Engines, platforms and frameworks define macros that are ordinary words (check, min, ERROR, slots).
For the time of an outermost include, core/macros_hold.hpp takes away those that the headers use as
names, and core/macros_restore.hpp gives them back. Both files are lists, written by
`tests/build/macros.py . --write`; the single header protects every name that it contains.

A name that is no macro when a header begins is left alone: what a standard header defines meanwhile
stays. That also makes the lists cheap, since nothing happens for a name that is no macro.
"""

import re

# Macros of the C and C++ standard, of POSIX and of the libraries that adapters use: the headers mean
# the macro. Functions of the C library are here, since a platform may have them as macros alone.
NOT_OURS = re.compile(
    r"_\w*|\w*__\w*|OAIWIRE_\w+"
    r"|BOOST_\w+|BOTAN_\w+|CPPHTTPLIB_\w+|(LIB)?CURL\w*|EVP_\w+|OPENSSL_\w+"
    r"|INTERNET_\w+|WINHTTP_\w+|Win[Hh]ttp\w+|WSA\w+|FORMAT_MESSAGE_\w+|(DLL|NT|WIN)_\w+|SD_\w+"
    r"|(ATOMIC|CP|CLOCK|DBL|EFD|EPOLL|FD|FIO|FLT|FP|INADDR|IPPROTO|LDBL|M|MSG|O|SEEK|SHUT|SIG|SO|SOL|TCP)"
    r"_\w+|[AP]F_\w+|AI_\w+|EAI_\w+|INT_M(AX|IN)|NI_\w+|POLL[A-Z]+|SIG[A-Z]+|SOCK_\w+|SOMAXCONN"
    r"|U?INT(8|16|32|64|PTR|MAX)_(MAX|MIN|C)|U?(CHAR|SHRT|LONG|LLONG)_(MAX|MIN|BIT)|UINT_MAX"
    r"|(PTRDIFF|SIZE|WCHAR)_(MAX|MIN)|PRI[a-zA-Z]+\d*"
    r"|E(ACCES|ADDR|AGAIN|ALREADY|BADF|CONN|DOM|DESTADDR|EXIST|FAULT|HOST|INPROGRESS|INTR|INVAL|IO|ISCONN"
    r"|MFILE|MSG|NET|NO|NOENT|NOMEM|NOTCONN|OPNOTSUPP|OVERFLOW|PERM|PIPE|PROTO|RANGE|SRCH|TIMEDOUT"
    r"|WOULDBLOCK)[A-Z0-9]*"
    r"|FIONBIO|fcntl|BUFSIZ|EDOM|EOF|ERANGE|EXIT_FAILURE|EXIT_SUCCESS|FILE|HUGE_VALF?|INFINITY|NAN|NULL|RAND_MAX"
    r"|INVALID_\w+|SOCKET_ERROR|MAKEWORD|CURL"
    r"|assert|errno|offsetof|setjmp|stderr|stdin|stdout|va_(arg|copy|end|list|start)|unix|linux"
    r"|abort|abs|accept|atoi|atol|calloc|ceil|copysign|exit|exp|fabs|fclose|fdopen|feof|ferror|fflush"
    r"|fgets|floor|fmod|fopen|fpclassify|fprintf|fputs|fread|free|frexp|fseek|ftell|fwrite|getc|getenv"
    r"|gmtime\w*|h_addr|[hn]to[hn][sl]|isfinite|isinf|isnan|isnormal|ldexp|localtime\w*|malloc"
    r"|mem(chr|cmp|cpy|move|set)|nextafter|pow|printf|putc|puts|qsort|realloc|s6?_addr|sa_handler"
    r"|sa_sigaction|scanf|signal|sig(add|del|empty|fill|is)\w+|signbit|snprintf|sprintf|sqrt|sscanf"
    r"|str(cat|chr|cmp|cpy|dup|error|len|n?casecmp|ncat|ncmp|ncpy|rchr|str|to[a-z]+)|time|trunc"
    r"|vsnprintf|vsprintf|wait|waitpid|wcs\w+")

# `defined` and the spellings of operators cannot be macros.
NEVER_MACROS = set("and and_eq bitand bitor compl defined not not_eq or or_eq xor xor_eq".split())

# Not code, so not in reach of macros.
NOT_CODE = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r'|R"(?P<end>[^()\\ ]*)\(.*?\)(?P=end)"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![\w])\'(?:\\.|[^\'\\\n])+\''
    r"|^[ \t]*#[ \t]*(?:include|error|pragma)\b[^\n]*", re.M | re.S)
WORD = re.compile(r"(?<![\w'.])[A-Za-z_]\w*|(?<=\.)[A-Za-z_]\w*")
DEFINED = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.M)
UNDEFINED = re.compile(r"^[ \t]*#[ \t]*undef[ \t]+(\w+)", re.M)


def names_in(text):
    """The names of a header's text that a program's macros could break."""
    lasting = set(DEFINED.findall(text)) - set(UNDEFINED.findall(text))
    code = re.sub(r"^[ \t]*#[ \t]*(\w+)", " ", NOT_CODE.sub(" ", text), flags=re.M)
    return {name for name in WORD.findall(code)
            if not NOT_OURS.fullmatch(name)} - NEVER_MACROS - lasting


def hold(names, held="HELD"):
    """The text that takes macros away. `held` tells one list from another that is held meanwhile."""
    return "".join(f"#ifdef {name}\n#define OAIWIRE_{held}_{name}\n#pragma push_macro(\"{name}\")\n"
                   f"#undef {name}\n#endif\n" for name in sorted(names))


def restore(names, held="HELD"):
    """The text that gives back what `hold` took."""
    return "".join(f"#ifdef OAIWIRE_{held}_{name}\n#undef OAIWIRE_{held}_{name}\n"
                   f"#pragma pop_macro(\"{name}\")\n#endif\n" for name in sorted(names))
