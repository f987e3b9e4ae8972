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
ELAST L U a abort abs absolute access accumulate acos acosf acosh acoshf acoshl acosl acquire add
addressof adjustfield advance align alignas aligned aligned_alloc alignof all all_of allocate
allocator alnum alpha and_then any any_of app append apply arg array asctime asin asinf asinh
asinhf asinhl asinl asm assign async at at_quick_exit atan atan2 atanf atanh atanhf atanhl atanl
ate atexit atof atoi atol atoll atomic atomic_flag atto attributes auto auto_ptr available b back
bad badbit base basefield basic_string before beg begin beta betaf betal big binary bind
bindtextdomain bitset blank block bool bool_constant boolalpha break broadcast bsearch btowc
bucket byte c c16rtomb c32rtomb c8rtomb c_str calloc canonical capacity case catalog catch
catclose category catgets catopen cbegin cbrt cbrtf cbrtl cdata ceil ceilf ceill cend center centi
char char16_t char32_t char8_t char_traits character chrono clamp class classic clear clearerr
clock clockid clone close cntrl co_await co_return co_yield code codecvt collate combine common
comp compare complex concat concept conditional conj conjunction const const_cast const_iterator
const_pointer const_reference constant consteval constexpr constinit construct consume container
contains continue converted copy copy_n copyable copyfmt copysign copysignf copysignl cos cosf
cosh coshf coshl cosl count counter crbegin cref crend ctime ctype cur current d dangling data
dateorder day days deallocate dec deca decay deci decltype declval default defaultfloat delete den
densities deprecated depth deque dest destroy destructible detach difference_type difftime digit
digits directory discard disjunction distance div div_t divides dmy do do_open done double
duration dynamic_cast e eback ec egamma egptr elapsed else emplace emplace_back empty enable_if
encoding end endian endl ends entropy enum eof eofbit epptr epsilon eq equal equivalent erase erf
erfc erfcf erfcl erff erfl errc error event exa exception exceptions exchange exclusive execution
exists exit exp exp2 exp2f exp2l expf expint expintf expintl expired expl explicit expm1 expm1f
expm1l export ext extension extent extern extract f fabs fabsf fabsl facet fail failbit failed
failure fallthrough false false_type falsename fclose fdim fdimf fdiml feclearexcept fegetenv
fegetexceptflag fegetround feholdexcept femto feof feraiseexcept ferror fesetenv fesetexceptflag
fesetround fetestexcept feupdateenv fflush fgetc fgetpos fgets fgetwc fgetws field fifo filebuf
filename filesystem fill fill_n final find finite first fixed flags flip float floatfield floor
floorf floorl flush fma fmaf fmal fmax fmaxf fmaxl fmin fminf fminl fmod fmodf fmodl fmtflags
fopen for for_each format formatter forward found fpclassify fpos fprintf fputc fputs fputwc
fputws fread free freopen frexp frexpf frexpl friend front fscanf fseek fsetpos fstream ftell fun
function fwide fwprintf fwrite fwscanf gamma gbump gcd gcount general generate get get_if getc
getchar getenv getline getloc gets getwc getwchar giga global gmtime gnu good goodbit goto gptr
graph greater grouping h handle has_value hash hasher hecto hermite hermitef hermitel hex hexfloat
holds_alternative hours hypot hypotf hypotl id identity if ifstream ignore ilogb ilogbf ilogbl
imag imaxabs imaxdiv imbue in includes inclusive increment incrementable index index_sequence
infinity init initializer_list inline inplace insert inserted inserter int int16_t int32_t int64_t
int8_t integral integral_constant internal interrupted intervals intl intmax_t intptr_t invocable
invoke ios iostate iostream iota is is_same isalnum isalpha isblank iscntrl isdigit isfinite
isgraph isgreater isgreaterequal isinf isless islessequal islessgreater islower isnan isnormal
isprint ispunct isspace istream istringstream isunordered isupper iswalnum iswalpha iswblank
iswcntrl iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit
isxdigit iter iter_swap iter_value_t iterator iterator_traits iword join joinable jthread k key
key_type kilo labs laguerre laguerref laguerrel lambda last launder lcm lconv ldexp ldexpf ldexpl
ldiv left legendre legendref legendrel length lerp less lexicographical_compare lgamma lgammaf
lgammal likely link literals little llabs lldiv llrint llrintf llrintl llround llroundf llroundl
load locale localeconv localtime lock lock_guard log log10 log1p log1pf log1pl log2 log2f log2l
logb logbf logbl logf logl long longjmp low lower lowest lrint lrintf lrintl lround lroundf
lroundl lt m make_heap make_pair make_shared make_tuple make_unique malloc map mapped mask max
max_align_t max_element maybe_unused mblen mbrlen mbrtoc16 mbrtoc32 mbrtoc8 mbrtowc mbsinit
mbsnrtowcs mbsrtowcs mbstowcs mbtowc mdy mean mega mem_fn memchr memcmp memcpy memmove memset
merge mergeable message messages micro microseconds midpoint milli milliseconds min min_element
minmax minus minutes mismatch mktime mode modf modff modfl modulus monetary moneypunct monostate
month months movable move move_backward ms multimap multiplier multiplies multiset mutable mutex n
name namespace nan nanf nanl nano nanoseconds nanosleep narrow native nearbyint nearbyintf
nearbyintl negate negation new next nextafter nextafterf nextafterl nexttoward nexttowardf
nexttowardl no_unique_address noboolalpha noconv node nodiscard noexcept nofollow none none_of
noreturn norm noshowbase noshowpoint noshowpos noskipws nostopstate not_fn nothrow notify_all
notify_one nounitbuf nouppercase now npos ns nullopt nullptr nullptr_t num numbers numeric
numpunct object oct offset ofstream ok op open openmode operator optional options or_else ostream
ostringstream osyncstream other out overflow override owner p pair par parallel param parse part
partial partition path pattern pause pbackfail pbase pbump peek period permissions perms
permutable perror peta phase phi pi pico pipe placeholders plus pmr pointer polar pop pop_back
pop_front pop_heap popcount position pow powf powl pptr precision predicate preferred prev print
printf private probabilities proj projected promise protected proximate ptr ptrdiff_t pubimbue
public pubseekoff pubseekpos pubsetbuf pubsync punct push push_back push_front push_heap put
putback putc putchar puts putwc putwchar pword qsort queue quick_exit quiet_NaN quot quoted radix
raise rand random range ranges rank ratio rbegin rdbuf rdstate read readsome real realloc rebind
recursive reduce ref refcount reference refresh register regular rehash reinterpret_cast relation
relative relaxed release rem remainder remainderf remainderl remove remove_if remquo remquof
remquol rename rend rep replace request requires res reserve reset resetiosflags resize resource
result return reverse reverse_iterator rewind rfind right rint rintf rintl rotate rotl rotr round
roundf roundl runtime_error s sample sbumpc scalbln scalblnf scalblnl scalbn scalbnf scalbnl scanf
scientific search second seconds seed seek seekdir seekg seekoff seekp seekpos select sema
semiregular sentry seq set set_difference set_union setbase setbuf setf setfill setg setiosflags
setlocale setp setprecision setstate setvbuf setw sgetc sgetn shared_future shared_ptr shift short
showbase showmanyc showpoint showpos shrink_to_fit shuffle sign signaling_NaN signbit signed sin
sinf sinh sinhf sinhl sinl size size_t size_type sized sizeof skipws sleep snextc snprintf socket
sort sortable space span sprintf sputbackc sputc sputn sqrt sqrtf sqrtl srand sscanf ssize ssize_t
st_atime stable_sort stack started stat state static static_assert static_cast status std stddev
stem stod stof stoi stol stold stoll store stoul stoull str strcat strchr strcmp strcoll strcpy
strcspn strdup stream streambuf streamoff streampos streamsize strerror strftime stricmp strict
string string_view stringbuf stringstream strlen strlwr strncat strncmp strncpy strpbrk strrchr
strspn strstr strtod strtof strtok strtol strtold strtoll strtoul strtoull struct strxfrm subrange
subseconds subspan substr sungetc sv swap swap_ranges swappable switch swprintf swscanf symbol
symlink sync syncbuf syscall system system_error t table tan tanf tanh tanhf tanhl tanl target
tellg tellp template tera terminate test textdomain tgamma tgammaf tgammal this thread
thread_local throw tick tie time timeout timespec timespec_get timezone tinfo tm tmpfile tmpnam
to_address to_array to_string tolower top toupper towctrans towlower towupper transform traps true
true_type truename trunc truncate truncf truncl try try_lock tuple tuple_size typ type type_info
typedef typeid typename uflow uint uint16_t uint32_t uint64_t uint8_t uintmax_t uintptr_t
underflow unexpected unget ungetc ungetwc uninitialized_copy union unique unique_ptr unitbuf
unknown unlikely unlock unordered unseq unsetf unshift unsigned unsized upper uppercase us
use_facet uselocale using val valarray value value_or value_type variant vasprintf vector vformat
vfprintf vfscanf vfwprintf vfwscanf view views virtual visit void void_t volatile vprintf vscanf
vsnprintf vsprintf vsscanf vswprintf vswscanf vwprintf vwscanf wait wchar_t wcrtomb wcscat wcschr
wcscmp wcscoll wcscpy wcscspn wcsftime wcslen wcsncat wcsncmp wcsncpy wcsnrtombs wcspbrk wcsrchr
wcsrtombs wcsspn wcsstr wcstod wcstof wcstok wcstol wcstold wcstoll wcstombs wcstoul wcstoull
wcsxfrm wctob wctomb wctrans wctype weak_ptr weekday weeks wfilebuf wfstream what while widen
width wifstream wios wiostream wistream wistringstream wmemchr wmemcmp wmemcpy wmemmove wmemset
wofstream wostream wostringstream wosyncstream wprintf write ws wscanf wstreambuf wstreampos
wstring wstringbuf wstringstream wsyncbuf x xalloc xdigit xsgetn xsputn y ydm year years yield ymd
z zero
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
