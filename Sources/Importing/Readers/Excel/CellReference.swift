/// A cell's place in a sheet: `B5`.
struct CellReference {
  /// The row from 0.
  let row: Int
  /// The column from 0.
  let column: Int

  /// Reads `B5` or `$B$5`.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x24: continue
      case 0x41...0x5A where row == 0: column = column * 26 + Int(scalar.value) - 0x40
      case 0x61...0x7A where row == 0: column = column * 26 + Int(scalar.value) - 0x60
      case 0x30...0x39: row = row * 10 + Int(scalar.value) - 0x30
      default: return nil
      }
      guard column <= 16384, row <= 1_048_576 else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.row = row - 1
    self.column = column - 1
  }

  /// The name of a place: `B5`.
  static func name(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let scalar = Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))
      letters = String(Character(scalar)) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }
}
