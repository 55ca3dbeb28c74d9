/// Looking up names in what is sorted by them.
extension RandomAccessCollection where Index == Int {
  /// Where the element of this name stands, or would have to stand; `key` tells an element's name.
  func place(
    of name: PathName, by key: (Element) -> PathName
  ) -> (index: Int, isTaken: Bool) {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if key(self[middle]) < name { low = middle + 1 } else { high = middle }
    }
    return (low, low < endIndex && key(self[low]) == name)
  }
}

extension [PathName] {
  /// Where the name stands in the sorted list, or would have to stand.
  func place(of name: PathName) -> (index: Int, isTaken: Bool) { place(of: name, by: \.self) }

  /// Whether the sorted list has the name.
  func containsSorted(_ name: PathName) -> Bool { place(of: name).isTaken }
}
