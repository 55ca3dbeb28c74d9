import ArgumentParser
import FlyingSocks
import Foundation
import Previewing

/// `sitegen serve`: the site as it would be, in a browser, kept up to date while the content is
/// being edited.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "在浏览器里预览，保存后自动刷新，错误显示在出错的地方。",
    discussion: """
      只有这台电脑能打开预览。不生成也不改动任何文件；发布用 sitegen build。
      按 Ctrl-C 结束。
      """)

  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("页面模板文件夹。", valueName: "DIR"))
  var templates = "Templates"

  @Option(help: ArgumentHelp("端口；0 表示任选一个空闲的。", valueName: "N"))
  var port: UInt16 = 8000

  func run() async throws {
    try await Environment.guarding {
      let contentFolder = DiskFolder(name: content.content)
      let templatesFolder = DiskFolder(name: templates)
      // The watch begins before the first reading, so that nothing changes unseen in between.
      let watch = SourceWatch(content: contentFolder, templates: templatesFolder)
      let preview = try Preview(
        SourceFolders(content: contentFolder.content, templates: templatesFolder.content))
      try await serve(preview, watch)
    }
  }

  /// Serves, watches and prepares until the user stops it.
  private func serve(_ preview: Preview, _ watch: SourceWatch) async throws {
    let server = try PreviewServer(preview, port: port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run()
        } catch let error as SocketError {
          try fail(error)
        }
      }
      group.addTask { await Interruption.wait() }
      group.addTask { [watch] in
        var watch = watch
        try await watch.run(clock: ContinuousClock()) { await preview.refresh($0) }
      }
      group.addTask { try await Self.prepareInBackground(preview) }
      group.addTask {
        announce(port: try await server.port())
        // Only the end of one of the others ends the command.
        try await Task.sleep(for: .seconds(Int64.max / 2))
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Reads and checks what nobody looked at, one report after another.
  private static func prepareInBackground(_ preview: Preview) async throws {
    while true {
      if await !preview.prepareNext() { try await Task.sleep(for: .milliseconds(200)) }
      try Task.checkCancellation()
      await Task.yield()
    }
  }

  private func announce(port: UInt16) {
    let folders = FolderArguments(content: content.content, templates: templates)
    // Written at once, also where the output is no terminal.
    let text = """
      预览网址：http://\(PreviewServer.address):\(port)/
      检查总览：http://\(PreviewServer.address):\(port)/\(Preview.folder)/
      用浏览器打开上面的网址。保存 \(content.content)/ 里的文件后，页面自动刷新。
      按 Ctrl-C 结束预览；没有错误以后，运行 sitegen\(folders.ofSite) 生成网站。

      """
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Says why the server cannot run.
  private func fail(_ error: SocketError) throws -> Never {
    var message = "无法预览：\(error.localizedDescription)"
    if case .failed(_, let code, _) = error {
      switch code {
      case EADDRINUSE:
        message = "端口 \(port) 已被占用，可能已经有一个预览开着。请关掉它，或换一个端口：sitegen serve --port 0"
      case EACCES:
        message = "没有权限使用端口 \(port)。请换一个大于 1023 的端口：sitegen serve --port 8000"
      default: break
      }
    }
    Environment.say(message)
    throw Exit.environment
  }
}
