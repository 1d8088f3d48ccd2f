/** Things done once: a load that succeeded is not repeated, and a question just answered is not worked out again. */

/** Runs at most once while it succeeds; after a failure the next call tries again. */
export const once = <T>(run: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null
  return () => {
    running ??= run().catch(error => {
      running = null
      throw error
    })
    return running
  }
}

/** The last answer, given again while the question is the same, part by part. */
export const remember = <Q extends readonly unknown[], A>(answer: (...question: Q) => A): ((...question: Q) => A) => {
  let last: { question: Q; answer: A } | null = null
  return (...question) => {
    const known = last
    if (known && question.every((part, i) => part === known.question[i])) return known.answer
    last = { question, answer: answer(...question) }
    return last.answer
  }
}
