import Budget
import Testing

@testable import Loading

@Suite struct CSVReaderTests {
  /// Each field as `line:column text`, records separated.
  private func fields(_ text: String, separator: Character = ",") -> [[String]] {
    let bytes = Array(text.utf8)
    var reader = CSVReader(bytes, separator: separator.asciiValue ?? 0)
    var record = CSVRecord()
    var findings = CappedFindings(file: "t", limit: 9)
    var all: [[String]] = []
    while reader.next(&record, reporting: &findings) {
      all.append(
        record.fields.map {
          "\($0.line):\($0.column) " + String(decoding: bytes[$0.range], as: UTF8.self)
        })
    }
    return all
  }

  @Test func knowsWhereEachFieldStands() {
    #expect(
      fields("科目,金额\r\n\"办\"\"公\n费\",\"1,0\"\r乙,\n")
        == [["1:1 科目", "1:4 金额"], ["2:2 办\"\"公\n费", "3:5 1,0"], ["4:1 乙", "4:3 "]])
  }

  @Test func ignoresSpacesAroundQuotes() {
    #expect(fields("a, \"b,c\" ,d") == [["1:1 a", "1:5 b,c", "1:11 d"]])
  }

  @Test func keepsAQuoteWithinAnUnquotedField() {
    #expect(fields("3\"管,=\"201\"") == [["1:1 3\"管", "1:5 =\"201\""]])
  }

  @Test func readsOnAfterAQuoteThatIsNeverClosed() {
    #expect(fields("a,\"b,c\nd,e") == [["1:1 a", "1:4 b,c"], ["2:1 d", "2:3 e"]])
  }

  @Test(arguments: [
    ("a,b\n", CSVSeparator.readable(0x2C)), ("a\tb\n1,2,3\n", .readable(0x09)),
    ("a;b\n", .unusable(";")), ("a，b\n", .unusable("，")), ("\"a;b\",c\n", .readable(0x2C)),
    ("\n,,\n甲\t乙,丙\t丁\n", .readable(0x09)), ("", .readable(0x2C)),
  ])
  func judgesTheSeparatorByTheHeader(text: String, expected: CSVSeparator) {
    #expect(CSVSeparator(headerOf: Array(text.utf8)) == expected)
  }

  @Test func countsButDoesNotKeepEndlessFields() {
    var reader = CSVReader([UInt8](repeating: UInt8(ascii: ","), count: 50_000), separator: 0x2C)
    var record = CSVRecord()
    var findings = CappedFindings(file: "t", limit: 9)
    #expect(reader.next(&record, reporting: &findings))
    #expect(record.count == 50_001)
    #expect(record.fields.count == CSVRecord.maximumFields)
    #expect(record.isBlank)
  }
}
