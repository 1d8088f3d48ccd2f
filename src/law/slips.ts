/** A condition that cannot be read, in words: what stopped the reader, and what was probably meant. */
import { didYouMean, type Problem } from '../base/index.ts'
import { limits, type Slip } from './parse.ts'

const characters: Readonly<Record<string, string>> = {
  '=': 'To compare, write "==".',
  '&': 'For "and", write "&&".',
  '|': 'For "or", write "||".',
  '?': 'There is no "?:" here; write two rules instead.',
  '*': 'Only + and - are arithmetic here.',
  '/': 'Only + and - are arithmetic here.',
  '%': 'Only + and - are arithmetic here.',
  '“': 'Write straight quotes: "ie".',
  '”': 'Write straight quotes: "ie".',
  '‘': "Write straight quotes: 'ie'.",
  '’': "Write straight quotes: 'ie'.",
}
const symbols: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!', is: '==' }

const symbolFor = (word: string, otherwise: string) =>
  Object.hasOwn(symbols, word) ? `For "${word}", write "${symbols[word]}".` : otherwise

const quoted = (found: string) => (found === 'the end' ? found : `"${found}"`)

const words = ({ slip, found, wanted }: Slip): readonly [code: string, what: string, mend: string] => {
  switch (slip) {
    case 'open-string':
      return ['condition-syntax', 'The string that begins here never ends.', `Close it with ${wanted}.`]
    case 'escape':
      return ['condition-syntax', 'This escape is not known.', 'Write \\\\ for a backslash.']
    case 'number':
      return ['condition-syntax', `"${found}" is no whole number.`, 'Write digits only.']
    case 'large-number':
      return ['condition-syntax', `${found} is too large.`, `Stay within ${wanted}.`]
    case 'character':
      return ['condition-syntax', `"${found}" is not part of a condition.`, characters[found] ?? 'Leave it out.']
    case 'expected':
      return ['condition-syntax', `Here "${wanted}" was expected, not ${quoted(found)}.`, `Put "${wanted}" here.`]
    case 'missing':
      return [
        'condition-syntax',
        `Something is missing before ${quoted(found)}.`,
        symbolFor(found, 'Write a fact, a derived atom, a literal or a parenthesis.'),
      ]
    case 'null':
      return [
        'condition-syntax',
        'There is no "null" here: a rule cannot ask whether something is unknown.',
        'An unknown fact makes the condition unknown by itself; leave the test out.',
      ]
    case 'dot':
      return ['condition-syntax', 'A name must follow the dot.', 'Write for example data.usCopy.']
    case 'function': {
      const near = didYouMean(found, ['date', 'contrary'])
      const mend = near ? `Did you mean "${near}"?` : 'The only functions are date("2018-03-23") and contrary(atom).'
      const has = 'Leave it out: an unknown fact makes the condition unknown by itself.'
      return ['unknown-function', `There is no function "${found}".`, found === 'has' ? has : mend]
    }
    case 'contrary':
      return ['condition-syntax', 'contrary() asks about a derived atom.', 'Write contrary(atom).']
    case 'date':
      return ['bad-date', 'This is no day of the calendar.', 'Write date("2018-03-23").']
    case 'rest':
      return [
        'condition-syntax',
        `The condition should end before "${found}".`,
        symbolFor(
          found,
          found === '[' ? 'Only names with dots reach into facts: data.usCopy.' : 'Join conditions with && or ||.',
        ),
      ]
    case 'nodes':
    case 'depth': {
      const size = slip === 'nodes' ? `has more than ${limits.nodes} parts` : `is more than ${limits.depth} levels deep`
      const mend = 'Conclude parts of it as derived atoms and use those.'
      return ['condition-too-large', `This condition ${size}.`, mend]
    }
  }
}

/** The problem a slip makes; `where` counts characters within the condition. */
export const tellSlip = (slip: Slip): Problem => {
  const [code, what, mend] = words(slip)
  const why = 'A condition that cannot be read can never be met.'
  const where = { offset: slip.at, length: Math.max(1, slip.end - slip.at) }
  return { code, severity: 'error', where, what, why, mend }
}
