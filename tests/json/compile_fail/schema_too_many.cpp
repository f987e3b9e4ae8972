// expected: oaiwire: this struct cannot be reflected: it has more than 64 members
#include <string>
#include <tuple>

#include <oaiwire/json/schema.hpp>

struct subject {
#ifdef OAIWIRE_WRONG
    int m0{}, m1{}, m2{}, m3{}, m4{}, m5{}, m6{}, m7{};
    int m8{}, m9{}, m10{}, m11{}, m12{}, m13{}, m14{}, m15{};
    int m16{}, m17{}, m18{}, m19{}, m20{}, m21{}, m22{}, m23{};
    int m24{}, m25{}, m26{}, m27{}, m28{}, m29{}, m30{}, m31{};
    int m32{}, m33{}, m34{}, m35{}, m36{}, m37{}, m38{}, m39{};
    int m40{}, m41{}, m42{}, m43{}, m44{}, m45{}, m46{}, m47{};
    int m48{}, m49{}, m50{}, m51{}, m52{}, m53{}, m54{}, m55{};
    int m56{}, m57{}, m58{}, m59{}, m60{}, m61{}, m62{}, m63{};
    int one_more{};
#else
    int m0{}, m1{}, m2{}, m3{}, m4{}, m5{}, m6{}, m7{};
    int m8{}, m9{}, m10{}, m11{}, m12{}, m13{}, m14{}, m15{};
    int m16{}, m17{}, m18{}, m19{}, m20{}, m21{}, m22{}, m23{};
    int m24{}, m25{}, m26{}, m27{}, m28{}, m29{}, m30{}, m31{};
    int m32{}, m33{}, m34{}, m35{}, m36{}, m37{}, m38{}, m39{};
    int m40{}, m41{}, m42{}, m43{}, m44{}, m45{}, m46{}, m47{};
    int m48{}, m49{}, m50{}, m51{}, m52{}, m53{}, m54{}, m55{};
    int m56{}, m57{}, m58{}, m59{}, m60{}, m61{}, m62{}, m63{};
#endif
};

const oaiwire::raw_json& schema() {
    return oaiwire::json::schema<subject>();
}
