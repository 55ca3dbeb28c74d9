import Publishing
import Rendering
import Searching

extension OutputFile {
  /// A rendered file on its way out.
  init(_ file: RenderedFile) {
    self.init(path: file.path, bytes: file.bytes)
  }

  /// A file of the search on its way out.
  init(_ file: SearchFile) {
    self.init(path: file.path, bytes: file.bytes)
  }
}
