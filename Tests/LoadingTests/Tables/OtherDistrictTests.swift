import Budget
import Testing

@testable import Loading

/// Forms of another shape need no Swift: 类/款/项 in three columns, whole yuan, a wide 三公 table.
@Suite struct OtherDistrictTests {
  @Test func blankHigherColumnsInheritFromTheRowAbove() {
    let loaded = Loaded(
      FormFixture.threeColumns,
      """
      类,款,项,科目名称,合计
      201,,,一般公共服务支出,"1,200"
      ,03,,政府办公厅,700
      ,,01,行政运行,500
      ,,50,事业运行,200
      201,04,,发展与改革,500
      ,,01,行政运行,500
      合计,,,,"1,200"

      """)
    #expect(loaded.places.isEmpty)
    #expect(
      loaded.keys() == [
        "201", "201-03<201", "201-03-01<201-03", "201-03-50<201-03", "201-04<201",
        "201-04-01<201-04", "total",
      ])
    // What is printed stays blank where it was blank.
    #expect(loaded.table.rows[2].prefix(3).map(\.text) == ["", "", "01"])
    #expect(loaded.table.rows[0, 4].value == ExactDecimal(1200))
  }

  @Test func eachColumnHasItsOwnDigits() {
    let loaded = Loaded(
      FormFixture.threeColumns, "类,款,项,科目名称,合计\n201,,,甲,1\n201,3,,乙,1\n202,,01,丙,1\n合计,,,,1\n")
    #expect(loaded.places == ["3:5 code-length", "4:6 code-length"])
  }

  @Test func wholeYuanWarnsOfFractions() {
    let loaded = Loaded(
      FormFixture.threeColumns, "类,款,项,科目名称,合计\n201,,,甲,12.50\n202,,,乙,12.00\n合计,,,,24\n")
    #expect(loaded.places == ["2:9 amount-precision"])
    #expect(loaded.findings[0].severity == .warning)
  }

  @Test func aWideTableHasOneUnnamedRow() {
    let loaded = Loaded(
      FormFixture.wide, "合计,因公出国(境)费,公务用车/购置费,运行费,公务接待费\n12.50,0.00,,11.36,1.14\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == ["row"])
    #expect(loaded.table.cellID(row: 0, column: 3) == "row.cars_run")
    let two = Loaded(
      FormFixture.wide, "total,abroad,cars_bought,cars_run,reception\n1,,,,\n2,,,,\n")
    #expect(two.keys() == ["row", "row2"])
    #expect(two.places.isEmpty)
  }
}
