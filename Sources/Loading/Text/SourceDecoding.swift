import Budget

extension SourceText {
  /// The most bytes that a content file may have. A year's tables of a large department stay below
  /// a hundredth of it; more is a mistake, and would only fill memory.
  public static let maximumSize = 32 << 20

  /// Decodes a content file as people save it: UTF-8 with or without a byte-order mark, UTF-16 with
  /// one (Excel's “Unicode 文本”), or GB18030 (Excel's CSV in China).
  ///
  /// `nil`, with a finding, for anything else. A file that is nearly UTF-8 is not mistaken for
  /// GB18030: where well-formed characters outnumber the bad bytes, the bad bytes are reported.
  public static func decoding(
    _ bytes: [UInt8], file: String, into findings: inout [Finding]
  ) -> SourceText? {
    guard bytes.count <= maximumSize else {
      findings.append(
        Finding(
          .fileTooLarge, at: SourcePosition(file: file),
          "文件超过上限 \(maximumSize >> 20) MB，没有读取。请检查是不是放错了文件"))
      return nil
    }
    let marked = SourceEncoding.marked(bytes)
    let body = bytes.dropFirst(marked?.mark.count ?? 0)
    if let marked, marked != .markedUTF8 {
      return converting(body, from: marked, file: file, into: &findings)
    }
    let scan = UTF8Scan(body)
    guard let invalid = scan.firstInvalid else {
      // Without a mark the array is shared, not copied.
      let text = SourceText(
        file: file, bytes: marked == nil ? bytes : Array(body), encoding: marked ?? .utf8)
      text.reportCharacters(scan, skipped: body.startIndex, into: &findings)
      return text
    }
    guard marked != nil || scan.multibyteCount > scan.invalidCount else {
      return converting(body, from: .gb18030, file: file, into: &findings)
    }
    let place = TextPlace(of: invalid, in: body)
    findings.append(
      Finding(
        .textEncoding, at: place.position(in: file),
        "这里的字节不是 UTF-8 文字，文件在此处损坏。请用原文件重新另存为\(utf8(file))"))
    return nil
  }

  private static func converting(
    _ bytes: ArraySlice<UInt8>, from encoding: SourceEncoding, file: String,
    into findings: inout [Finding]
  ) -> SourceText? {
    switch Iconv.convert(bytes, from: encoding.name) {
    case .converted(let converted):
      let text = SourceText(file: file, bytes: converted, encoding: encoding)
      text.reportCharacters(UTF8Scan(converted[...]), skipped: 0, into: &findings)
      return text
    case .stopped(let before):
      let place = TextPlace(of: before.count, in: before[...])
      findings.append(
        Finding(
          .textEncoding, at: place.position(in: file),
          "这里的字节不是 \(encoding.name) 文字，也不是 UTF-8。请把文件另存为\(utf8(file))"))
    case .unsupported:
      findings.append(
        Finding(
          .textEncoding, at: SourcePosition(file: file),
          "本机没有 \(encoding.name) 的转换表，不能读取这个文件。请把文件另存为\(utf8(file))"))
    }
    return nil
  }

  /// UTF-8 as the programs call it that the file was written with.
  private static func utf8(_ file: String) -> String {
    file.lowercased().hasSuffix(".csv") ? "“CSV UTF-8”" : "UTF-8 编码"
  }

  private func reportCharacters(_ scan: UTF8Scan, skipped: Int, into findings: inout [Finding]) {
    reportReplacements(scan, skipped: skipped, into: &findings)
    guard let first = scan.firstControl else { return }
    let offset = first - skipped
    let code = InvisibleCharacters.code(of: bytes[offset...])
    let more = scan.controlCount > 1 ? "（全文共 \(scan.controlCount) 个）" : ""
    findings.append(
      Finding(
        .controlCharacter, at: TextPlace(of: offset, in: bytes[...]).position(in: file),
        "这里有看不见的字符 \(code)\(more)。请删去它，或把内容重新录入"))
  }

  private func reportReplacements(
    _ scan: UTF8Scan, skipped: Int, into findings: inout [Finding]
  ) {
    guard let first = scan.firstReplacement else { return }
    let more = scan.replacementCount > 1 ? "（全文共 \(scan.replacementCount) 个）" : ""
    findings.append(
      Finding(
        .replacementCharacter,
        at: TextPlace(of: first - skipped, in: bytes[...]).position(in: file), severity: .warning,
        "这里有替换符“\u{FFFD}”\(more)，是转换文件时没能读出来的字。请照原件补上"))
  }
}

/// A place in a text, counted as editors count it.
struct TextPlace {
  /// The line, from 1; CR LF, LF and CR end a line.
  private(set) var line = 1
  /// The column in Unicode scalars, from 1.
  private(set) var column = 1

  /// The place of the byte at the index `end` of `bytes`.
  init(of end: Int, in bytes: ArraySlice<UInt8>) {
    var previous: UInt8 = 0
    for byte in bytes[..<min(end, bytes.endIndex)] {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) {
        line += 1
        column = 1
      } else if byte != 0x0A, byte & 0xC0 != 0x80 {
        column += 1
      }
      previous = byte
    }
  }

  /// The place in the file of that name.
  func position(in file: String) -> SourcePosition {
    SourcePosition(file: file, line: line, column: column)
  }
}
