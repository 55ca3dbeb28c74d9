extension Unicode.Scalar {
  /// Whether it is a dash that stands for nil in a column of amounts, of whatever width and length
  /// keyboards, Word and Excel have.
  public var isNilDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0xFF0D: true
    default: false
    }
  }
}
