/// Any text as the cells of a table: amounts, codes and labels, in quotes so that it is one cell.
enum AmountTarget {
  static func load(_ bytes: [UInt8]) throws {
    let cell = cell(bytes)
    try TableTarget.load(Array("a_code,a_name,a_total,a_basic\n\(cell),甲,\(cell),1\n".utf8))
  }

  static func publish(_ bytes: [UInt8]) throws {
    let cell = cell(bytes)
    let outlay = "a_code,a_name,a_total,a_basic\n\(cell),\(cell),\(cell),\(cell)\n201,乙,1,\(cell)\n"
    try TableTarget.publish(Array((outlay + ",总计,\(cell),\(cell)\n").utf8))
    try TableTarget.publish(Array("g_last,g_this\n\(cell),\(cell)\n".utf8))
  }

  private static func cell(_ bytes: [UInt8]) -> String {
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
