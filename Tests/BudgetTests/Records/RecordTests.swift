import Budget
import Testing

@Suite("Records")
struct RecordTests {
  private func kept(_ coefficient: Int128, _ previous: Int128?) -> MainFigure? {
    var writer = RecordWriter()
    writer.write("income-total")
    writer.write(Unit.tenThousandYuan)
    writer.write("财政拨款")
    writer.write("收入总计")
    writer.write(MainFigure.Rank.part)
    writer.write(ExactDecimal(coefficient: coefficient, scale: 2))
    writer.write(2)
    writer.write("revenue.html#total.total")
    writer.write(SourcePosition(file: "Content/甲/2021/tables/revenue.csv", line: 30, column: 7))
    writer.write(previous == nil ? 0 : 1)
    if let previous {
      writer.write(ExactDecimal(coefficient: previous, scale: 12))
      writer.write(Unit.yuan)
      writer.write(SourcePosition(file: "facts.yml", line: 2))
    }
    var reader = RecordReader(writer.bytes[...])
    let figure = try? MainFigure(from: &reader)
    return isAtEnd(reader) ? figure : nil
  }

  private func isAtEnd(_ reader: RecordReader) -> Bool {
    var reader = reader
    return (try? reader.number()) == nil
  }

  @Test(
    "give back what was written",
    arguments: [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, 10_018_823_793_076, .max, .min])
  func numbers(number: Int128) throws {
    var writer = RecordWriter()
    writer.write(number)
    writer.write(Int(truncatingIfNeeded: number))
    var reader = RecordReader(writer.bytes[...])
    #expect(try reader.wideNumber() == number)
    #expect(try reader.number() == Int(truncatingIfNeeded: number))
    #expect(isAtEnd(reader))
    let figure = try #require(kept(number, nil))
    #expect(figure.value.coefficient == number && figure.value.scale == 2)
    #expect(figure.identity.unit == .tenThousandYuan && figure.identity.scope == "财政拨款")
    #expect(figure.rank == .part && figure.previous == nil && figure.decimals == 2)
  }

  @Test("keep every part of a figure, and write it as it was")
  func figures() throws {
    let figure = try #require(kept(6_064_663_313, 64_411_756))
    #expect(figure.previous?.amount.value.scale == 12)
    #expect(figure.previous?.position == SourcePosition(file: "facts.yml", line: 2, column: 1))
    #expect(figure.position.line == 30 && figure.position.column == 7)
    var writer = RecordWriter()
    writer.write([figure, figure])
    var reader = RecordReader(writer.bytes[...])
    let figures: [MainFigure] = try reader.values()
    #expect(figures == [figure, figure])
  }

  @Test("that were cut off or are something else are damaged, and nothing worse")
  func damage() throws {
    var writer = RecordWriter()
    writer.write(["甲", "乙", ""])
    writer.write(PublicationDate("2021-02-03 09:30"))
    let bytes = writer.bytes
    for count in 0..<bytes.count {
      #expect(throws: DamagedRecord.self) {
        var reader = RecordReader(bytes[..<count])
        let _: [String] = try reader.values()
        let _: PublicationDate? = try reader.optional()
      }
    }
    for byte in UInt8.min...UInt8.max {
      var reader = RecordReader([UInt8](repeating: byte, count: 40)[...])
      _ = try? MainFigure(from: &reader)
      _ = try? reader.values() as [String]
      _ = try? reader.optional() as PublicationDate?
    }
  }
}
