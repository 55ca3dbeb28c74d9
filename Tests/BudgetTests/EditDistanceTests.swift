import Budget
import Testing

@Suite("Edit distance")
struct EditDistanceTests {
  private func distance(_ left: String, _ right: String, atMost limit: Int) -> Int? {
    EditDistance.between(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: limit)
  }

  @Test(
    "is known up to its limit and not beyond",
    arguments: [
      ("名称解释", "名词解释", 1), ("机关运行经费", "机构运行经费", 1), ("", "三公", 2), ("三公", "", 2),
      ("kitten", "sitting", 3), ("abc", "cab", 2), ("一样", "一样", 0), ("甲乙丙丁戊", "子丑寅卯辰", 5),
    ])
  func limits(_ left: String, _ right: String, _ expected: Int) {
    #expect(distance(left, right, atMost: expected) == expected)
    #expect(distance(left, right, atMost: expected + 3) == expected)
    #expect(distance(left, right, atMost: expected - 1) == nil)
  }
}
