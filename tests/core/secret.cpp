#include <oaiwire/core/secret.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <version>

#if __has_include(<format>)
#include <format>
#endif

namespace secret_tests {

using oaiwire::secret;

// Replaces operator new[] and delete[] to inspect blocks of one size when they are freed: a key
// must have been wiped by then. The replacements forward to the scalar forms.
namespace {

struct watch_state {
    std::size_t size = 0;  // 0: off
    void* block = nullptr;
    int freed = 0;
    int dirty = 0;  // freed blocks with a non-zero byte
};
watch_state watch;

void give_back(void* p) {
    if (p && p == watch.block) {
        ++watch.freed;
        const auto* bytes = static_cast<const volatile char*>(p);
        bool dirty = false;
        for (std::size_t i = 0; i != watch.size; ++i) dirty = dirty || bytes[i] != 0;
        watch.dirty += dirty ? 1 : 0;
        watch.block = nullptr;
    }
    ::operator delete(p);
}

}  // namespace
}  // namespace secret_tests

void* operator new[](std::size_t size) {
    void* p = ::operator new(size);
    using secret_tests::watch;
    if (watch.size != 0 && size == watch.size) watch.block = p;
    return p;
}
void operator delete[](void* p) noexcept {
    secret_tests::give_back(p);
}
void operator delete[](void* p, std::size_t) noexcept {
    secret_tests::give_back(p);
}

namespace secret_tests {
namespace {

// A size that no other allocation has.
constexpr std::size_t key_size = 4801;

struct watching {
    watching() {
        watch = {};
        watch.size = key_size;
    }
    ~watching() { watch.size = 0; }
};

template <class T>
concept printable = requires(std::ostream& out, const T& v) {
    out << v;
};
template <class T>
concept ordered = requires(const T& v) {
    v < v;
};
template <class T>
concept comparable = requires(const T& v) {
    v == v;
};
template <class T>
concept has_std_text = requires(const T& v) {
    to_string(v);
};

}  // namespace

TEST_CASE("reveal() is the only access to a secret's text") {
    const secret key("sk-canary");
    CHECK(key.reveal() == "sk-canary");
    CHECK_FALSE(key.empty());
    CHECK(secret().empty());
    CHECK(secret().reveal() == "");
    CHECK(secret("").empty());
    const std::string with_nul("a\0b", 3);
    CHECK(secret(with_nul).reveal() == with_nul);
}

TEST_CASE("a secret cannot be printed, formatted, compared or converted") {
    STATIC_REQUIRE(printable<std::string> && ordered<std::string> && comparable<std::string>);
    STATIC_REQUIRE_FALSE(printable<secret>);
    STATIC_REQUIRE_FALSE(ordered<secret>);
    STATIC_REQUIRE_FALSE(comparable<secret>);
    STATIC_REQUIRE_FALSE(has_std_text<secret>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<secret, std::string>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<secret, std::string_view>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<secret, const char*>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<secret, bool>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<std::string, secret>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<std::string_view, secret>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<bool, secret>);
    // no implicit conversion from text either
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string, secret>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<const char*, secret>);
    // nor is it an aggregate that reflection could read
    STATIC_REQUIRE_FALSE(std::is_aggregate_v<secret>);
#if defined(__cpp_lib_format)
    STATIC_REQUIRE_FALSE(std::is_default_constructible_v<std::formatter<secret, char>>);
#endif
}

TEST_CASE("the placeholder reveals nothing about a key") {
    CHECK(oaiwire::secret_placeholder == "[secret]");
}

TEST_CASE("secrets can be copied, moved and swapped") {
    secret a("one");
    secret b = a;
    CHECK(a.reveal() == "one");
    CHECK(b.reveal() == "one");
    CHECK(a.reveal().data() != b.reveal().data());
    secret c = std::move(a);
    CHECK(c.reveal() == "one");
    CHECK(a.empty());
    CHECK(a.reveal() == "");
    b = secret("two");
    CHECK(b.reveal() == "two");
    c = b;
    CHECK(c.reveal() == "two");
    const secret& self = c;
    c = self;
    CHECK(c.reveal() == "two");
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<secret>);
    STATIC_REQUIRE(std::is_nothrow_move_assignable_v<secret>);
}

TEST_CASE("the test's allocator detects a block that is not wiped") {
    const watching on;
    char* block = new char[key_size];
    for (std::size_t i = 0; i != key_size; ++i) block[i] = 'k';
    // keep the optimiser from removing the stores
    *const_cast<volatile char*>(block) = 'k';
    delete[] block;
    CHECK(watch.freed == 1);
    CHECK(watch.dirty == 1);
}

TEST_CASE("the memory of a key is wiped before it is freed") {
    const std::string text(key_size, 'k');
    const watching on;
    SECTION("on destruction") {
        { const secret key(text); }
        CHECK(watch.freed == 1);
    }
    SECTION("on assignment") {
        secret key(text);
        key = secret("other");
        CHECK(watch.freed == 1);
    }
    SECTION("after a move") {
        {
            secret key(text);
            const secret moved = std::move(key);
            CHECK(moved.reveal() == text);
        }
        CHECK(watch.freed == 1);
    }
    CHECK(watch.dirty == 0);
}

TEST_CASE("a short key is not stored in the object, where a move would leave a copy") {
    alignas(secret) unsigned char room[sizeof(secret)];
    auto* key = new (room) secret("sk-1");
    const std::string_view inside(reinterpret_cast<const char*>(room), sizeof room);
    CHECK(inside.find("sk-1") == std::string_view::npos);
    const secret moved = std::move(*key);
    CHECK(inside.find("sk-1") == std::string_view::npos);
    key->~secret();
    CHECK(inside.find("sk-1") == std::string_view::npos);
    CHECK(moved.reveal() == "sk-1");
}

}  // namespace secret_tests
