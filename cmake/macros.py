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
    r"|FIONBIO|BUFSIZ|EDOM|EOF|ERANGE|EXIT_FAILURE|EXIT_SUCCESS|FILE|HUGE_VALF?|INFINITY|NAN|NULL|RAND_MAX|fcntl"
    r"|INVALID_\w+|SOCKET_ERROR|MAKEWORD|CURL"
    r"|assert|errno|offsetof|setjmp|stderr|stdin|stdout|va_(arg|copy|end|list|start)|unix|linux"
    r"|h_addr|[hn]to[hn][sl]|s6?_addr|sa_handler|sa_sigaction|sig(add|del|empty|fill|is)\w+")

# Keywords, and words that standard headers use: those are read while macros are held.
STANDARD = frozenset("""
ELAST abort abs absolute access acos acosh acoshf acoshl advance align alignas aligned
aligned_alloc alignof all_of allocator alpha and_then any any_of apply asctime asin asinh asinhf
asinhl asm assign async at at_quick_exit atan atan2 atanh atanhf atanhl atexit atof atoi atol
atoll atomic_flag auto auto_ptr back basic_string begin bind bitset bool bool_constant boolalpha
break bsearch btowc byte c16rtomb c32rtomb c8rtomb c_str calloc capacity case catch category
cbegin cbrt cbrtf cbrtl ceil cend center char char16_t char32_t char8_t char_traits class classic
clear clearerr clock clone co_await co_return co_yield code collate combine common complex concat
concept conditional conj const const_cast const_iterator const_pointer const_reference constant
consteval constexpr constinit construct continue copy_n copysign copysignf copysignl cos cosh
count counter crbegin cref crend ctime ctype cur data deallocate dec decay decltype declval
default delete deprecated dest destroy detach difference_type difftime digits discard distance div
div_t divides do double dynamic_cast else emplace emplace_back empty enable_if endl entropy enum
erase erf erfc erfcf erfcl erff erfl exception exchange exclusive exit exp exp2 exp2f exp2l
explicit expm1 expm1f expm1l export extent extern extract fabs facet fallthrough false false_type
fclose fdim fdimf fdiml feclearexcept fegetenv fegetexceptflag fegetround feholdexcept feof
feraiseexcept ferror fesetenv fesetexceptflag fesetround fetestexcept feupdateenv fflush fgetc
fgetpos fgets fgetwc fgetws fill fill_n final find first fixed flip float floor fma fmaf fmal fmax
fmaxf fmaxl fmin fminf fminl fmod fopen for for_each formatter forward fpclassify fprintf fputc
fputs fputwc fputws fread free freopen frexp friend front fscanf fseek fsetpos ftell function
fwide fwprintf fwrite fwscanf gamma gcd generate get get_if getc getchar getenv getline gets getwc
getwchar gmtime goodbit goto has_value hash hasher hex holds_alternative hypot hypotf hypotl
identity if ifstream ignore ilogb ilogbf ilogbl imag imaxabs imaxdiv includes inclusive increment
index_sequence infinity init initializer_list inline inplace insert int int16_t int32_t int64_t
int8_t integral_constant intmax_t intptr_t invoke ios iota is_same isalnum isalpha isblank iscntrl
isdigit isfinite isgraph isgreater isgreaterequal isinf isless islessequal islessgreater islower
isnan isnormal isprint ispunct isspace istream isunordered isupper iswalnum iswalpha iswblank
iswcntrl iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit
isxdigit iter iter_swap iter_value_t iterator iterator_traits joinable key_type labs lambda
launder lcm ldexp ldiv left length lerp lexicographical_compare lgamma lgammaf lgammal likely
llabs lldiv llrint llrintf llrintl llround llroundf llroundl locale localeconv localtime lock
lock_guard log log10 log1p log1pf log1pl log2 log2f log2l logb logbf logbl long longjmp lrint
lrintf lrintl lround lroundf lroundl make_heap make_pair make_shared make_tuple make_unique malloc
max max_align_t max_element maybe_unused mblen mbrlen mbrtoc16 mbrtoc32 mbrtoc8 mbrtowc mbsinit
mbsrtowcs mbstowcs mbtowc mean mem_fn memchr memcmp memcpy memmove memset merge message micro
milli min min_element minmax mktime modf modulus monostate move move_backward multimap multiset
mutable namespace nan nanf nanl nano narrow nearbyint nearbyintf nearbyintl negate negation new
next nextafter nextafterf nextafterl nexttoward nexttowardf nexttowardl no_unique_address
nodiscard noexcept none_of noreturn norm not_fn nothrow notify_all notify_one npos nullptr
nullptr_t num numpunct oct operator or_else ostream overflow override parallel partition pause
perror phase phi pico pipe pointer polar pop_back pop_front pop_heap popcount pow precision
predicate prev print printf private proj promise protected ptrdiff_t public punct push_back
push_front push_heap putc putchar puts putwc putwchar qsort quick_exit quiet_NaN quot raise rand
random ratio real realloc rebind reduce ref refcount reference register rehash reinterpret_cast
release rem remainder remainderf remainderl remove remove_if remquo remquof remquol rename rep
replace requires res reserve reset resize return reverse reverse_iterator rewind right rint rintf
rintl rotate rotl rotr round roundf roundl runtime_error sample scalbln scalblnf scalblnl scalbn
scalbnf scalbnl scanf scientific search second seed seq set_difference set_union setbuf setf
setlocale setvbuf setw shared_future shared_ptr short shrink_to_fit shuffle signaling_NaN signbit
signed sin sinh size size_t size_type sizeof skipws snprintf sort sprintf sqrt srand sscanf ssize
stable_sort stack static static_assert static_cast stddev str strcat strchr strcmp strcoll strcpy
strcspn streambuf strerror strftime string_view stringbuf stringstream strlen strncat strncmp
strncpy strpbrk strrchr strspn strstr strtod strtof strtok strtol strtold strtoll strtoul strtoull
struct strxfrm subrange substr swap swap_ranges switch swprintf swscanf symbol sync system
system_error tan tanh template terminate test tgamma tgammaf tgammal this thread thread_local
throw tie time timespec_get tmpfile tmpnam to_address to_array to_string tolower toupper towctrans
towlower towupper transform true true_type trunc truncf truncl try try_lock tuple_size typ
type_info typedef typeid typename uint16_t uint32_t uint64_t uint8_t uintmax_t uintptr_t underflow
ungetc ungetwc uninitialized_copy union unique unique_ptr unlikely unlock unordered unsigned upper
use_facet using val valarray value value_or value_type vfprintf vfscanf vfwprintf vfwscanf views
virtual visit void void_t volatile vprintf vscanf vsnprintf vsprintf vsscanf vswprintf vswscanf
vwprintf vwscanf wait wchar_t wcrtomb wcscat wcschr wcscmp wcscoll wcscpy wcscspn wcsftime wcslen
wcsncat wcsncmp wcsncpy wcspbrk wcsrchr wcsrtombs wcsspn wcsstr wcstod wcstof wcstok wcstol
wcstold wcstoll wcstombs wcstoul wcstoull wcsxfrm wctob wctomb wctrans wctype weak_ptr what while
wmemchr wmemcmp wmemcpy wmemmove wmemset wprintf ws wscanf wstring xalloc
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
PASTES = re.compile(r"^#define (\w+)\((\w+)\) (.*##.*)$", re.M)
UNDEFINED = re.compile(r"^[ \t]*#[ \t]*undef[ \t]+(\w+)", re.M)


def names_of(texts):
    """The names of several texts, and those of the standard headers that they include."""
    return STANDARD.union(*map(names_in, texts))


def pasted(text):
    """The names that macros with ## make of their one argument: N8(a) makes a0, a1 and so on."""
    for macro, parameter, body in PASTES.findall(text):
        ends = re.findall(rf"\b{parameter}##(\w+)", body)
        for argument in re.findall(rf"\b{macro}\((\w+)\)", text):
            yield from (argument + end for end in ends)


def names_in(text):
    """The names of a header's text that a program's macros could break."""
    lasting = set(DEFINED.findall(text)) - set(UNDEFINED.findall(text))
    code = re.sub(r"^[ \t]*#[ \t]*(\w+)", " ", NOT_CODE.sub(" ", text), flags=re.M)
    return {name for name in [*WORD.findall(code), *pasted(text)]
            if not NOT_OURS.fullmatch(name)} - NEVER_MACROS - lasting


def hold(names, held="HELD"):
    """The text that takes macros away. `held` tells one list from another that is held meanwhile."""
    return "".join(f"#ifdef {name}\n#define OAIWIRE_{held}_{name}\n#pragma push_macro(\"{name}\")\n"
                   f"#undef {name}\n#endif\n" for name in sorted(names))


def restore(names, held="HELD"):
    """The text that gives back what `hold` took."""
    return "".join(f"#ifdef OAIWIRE_{held}_{name}\n#undef OAIWIRE_{held}_{name}\n"
                   f"#pragma pop_macro(\"{name}\")\n#endif\n" for name in sorted(names))
