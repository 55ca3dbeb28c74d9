import ArgumentParser

/// Where the content is; shared by the commands that read it.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("内容文件夹。", valueName: "DIR"), completion: .directory)
  var content = "Content"
}
