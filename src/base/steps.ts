/** Long work in small steps: a generator that yields wherever it may be interrupted, and gives its result at the end. */

/** Does all the steps at once. */
export const finish = <T>(work: Generator<undefined, T>): T => {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}
