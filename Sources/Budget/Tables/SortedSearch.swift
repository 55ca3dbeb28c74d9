/// Looking up what stands in order, by halves.
extension RandomAccessCollection where Index == Int {
  /// The first place whose element does not come before what is looked for; `comesBefore` holds for
  /// a beginning of the collection and for nothing behind it.
  @inlinable
  public func firstPlace(behind comesBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
