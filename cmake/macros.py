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
# the macro. Functions of the C library are not here: without its macro, a name means the function.
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
    r"|h_addr|[hn]to[hn][sl]|s6?_addr|sa_handler|sa_sigaction|sig(add|del|empty|fill|is)\w+")

# Words that standard headers use: they are read while macros are held.
STANDARD = frozenset("""
absolute access acos advance align aligned allocator alpha any apply asin assign async atan atan2
atof atomic_flag auto_ptr begin bind bitset bool_constant boolalpha bsearch byte calloc category
cbegin ceil cend center classic clone collate combine common complex concat conditional conj
constant construct copysign cos cosh counter crbegin cref crend ctime ctype cur deallocate dec
decay deprecated dest destroy detach difftime digits discard distance div div_t divides endl
entropy erf exception exchange exclusive exit exp exp2 expm1 extent extract facet fclose fdim feof
ferror fflush fgetc fgetpos fgets fill fixed flip floor fma fmax fmin fmod fopen for_each
formatter fpclassify fprintf fputc fputs free frexp fscanf fseek fsetpos ftell fwrite gamma gcd
generate getc getchar getenv getline gets gmtime goodbit hash hasher hex hypot identity ifstream
ignore ilogb imag includes inclusive increment infinity init initializer_list inplace invoke ios
iota isalnum isalpha isblank iscntrl isdigit isfinite isgraph isgreater isinf isless islower isnan
isnormal isprint ispunct isspace istream isunordered isupper isxdigit iter iter_swap iter_value_t
iterator iterator_traits joinable key_type labs lambda launder lcm ldexp ldiv left lerp
lexicographical_compare lgamma likely llabs llround locale localeconv localtime lock lock_guard
log log10 log1p log2 logb longjmp lrint lround make_heap make_pair make_tuple malloc max
max_element mblen mbstowcs mean mem_fn memchr memcmp memcpy memmove memset merge micro milli min
min_element minmax mktime modf modulus monostate move move_backward multimap multiset nan nano
narrow nearbyint negate negation new next nextafter none_of norm not_fn nothrow num numpunct oct
ostream overflow parallel partition pause perror phase phi pico pipe polar pop_heap popcount pow
precision predicate prev print printf proj promise punct push_heap putc putchar puts qsort
quiet_NaN quot raise rand random ratio real realloc rebind reduce ref refcount rehash release rem
remainder remove remove_if remquo rename rep replace res reverse rewind right rint rotate rotl
rotr round runtime_error sample scanf scientific search seed seq set_difference set_union setbuf
setf setlocale setvbuf setw shared_future shuffle signaling_NaN signbit sin sinh size_type skipws
snprintf sort sprintf sqrt srand sscanf ssize stable_sort stack stddev str strcat strchr strcmp
strcoll strcpy strcspn streambuf strerror stringbuf stringstream strlen strncat strncmp strncpy
strpbrk strrchr strspn strstr strtod strtof strtok strtol strtold strtoll strtoul strtoull strxfrm
subrange swap swap_ranges swprintf symbol sync system system_error tan tanh terminate test tgamma
thread throw tie time tmpfile tmpnam to_address to_array to_string tolower toupper trunc try_lock
typ type_info underflow ungetc uninitialized_copy unique unlikely unlock unordered unsigned upper
use_facet val valarray vfprintf views void_t vprintf vsnprintf vsprintf vsscanf wcschr wcscmp
wcslen wcstod wcstol weak_ptr wmemcpy ws wstring xalloc
""".split())

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


def names_of(texts):
    """The names of several texts, and those of the standard headers that they include."""
    return STANDARD.union(*map(names_in, texts))


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
