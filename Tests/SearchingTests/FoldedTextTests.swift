import Testing

@testable import Searching

@Suite("What the search compares")
struct FoldedTextTests {
  @Test(
    "Width, case, punctuation and separators do not matter; numbers stay apart",
    arguments: [
      ("“三公”经费", "三公经费"), ("Ｂ０１　ＶＰＮ", "b01vpn"), ("60,646,633.13元", "60646633.13元"),
      ("60，646，633．13 元", "60646633.13元"), ("2020-2021", "2020 2021"), ("12,34", "12 34"),
      ("1.2.3", "1.2 3"), ("（一）人员。", "一人员"), ("3.", "3"), ("1,2345", "1 2345"),
      ("5.85%，10％", "5.85%10%"), ("5%.5", "5%5"), ("5 %", "5"), ("", ""), ("。，！", ""),
      ("𠮷野家", "𠮷野家"), ("É", "É"), ("\u{2028}行\u{0}政", "行政"),
    ])
  func folds(text: String, folded: String) {
    var result = FoldedText()
    result.fold(text)
    #expect(String.of(result.scalars) == folded)
  }

  @Test("A text is found by its characters, neighbours and the beginnings of its numbers")
  func tokens() {
    #expect(words("三公", isLabel: false) == ["三", "三公", "公"])
    #expect(words("行 政", isLabel: true) == ["政!", "行!", "行政!"])
    #expect(words("2120101", isLabel: false) == ["2", "21", "212", "2120", "21201", "212010"])
    #expect(words("0012", isLabel: false) == ["0", "00", "001", "0012"])
    #expect(words("81人", isLabel: false) == ["8", "81", "人"])
    #expect(words("\u{20BB7}", isLabel: false).count == 1)
  }

  @Test("A figure is listed as it is printed and leaves no trace among the words")
  func figures() {
    #expect(words("费10122756.50元", isLabel: false) == ["元", "费"])
    #expect(words("占5%的", isLabel: false) == ["占", "的"])
    #expect(words("费3,300千元", isLabel: false) == ["元", "千", "千元", "费"])
    #expect(words("30千米", isLabel: false) == ["3", "30", "千", "千米", "米"])
    var tokenizer = Tokenizer()
    tokenizer.add(
      "共60,646,633.13元，即6064.66万元，0.00元，78人，2021年，5.85%，0.05元，得85.2分", isLabel: false)
    let printed = tokenizer.take().numbers.map { packed in
      var buffer = ScriptBuffer()
      PrintedNumber(packed: packed).append(to: &buffer)
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
    #expect(Set(printed) == ["60646633.13", "6064.66", "5.85", "0.05", "85.2"])
  }

  /// The tokens as the index prints them, those of labels with `!`.
  private func words(_ text: String, isLabel: Bool) -> [String] {
    var tokenizer = Tokenizer()
    tokenizer.add(text, isLabel: isLabel)
    let found = tokenizer.take()
    return
      (found.labels.map { String.of(SearchToken.scalars($0)) + "!" }
      + found.others.map { String.of(SearchToken.scalars($0)) })
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}

extension String {
  /// The text of `scalars`.
  static func of(_ scalars: some Sequence<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}
