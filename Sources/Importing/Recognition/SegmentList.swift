/// The segments of a grid on the way down its rows, and the captions that wait for the table which
/// they stand over.
struct SegmentList {
  /// The segments, complete but for the last.
  private(set) var found: [Segment] = []
  /// The captions over what comes next.
  private(set) var captions: [Caption]
  /// The forms of these segments and of all before this grid.
  private(set) var used: Set<Int>
  private var captionRows: [Int] = []
  private let grid: Int

  /// None yet, of the grid with this number in reading order.
  init(grid: Int, _ context: TableContext) {
    self.grid = grid
    captions = context.captions
    used = context.used
  }

  /// Whether captions stand over what comes next.
  var holdsCaptions: Bool { !captionRows.isEmpty }

  /// Keeps the captions of a row for the next table.
  mutating func hold(_ own: [Caption], row: Int) {
    // What was said over the table above is not said over the next one.
    if captionRows.isEmpty, !found.isEmpty { captions = [] }
    captions += own
    captionRows.append(row)
  }

  /// Begins a segment under the captions that were kept.
  mutating func begin(
    form: Int, likeness: Double?, map: HeaderMap? = nil, header: Range<Int> = 0..<0,
    isContinuation: Bool = false, isAnother: Bool = false
  ) {
    found.append(
      Segment(
        grid: grid, form: form, map: map, captionRows: captionRows, headerRows: Array(header),
        dataRows: [], captions: captions, isContinuation: isContinuation, isAnother: isAnother,
        likeness: likeness))
    used.insert(form)
    (captions, captionRows) = ([], [])
  }

  /// Goes on with the last segment behind its header, which stands there once more; `isDoubtful` if
  /// it might as well be another table's.
  mutating func repeatHeader(_ rows: Range<Int>, isDoubtful: Bool) {
    let last = found.count - 1
    if isDoubtful, !captions.sayWhatFollows, found[last].doubtfulRow == nil {
      found[last].doubtfulRow = rows.lowerBound
    }
    found[last].headerRows += rows
    takeCaptions()
  }

  /// Ends the last segment before a row with which something else begins.
  mutating func close(before row: Int) {
    takeCaptions()
    found[found.count - 1].strangerRow = row
  }

  /// The segment that rows belong to in which nothing else begins.
  var above: Segment? { isClosed ? nil : found.last }

  /// Whether what stands below the last segment is no part of it.
  var isClosed: Bool { found.last?.strangerRow != nil }

  /// Whether a blank row stands over a row and its captions.
  func isApart(_ row: Int, in grid: Grid) -> Bool {
    var above = row - 1
    while captionRows.contains(above) { above -= 1 }
    return above >= 0 && grid.filled(inRow: above).isEmpty
  }

  /// Adds a row of data to the last segment.
  mutating func addData(_ row: Int) {
    // Words like a caption's in the middle of data, such as a unit repeated on every page.
    takeCaptions()
    found[found.count - 1].dataRows.append(row)
  }

  /// The segments, all complete.
  consuming func finish() -> [Segment] {
    if !found.isEmpty { takeCaptions() }
    return found
  }

  /// Lets the rows that were kept be the last segment's.
  private mutating func takeCaptions() {
    found[found.count - 1].captionRows += captionRows
    (captions, captionRows) = ([], [])
  }
}
