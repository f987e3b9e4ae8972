#include <oaiwire/http/host.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <string>
#include <string_view>

namespace host_tests {

using namespace oaiwire::http::detail;

TEST_CASE("an IPv4 address is four decimal numbers without leading zeros") {
    CHECK(parse_ipv4("127.0.0.1") == std::array<unsigned, 4>{127, 0, 0, 1});
    CHECK(parse_ipv4("255.255.255.255") == std::array<unsigned, 4>{255, 255, 255, 255});
    for (const std::string_view text : {"", "127", "127.1", "127.0.0", "127.0.0.1.", "127.0.0.1.1",
                                        "127.0.0.01", "256.0.0.1", "0x7f.0.0.1", "1..2.3"}) {
        INFO(text);
        CHECK_FALSE(parse_ipv4(text));
    }
}

TEST_CASE("an IPv6 address has eight groups, of which zeros may be left out once") {
    using groups = std::array<unsigned, 8>;
    CHECK(parse_ipv6("::") == groups{});
    CHECK(parse_ipv6("::1") == groups{0, 0, 0, 0, 0, 0, 0, 1});
    CHECK(parse_ipv6("1:2:3:4:5:6:7:8") == groups{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(parse_ipv6("2001:db8::ff00:42:8329") ==
          groups{0x2001, 0xdb8, 0, 0, 0, 0xff00, 0x42, 0x8329});
    CHECK(parse_ipv6("::ffff:1.2.3.4") == groups{0, 0, 0, 0, 0, 0xffff, 0x102, 0x304});
    for (const std::string_view text : {"", ":", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
                                        "1::2::3", "12345::", "g::", ":1::", "::1%eth0", "[::1]"}) {
        INFO(text);
        CHECK_FALSE(parse_ipv6(text));
    }
}

TEST_CASE("a host is a name, an address, of this machine, or none") {
    for (const std::string_view host : {"localhost", "127.0.0.1", "127.255.0.9", "[::1]"}) {
        INFO(host);
        CHECK(kind_of_host(host) == host_kind::loopback);
    }
    for (const std::string_view host : {"example.com", "example.com.", "a_b.c-d", "10.0.0.1",
                                        "[2001:db8::1]", "localhost.example.com"}) {
        INFO(host);
        CHECK(kind_of_host(host) == host_kind::remote);
    }
    const std::string label(63, 'a');
    CHECK(kind_of_host(label) == host_kind::remote);
    std::string long_name;  // of 256 bytes, all labels of a good size
    for (int i = 0; i != 4; ++i) long_name.append(label).append(1, '.');
    CHECK(kind_of_host(long_name.substr(0, 253)) == host_kind::remote);
    for (const std::string& host :
         {std::string(), label + 'a', std::string("a..b"), std::string("a b"), std::string("::1"),
          std::string("[::1"), std::string("127.1"), std::string("a.0x7f"), long_name}) {
        INFO(host);
        CHECK(kind_of_host(host) == host_kind::invalid);
    }
}

}  // namespace host_tests
