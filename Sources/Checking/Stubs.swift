extension CheckRun {
  mutating func checkTableWriting() {}
  mutating func checkNarrative() {}
}
