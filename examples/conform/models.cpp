// Checks of the list of models.
#include <set>

#include "context.hpp"
#include "library.hpp"

namespace conform {

namespace {

node models(context& in, judge& to) {
    return document_of(to, in.get("/models"));
}

void list(context& in, judge& to) {
    const answer& a = in.get("/models");
    if (not_offered(a)) return to.skip("not offered: " + refusal(a));
    accepted(to, a, "the list of models is not given");
}

void media_type(context& in, judge& to) {
    const answer& a = in.get("/models");
    if (!answered(to, a) || a.media_type() == "application/json") return;
    to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
}

void json(context& in, judge& to) {
    const answer& a = in.get("/models");
    if (answered(to, a) && !node(a.body)) to.deviates(found(a, "the body is not JSON"));
}

void schema(context& in, judge& to) {
    const answer& a = in.get("/models");
    if (!document_of(to, a)) return;
    for (const auto& n : compare_with_document(document_kind::models, a.body)) {
        finding f = found(a, n.message);
        f.path = n.path;
        to.deviates(std::move(f));
    }
}

void object(context& in, judge& to) {
    const node body = models(in, to);
    if (!body) return;
    const answer& a = in.get("/models");
    if (body["object"].is_string() && !body["object"].is("list")) {
        to.deviates(found_at(a, body["object"], "`object` is not \"list\""));
    }
    body["data"].each([&](const node& one) {
        if (one["object"].is_string() && !one["object"].is("model")) {
            to.deviates(found_at(a, one["object"], "`object` of a model is not \"model\""));
        }
    });
}

void ids(context& in, judge& to) {
    const node body = models(in, to);
    if (!body) return;
    std::set<std::string> seen;
    body["data"].each([&](const node& one) {
        const node id = one["id"];
        if (!id.is_string()) return;
        if (id.string().empty()) to.deviates(found_at(in.get("/models"), id, "an empty id"));
        if (!seen.insert(id.string()).second) {
            to.deviates(found_at(in.get("/models"), id, "two models have the same id"));
        }
    });
}

void created(context& in, judge& to) {
    const node body = models(in, to);
    body["data"].each([&](const node& one) {
        const auto when = one["created"].integer();
        if (when && *when > 20'000'000'000) {
            to.deviates(found_at(in.get("/models"), one["created"],
                                 "`created` is not in seconds since 1970"));
        }
    });
}

// The path of a model whose id needs no coding; "" if there is none.
std::string path_of_model(const node& body) {
    std::string path;
    body["data"].each([&](const node& one) {
        const std::string id = one["id"].string();
        const bool plain = id.find_first_not_of(
                               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789-._:") == id.npos;
        if (path.empty() && plain && !id.empty()) path = "/models/" + id;
    });
    return path;
}

void retrieve(context& in, judge& to) {
    const std::string path = path_of_model(models(in, to));
    if (path.empty()) return to.skip("no model with a plain id is listed");
    const answer& a = in.get(path);
    const node one = document_of(to, a);
    if (one && !one["id"].is(path.substr(8))) {
        to.deviates(found_at(a, one["id"], "the id is not that of the model that was asked for"));
    }
    if (one && !one["object"].is("model")) {
        to.deviates(found_at(a, one["object"], "`object` is not \"model\""));
    }
}

void unknown(context& in, judge& to) {
    const std::string path = path_of_model(models(in, to));
    if (path.empty() || in.get(path).status != 200) return to.skip("single models are not offered");
    const answer& a = in.get("/models/no-such-model-3141");
    if (!a.usable()) return to.fail(describe(a));
    if (a.status != 404) to.deviates(found(a, "status " + std::to_string(a.status) + ", not 404"));
}

constexpr std::string_view document = "OpenAI: Models";

constexpr check table[] = {
    {"models.list", "GET /models answers 200", document, "", list},
    {"models.media_type", "the list is application/json", "RFC 8259, 11", "", media_type},
    {"models.json", "the list is JSON", "RFC 8259", "", json},
    {"models.schema", "the members that the document requires are there, with their types",
     document, "118", schema},
    {"models.object", "`object` is \"list\", and \"model\" in each model", document, "49", object},
    {"models.ids", "each model has an id of its own", document, "", ids},
    {"models.created", "`created` is in seconds", document, "54", created},
    {"models.retrieve", "GET /models/ID gives the model of the list", document, "", retrieve},
    {"models.unknown", "GET /models/ID of an unknown model answers 404", "OpenAI: Error codes", "",
     unknown},
};

}  // namespace

std::span<const check> models_checks() {
    return table;
}

}  // namespace conform
