// An adapter for Qt Network, 5.15 and 6: a call whose bytes a QNetworkAccessManager brings. It
// lives on the thread of the manager, and nothing of it waits. Copy it into your program.
//
//     auto call = std::make_unique<qt_call<oaiwire::ChatCompletionRequest>>(
//         manager, request, endpoint, [this](auto& exchange) {
//             while (const auto* chunk = exchange.next()) append(oaiwire::text(*chunk));
//             if (exchange.ended()) done(exchange.ok());
//         });
//
// The function is called when something came and once more when the call has ended. It may destroy
// the call only after that. Destroying the call earlier cancels it. Qt's keyword macros (`signals`,
// `slots`, `emit`, `foreach`) may be defined.
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

#include <functional>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>

template <oaiwire::operation Call>
class qt_call {
public:
    using exchange_type = oaiwire::exchange<Call>;
    using changed = std::function<void(exchange_type&)>;

    qt_call(QNetworkAccessManager& manager, const oaiwire::request_of<Call>& request,
            const oaiwire::endpoint& where, changed on_change)
        : exchange_(request, where), on_change_(std::move(on_change)) {
        if (exchange_.ended()) return;  // the request is not valid: look at error()
        const auto& sent = exchange_.request();
        QNetworkRequest to(QUrl(QString::fromStdString(oaiwire::http::url_of(sent))));
        for (const auto& field : sent.headers)
            to.setRawHeader(bytes(field.name), bytes(field.value));
        to.setRawHeader("Accept-Encoding", "identity");  // else Qt asks for gzip
        to.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
        to.setTransferTimeout(static_cast<int>(sent.timeouts.idle_ms));  // 0: none
        QByteArray content;
        oaiwire::http::content_cursor cursor(sent);
        while (cursor.left() != 0) {
            const auto piece = cursor.next();
            if (!piece) {
                exchange_.fail(piece.error());
                return;
            }
            content.append(bytes(*piece));
        }
        reply_ = manager.sendCustomRequest(to, bytes(sent.method), content);
        QObject::connect(reply_, &QNetworkReply::metaDataChanged, &context_,
                         [this] { take_head(); });
        QObject::connect(reply_, &QNetworkReply::readyRead, &context_, [this] { take_bytes(); });
        QObject::connect(reply_, &QNetworkReply::finished, &context_, [this] { take_end(); });
    }
    qt_call(const qt_call&) = delete;
    ~qt_call() {
        if (!reply_) return;
        QObject::disconnect(reply_, nullptr, &context_, nullptr);  // Qt has connections of its own
        reply_->abort();
        reply_->deleteLater();
    }

    exchange_type& exchange() { return exchange_; }

private:
    static QByteArray bytes(std::string_view text) {
        return QByteArray(text.data(), static_cast<int>(text.size()));
    }

    void take_head() {
        const int status =
            reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();  // 0: none yet
        if (status < 200 || std::exchange(has_head_, true)) return;
        oaiwire::http::header_list fields;
        for (const auto& field : reply_->rawHeaderPairs()) {
            fields.add(field.first.toStdString(), field.second.toStdString());
        }
        exchange_.head(status, fields);
    }
    void take_bytes() {
        take_head();
        // lent to the exchange until next() returns null
        received_ = reply_->isReadable() ? reply_->readAll() : QByteArray();
        if (has_head_ && !received_.isEmpty() && !exchange_.ended()) {
            exchange_.feed({received_.constData(), static_cast<std::size_t>(received_.size())});
            on_change_(exchange_);
        }
        // what follows the end of the answer, such as bytes behind [DONE], is of no use
        if (exchange_.ended() && reply_->isRunning()) {
            QMetaObject::invokeMethod(reply_, "abort", Qt::QueuedConnection);
        }
    }
    void take_end() {
        if (std::exchange(has_ended_, true)) return;
        take_bytes();
        const auto code = reply_->error();
        // from 201 on: a status such as 404, which is a response
        const bool complete = code == QNetworkReply::NoError || (has_head_ && code > 200);
        if (!exchange_.ended()) {
            if (complete && has_head_) exchange_.finish();
            if (!complete || !has_head_) exchange_.fail(failure_of(code));
        }
        on_change_(exchange_);
    }
    oaiwire::error failure_of(QNetworkReply::NetworkError code) const {
        using oaiwire::errc;
        const errc why = code == QNetworkReply::HostNotFoundError         ? errc::resolve_failed
                         : code == QNetworkReply::ConnectionRefusedError  ? errc::connect_failed
                         : code == QNetworkReply::SslHandshakeFailedError ? errc::tls_failed
                         : code == QNetworkReply::RemoteHostClosedError   ? errc::closed_early
                         : code == QNetworkReply::OperationCanceledError  ? errc::idle_timeout
                                                                          : errc::transport_failed;
        return oaiwire::make_error(why, reply_->errorString().toStdString());
    }

    QObject context_{};  // of the connections
    exchange_type exchange_;
    changed on_change_;
    QNetworkReply* reply_ = nullptr;
    QByteArray received_{};
    bool has_head_ = false;
    bool has_ended_ = false;
};
