import Budget
import Testing

@Suite("Records")
struct RecordTests {
  private func kept(_ coefficient: Int128) -> MainFigure? {
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
    var reader = RecordReader(writer.bytes[...])
    let figure = try? MainFigure(from: &reader)
    return isAtEnd(reader) ? figure : nil
  }

  private func kept(_ thisYear: Amount?, _ lastYear: Amount??) -> TwoYearFigure? {
    var writer = RecordWriter()
    writer.write("three-public/合计")
    writer.write("财政拨款")
    writer.write("合计")
    writer.write(thisYear)
    writer.write(SourcePosition(file: "Content/甲/2021/tables/revenue.csv", line: 30, column: 7))
    writer.write(lastYear == nil ? 0 : 1)
    if let lastYear {
      writer.write(lastYear)
      writer.write(SourcePosition(file: "facts.yml", line: 2))
    }
    var reader = RecordReader(writer.bytes[...])
    let figure = try? TwoYearFigure(from: &reader)
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
    let figure = try #require(kept(number))
    #expect(figure.value.coefficient == number && figure.value.scale == 2)
    #expect(figure.identity.unit == .tenThousandYuan && figure.identity.scope == "财政拨款")
    #expect(figure.rank == .part && figure.decimals == 2)
  }

  @Test("keep every part of a figure, and write it as it was")
  func figures() throws {
    let figure = try #require(kept(6_064_663_313))
    #expect(figure.position.line == 30 && figure.position.column == 7)
    var writer = RecordWriter()
    writer.write([figure, figure])
    var reader = RecordReader(writer.bytes[...])
    let figures: [MainFigure] = try reader.values()
    #expect(figures == [figure, figure])
  }

  @Test("keep what is blank apart from what is not given")
  func twoYears() throws {
    let amount = Amount(ExactDecimal(coefficient: 64_411_756, scale: 12), .yuan)
    for (thisYear, lastYear) in [
      (amount, .some(amount)), (nil, .some(.none)), (nil, .some(amount)), (amount, nil),
    ] as [(Amount?, Amount??)] {
      let figure = try #require(kept(thisYear, lastYear))
      #expect(figure.id == "three-public/合计" && figure.scope == "财政拨款" && figure.label == "合计")
      #expect(figure.thisYear.amount == thisYear && figure.thisYear.position.line == 30)
      #expect((figure.lastYear == nil) == (lastYear == nil))
      #expect(figure.lastYear?.amount == lastYear ?? nil)
      #expect(figure.lastYear.map(\.position.file) ?? "facts.yml" == "facts.yml")
      var writer = RecordWriter()
      writer.write([figure])
      var reader = RecordReader(writer.bytes[...])
      #expect(try reader.values() == [figure])
    }
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
      _ = try? TwoYearFigure(from: &reader)
      _ = try? reader.values() as [String]
      _ = try? reader.optional() as PublicationDate?
    }
  }
}
