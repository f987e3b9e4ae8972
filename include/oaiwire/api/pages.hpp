// item_range and polled_list: the entries of a list over all its pages, fetched as they are read.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The entries of the current page, and the request of the next one.
template <class Request>
class page_reader {
public:
    using item_type = item_of<Request>;

    explicit page_reader(Request first) : cursor_(std::move(first)) {}

    // The next entry of the page; null after the last one.
    const item_type* next() {
        return at_ < page_.data.size() ? page_.data.data() + at_++ : nullptr;
    }
    // The request of the next page; null if there is none, or after an error.
    const Request* request() const { return failed() ? nullptr : cursor_.request(); }
    // Takes the response to it, or an error, which ends the list.
    void take(result<response_of<Request>> page) {
        at_ = 0;
        if (page) {
            page_ = *std::move(page);
            // the entries of a page that names itself as the next one are delivered all the same
            if (auto done = cursor_.take(page_); !done) error_ = std::move(done).error();
        } else {
            fail(std::move(page).error());
        }
    }
    void fail(error why) {
        page_.data.clear();
        at_ = 0;
        error_ = std::move(why);
    }

    bool failed() const { return error_.code != errc::ok; }
    const oaiwire::error& error() const { return error_; }
    const response_of<Request>& page() const { return page_; }

private:
    page_cursor<Request> cursor_;
    response_of<Request> page_{};
    std::size_t at_ = 0;  // of the entry that next() returns
    oaiwire::error error_{};
};

}  // namespace detail

// The entries of a list as a single-pass range, made by client::list():
//
//     auto files = api.list(ListFilesRequest{.limit = 100});
//     for (const File& file : files) ...
//     if (!files.ok()) report(files.error());
//
// A page is requested when its first entry is read, with the client's retries; memory holds one
// page. An entry is valid until the next one is read. After an error there are no further entries;
// those before it were delivered. The client must outlive the range. Movable, unless iterators are
// in use.
template <class Request, class Client>
class item_range {
    static_assert(listing<Request>,
                  "oaiwire: list() needs a request that lists, such as a "
                  "ListFilesRequest");

public:
    // The type of an entry.
    using item_type = item_of<Request>;

    // Reads the list when it is incremented. Equal to std::default_sentinel at the end.
    class iterator {
    public:
        using iterator_concept = std::input_iterator_tag;
        using value_type = item_type;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        explicit iterator(item_range* range) : range_(range) {}
        const item_type& operator*() const { return *range_->current_; }
        const item_type* operator->() const { return range_->current_; }
        iterator& operator++() {
            range_->next();
            return *this;
        }
        void operator++(int) { ++*this; }
        // True at the end of the list.
        bool at_end() const { return !range_ || !range_->current_; }
        friend bool operator==(const iterator& i, std::default_sentinel_t) { return i.at_end(); }

    private:
        item_range* range_ = nullptr;
    };

    // Begins with the page that `first` asks for. Makes no call yet.
    item_range(Client& api, Request first, call_options options)
        : api_(&api), reader_(std::move(first)), options_(std::move(options)) {}
    // NOLINTBEGIN(performance-noexcept-move-constructor): as far as the request's moves are
    item_range(item_range&&) = default;
    item_range& operator=(item_range&&) = default;
    // NOLINTEND(performance-noexcept-move-constructor)

    // Reads the first entry. Call it once.
    iterator begin() {
        next();
        return iterator(this);
    }
    std::default_sentinel_t end() const { return {}; }

    // The next entry, valid until the next call; null at the end of the list, or after an error.
    // Blocks while a page is fetched.
    const item_type* next() {
        while ((current_ = reader_.next()) == nullptr) {
            const Request* const request = reader_.request();
            if (request == nullptr) break;
            reader_.take(api_->create(*request, options_));
        }
        return current_;
    }

    // Whether no call has failed so far.
    bool ok() const { return !reader_.failed(); }
    // Why one failed; errc::ok if none did. Valid as long as the range.
    const oaiwire::error& error() const { return reader_.error(); }
    // The page of the current entry, with its other members. Valid until the next page is fetched.
    const response_of<Request>& page() const { return reader_.page(); }

private:
    Client* api_;
    detail::page_reader<Request> reader_;
    call_options options_;
    const item_type* current_ = nullptr;  // in the page; null: none
};

// The same over a polled transport, for programs with their own loop. Never waits, and makes one
// attempt for each page. The transport must outlive it.
//
//     oaiwire::polled_list files(http, ListFilesRequest{}, where);
//     every frame:
//     http.poll(0);
//     while (const auto* file = files.next()) show(*file);
//     if (files.ended()) done(files.error());
template <listing Request, http::polled_transport Transport>
class polled_list {
public:
    // The type of an entry.
    using item_type = item_of<Request>;

    // Starts the call for the first page.
    polled_list(Transport& transport, Request first, oaiwire::endpoint where,
                call_options options = {})
        : transport_(&transport),
          where_(std::move(where)),
          options_(std::move(options)),
          reader_(std::move(first)) {
        start();
    }

    // The next entry that has come, valid until the next call. Null: poll again, or ended().
    const item_type* next() {
        for (;;) {
            if (const item_type* const item = reader_.next()) return item;
            if (!call_) return nullptr;
            static_cast<void>(call_->next());
            if (!call_->ended()) return nullptr;
            reader_.take(call_->result());
            start();
        }
    }

    // Whether no further entry will come.
    bool ended() const { return !call_; }
    // Whether no call has failed so far.
    bool ok() const { return !reader_.failed(); }
    // Why one failed; errc::ok if none did. Valid as long as the list.
    const oaiwire::error& error() const { return reader_.error(); }
    // The page of the last entry, with its other members. Valid until the next call of next().
    const response_of<Request>& page() const { return reader_.page(); }

    // Ends the list at once, with errc::cancelled unless it has ended.
    void cancel() {
        if (!call_) return;
        call_.reset();
        reader_.fail(make_error(errc::cancelled));
    }

private:
    // The entries of this page are returned while the next one is on its way.
    void start() {
        call_.reset();
        if (const Request* const request = reader_.request()) {
            call_.emplace(*transport_, *request, where_, options_);
        }
    }

    Transport* transport_;
    oaiwire::endpoint where_;
    call_options options_;
    detail::page_reader<Request> reader_;
    std::optional<polled_call<Request, Transport>> call_{};  // of the next page; none: the end
};

template <http::polled_transport Transport, listing Request>
polled_list(Transport&, Request, endpoint, call_options = {}) -> polled_list<Request, Transport>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
