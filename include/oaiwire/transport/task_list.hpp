// Collections of the calls of a pool that need no memory of their own: a list by links in its
// elements, and a heap by when each is due.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The place of a T in a task_list. The links of a T are its member `links`, an array.
template <class T>
struct task_link {
    T* next = nullptr;
    T* previous = nullptr;
    bool listed = false;
};

// A list of Ts in order, by links[Which] of each. Each is in it once at most. All functions take
// constant time. Not thread-safe.
template <class T, std::size_t Which>
class task_list {
public:
    bool empty() const { return first_ == nullptr; }
    T* first() const { return first_; }
    static T* after(const T& task) { return task.links[Which].next; }

    // Appends the task, unless it is in the list.
    void add(T& task) noexcept {
        auto& link = task.links[Which];
        if (std::exchange(link.listed, true)) return;
        link.previous = last_;
        link.next = nullptr;
        (last_ ? last_->links[Which].next : first_) = &task;
        last_ = &task;
    }
    // Without effect if it is not in the list.
    void remove(T& task) noexcept {
        auto& link = task.links[Which];
        if (!std::exchange(link.listed, false)) return;
        (link.previous ? link.previous->links[Which].next : first_) = link.next;
        (link.next ? link.next->links[Which].previous : last_) = link.previous;
    }
    // Removes the first; null if there is none.
    T* take() noexcept {
        T* const task = first_;
        if (task) remove(*task);
        return task;
    }

private:
    T* first_ = nullptr;
    T* last_ = nullptr;
};

// Ts whose member `due` is the smallest first. Their member `index` is their place in it.
template <class T>
class task_heap {
public:
    bool empty() const { return tasks_.empty(); }
    std::size_t size() const { return tasks_.size(); }
    T& first() const { return *tasks_.front(); }
    // In no order. Changes with add() and remove(): the last task moves to the place of another, or
    // of none.
    T& operator[](std::size_t i) const { return *tasks_[i]; }

    // So that the next add() needs no memory. Amortised constant time.
    void make_room() {
        if (tasks_.size() == tasks_.capacity()) tasks_.reserve(2 * tasks_.size() + 8);
    }
    // Call make_room() before.
    void add(T& task) noexcept {
        tasks_.push_back(&task);
        up(tasks_.size() - 1);
    }
    void remove(T& task) noexcept {
        T& last = *tasks_.back();
        tasks_.pop_back();
        if (&last == &task) return;
        const auto at = task.index;
        place(at, last);
        moved(last);
    }
    // Restores the order after `due` of this task has changed.
    void moved(T& task) noexcept {
        const auto at = task.index;
        up(at);
        if (task.index == at) down(at);
    }

private:
    void place(std::size_t at, T& task) noexcept {
        tasks_[at] = &task;
        task.index = at;
    }
    void up(std::size_t at) noexcept {
        T& task = *tasks_[at];
        for (; at != 0; at = (at - 1) / 2) {
            T& parent = *tasks_[(at - 1) / 2];
            if (!(task.due < parent.due)) break;
            place(at, parent);
        }
        place(at, task);
    }
    void down(std::size_t at) noexcept {
        T& task = *tasks_[at];
        for (;;) {
            auto child = 2 * at + 1;
            if (child >= tasks_.size()) break;
            if (child + 1 < tasks_.size() && tasks_[child + 1]->due < tasks_[child]->due) ++child;
            if (!(tasks_[child]->due < task.due)) break;
            place(at, *tasks_[child]);
            at = child;
        }
        place(at, task);
    }

    std::vector<T*> tasks_{};  // not owned
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
