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
      ("5.85%，10％", "5.85 10"), ("", ""), ("。，！", ""), ("𠮷野家", "𠮷野家"),
    ])
  func folds(text: String, folded: String) {
    var result = FoldedText()
    result.fold(text)
    let scalars = result.scalars.compactMap(Unicode.Scalar.init)
    #expect(String(String.UnicodeScalarView(scalars)) == folded)
  }

  @Test("A text is found by its characters, neighbours and the beginnings of its numbers")
  func tokens() {
    #expect(printed("三公", isLabel: false) == ["三", "三公", "公"])
    #expect(printed("行政", isLabel: true) == ["^行!", "政!", "政$!", "行!", "行政!"])
    #expect(printed("2120101", isLabel: false).count == 7)
    #expect(printed("费10122756.50元", isLabel: false) == ["1", "10", "101", "1012", "元", "费"])
    #expect(printed("0012", isLabel: false) == ["0", "00", "001", "0012"])
  }

  @Test("Amounts are listed by their digits, whatever their unit")
  func numbers() {
    var tokenizer = Tokenizer()
    tokenizer.add("共60,646,633.13元，即6064.66万元，0.00元，78人，2021年，5.85%", isLabel: false)
    let digits = tokenizer.take().numbers.map(SignificantDigits.text).sorted()
    #expect(digits == ["585", "606466", "6064663313"])
  }

  /// The tokens as the index prints them, those of labels with `!`.
  private func printed(_ text: String, isLabel: Bool) -> [String] {
    var tokenizer = Tokenizer()
    tokenizer.add(text, isLabel: isLabel)
    return tokenizer.take().tokens.map { marked in
      var buffer = ScriptBuffer()
      SearchToken.print(marked & ~SearchToken.labelBit, into: &buffer)
      let mark = marked & SearchToken.labelBit == 0 ? "" : "!"
      return String(decoding: buffer.bytes, as: UTF8.self) + mark
    }.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
