extension CheckRun {
  mutating func checkContents(_ p: [Passage]) {}
  mutating func checkProjectNames(_ p: [Passage]) {}
}
