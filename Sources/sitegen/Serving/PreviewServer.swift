import FlyingFox
import FlyingSocks
import Foundation
import Previewing

/// Serves a preview over HTTP to the browsers of this machine.
struct PreviewServer: Sendable {
  /// The only address that it listens on: nothing of it can be reached from another machine.
  static let address = "127.0.0.1"

  private let server: HTTPServer

  /// A server of `preview` at `port`; 0 for any free one.
  init(_ preview: Preview, port: UInt16) throws {
    server = HTTPServer(
      address: try .inet(ip4: Self.address, port: port), logger: .disabled,
      handler: Handler(preview: preview))
  }

  /// Serves until the task is cancelled.
  func run() async throws { try await server.run() }

  /// The port that it listens on, once it does.
  func port() async throws -> UInt16 {
    try await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else { return 0 }
    return port
  }

  private struct Handler: HTTPHandler {
    let preview: Preview

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      // A page elsewhere could name this machine after its own domain and read the answers
      // (DNS rebinding); it cannot make the browser send another host's name.
      guard Self.isOwnName(request.headers[.host]) else {
        return text(.forbidden, "只能用 http://127.0.0.1 访问预览。\n")
      }
      guard request.method == .GET || request.method == .HEAD else {
        var refusal = text(.methodNotAllowed, "预览只供查看。\n")
        refusal.headers[HTTPHeader("Allow")] = "GET, HEAD"
        refusal.headers[.connection] = "close"
        return refusal
      }
      guard let path = Self.path(request.target.path()) else {
        return text(.badRequest, "网址写法有误。\n")
      }
      var response =
        path == Preview.folder + "/state"
        ? await state(request) : response(await preview.answer(path))
      if request.method == .HEAD {
        response.headers[.contentLength] = try await String(response.bodyData.count)
        response.payload = .httpBody(HTTPBodySequence())
      }
      return response
    }

    private static func isOwnName(_ host: String?) -> Bool {
      guard let host else { return false }
      let name = host.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
      return name == PreviewServer.address || name.lowercased() == "localhost"
    }

    /// The decoded path without the `/` at its beginning; `nil` if it is none.
    private static func path(_ target: String) -> String? {
      guard target.hasPrefix("/") else { return nil }
      return String(target.dropFirst()).removingPercentEncoding
    }

    private func response(_ answer: PreviewAnswer) -> HTTPResponse {
      var headers = Self.headers
      headers[.contentType] = answer.mediaType
      let status: HTTPStatusCode
      switch answer.status {
      case .found: status = .ok
      case .notFound: status = .notFound
      case .broken: status = .serviceUnavailable
      case .moved(let path):
        status = .found
        headers[.location] = path
      }
      return HTTPResponse(statusCode: status, headers: headers, body: Data(answer.bytes))
    }

    /// Answers with the state that a page has now. Pages ask again and again: a request held back
    /// until something changes would take one of the six connections that a browser keeps to a
    /// host, and a seventh page would not load.
    private func state(_ request: HTTPRequest) async -> HTTPResponse {
      guard let page = request.query.first(where: { $0.name == "page" }),
        let path = Self.path(page.value)
      else { return text(.badRequest, "缺少 page。\n") }
      return text(.ok, await preview.state(of: path))
    }

    private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
      var headers = Self.headers
      headers[.contentType] = "text/plain; charset=utf-8"
      return HTTPResponse(statusCode: status, headers: headers, body: Data(text.utf8))
    }

    /// Nothing is kept, guessed, framed or handed to pages from elsewhere.
    private static let headers: HTTPHeaders = [
      .cacheControl: "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("X-Frame-Options"): "DENY",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Referrer-Policy"): "no-referrer",
    ]
  }
}
