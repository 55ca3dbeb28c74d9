/// Which columns of a grid hold which columns of a form.
struct HeaderMap {
  /// Where a form's column comes from.
  enum Source: Equatable {
    /// A column of the grid.
    case column(Int)
    /// Several columns of the grid, whose texts are one code: 类, 款 and 项.
    case joined([Int])
    /// A part of the code in a column of the grid, by its digits.
    case part(Int, Range<Int>)
  }

  /// The source of each column of the form; `nil` where the grid has none.
  var sources: [Source?]
  /// The columns of the grid that no column of the form wants, though they have a header.
  var strangers: [Int]
  /// Header cells taken for columns whose titles they do not quite match: grid column, form column.
  var guesses: [(grid: Int, form: Int)]
  /// How many rows the header has.
  var height: Int
  /// How well it fits, 0…1.
  var fit: Double
}
