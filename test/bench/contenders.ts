/**
 * Who is compared with whom. Every contender is prepared at leisure: rules not in force on the day and in the forum of
 * a question are taken out beforehand, facts are handed over in the shape it likes best, and only its answer is timed.
 * Comity alone is asked through its front door, with day and forum, and writes down each norm's rules and authorities.
 */
import { celEnv, plan, parse as readCel } from '@bufbuild/cel'
import { parse as parseCel } from '@marcbachmann/cel-js'
import { LogicEngine } from 'json-logic-engine'
import jsonLogic from 'json-logic-js'
import { type Almanac, Engine, type RuleProperties } from 'json-rules-engine'
import { type At, evaluate, type Pack } from '../../src/law/index.ts'
import type { Expr } from '../../src/law/parse.ts'
import { headsOf, type Stage, settle, stagesOf } from './referee.ts'
import { celRule, engineRule, logicRule, scriptAtom, scriptRule } from './translate.ts'

/** One that answers. `csp` tells whether it runs under a content security policy without `unsafe-eval`. */
export interface Contender {
  readonly name: string
  readonly csp: boolean
  /** Makes ready for some questions; what it returns answers the so-manieth. */
  prepare(pack: Pack, asks: readonly At[]): (ask: number) => unknown
  /** Everything that holds, as `comityAnswer` writes it. */
  read(pack: Pack, answer: never): readonly string[]
}

type Bindings = Record<string, Record<string, unknown>>

/** Facts as `{ demand: { asker: 'us' } }`, readings beside them. */
const nested = ({ facts, suppose }: At, number: (n: number) => unknown): Bindings => {
  const found: Bindings = { reading: { ...suppose }, atom: {}, contrary: {} }
  for (const [path, v] of Object.entries(facts)) {
    const [root, key] = path.split('.') as [string, string]
    found[root] ??= {}
    found[root][key] = typeof v === 'number' ? number(v) : v
  }
  return found
}

/** One value for each day and forum that is asked about. */
const bySpot = <T>(asks: readonly At[], make: (at: At) => T): readonly T[] => {
  const made = new Map<string, T>()
  return asks.map(at => {
    const key = `${at.day} ${at.forum}`
    const found = made.get(key) ?? make(at)
    made.set(key, found)
    return found
  })
}

const readHeads = (pack: Pack, holds: Uint8Array): readonly string[] =>
  headsOf(pack)
    .filter((_, i) => holds[i])
    .map(head => `${head}: yes`)
    .sort()

/** Any library that answers one condition at a time: it decides the rules, the referee the rest. */
const oneByOne = (
  name: string,
  make: () => { rule(clause: Pack['clauses'][number]): (data: Bindings) => unknown; number?(n: number): unknown },
): Contender => ({
  name,
  csp: true,
  prepare: (pack, asks) => {
    const { rule, number } = make()
    const rules = pack.clauses.map(rule)
    const stages = bySpot(asks, at => stagesOf(pack, at))
    const data = asks.map(at => nested(at, number ?? (n => n)))
    return ask => {
      const bindings = data[ask]!
      const applies = new Uint8Array(rules.length)
      const holds = new Uint8Array(pack.sides.size)
      for (const stage of stages[ask]!) {
        for (const r of stage.rules) if (rules[r]!(bindings) === true) applies[r] = 1
        settle(stage, applies, holds)
        if (stage.atom === null) continue
        for (const { key, at } of stage.heads)
          if (key.startsWith('!')) bindings.contrary![stage.atom] = holds[at] === 1
          else bindings.atom![stage.atom] = holds[at] === 1
      }
      return holds
    }
  },
  read: readHeads,
})

/** Comity by its front door: every norm with rules and authorities, and every atom both ways. */
export const comity: Contender = {
  name: 'Comity',
  csp: true,
  prepare: (pack, asks) => {
    const atoms = pack.atoms.flatMap(a => [a, `!${a}`])
    return ask => {
      const e = evaluate(pack, asks[ask]!)
      return { norms: e.norms(), atoms: atoms.map(a => e.atom(a)) }
    }
  },
  read: (pack, { norms, atoms }: { norms: ReturnType<ReturnType<typeof evaluate>['norms']>; atoms: string[] }) =>
    [
      ...norms.map(n => `${n.modality} ${n.order} ${n.act}: ${n.holds}`),
      ...pack.atoms.flatMap(a => [a, `!${a}`]).flatMap((a, i) => (atoms[i] === 'no' ? [] : [`${a}: ${atoms[i]}`])),
    ].sort(),
}

const script = (pack: Pack, stages: readonly Stage[]): string => {
  const lines = stages.flatMap(stage => [
    ...stage.rules.map(r => `const r${r} = ${scriptRule(pack.clauses[r]!)}`),
    ...stage.heads.map(({ key, at, pro, con, duty }) => {
      const beaten = con.map(c => `(!r${c.rule}${c.beaters.map(t => ` || r${t}`).join('')})`)
      const own = [`(${pro.map(r => `r${r}`).join(' || ') || 'false'})`, ...beaten].join(' && ')
      const holds = duty < 0 ? own : `h${duty} || (${own})`
      return `const h${at} = ${holds}${stage.atom === null ? '' : `, ${scriptAtom(key)} = h${at}`}`
    }),
  ])
  return `${lines.join('\n')}\nreturn [${headsOf(pack)
    .map((_, i) => `h${i}`)
    .join(', ')}]`
}

/** A function as one would write it by hand for this one rule set, day and forum: needs `unsafe-eval` to be made. */
export const generated: Contender = {
  name: 'a generated function',
  csp: false,
  prepare: (pack, asks) => {
    const functions = bySpot(
      asks,
      at => new Function('f', script(pack, stagesOf(pack, at))) as (facts: Bindings) => readonly boolean[],
    )
    const data = asks.map(at => nested(at, n => n))
    return ask => functions[ask]!(data[ask]!)
  },
  read: (pack, holds: readonly boolean[]) => readHeads(pack, Uint8Array.from(holds, Number)),
}

export const celJs = oneByOne('@marcbachmann/cel-js', () => ({
  rule: clause => parseCel(celRule(clause)),
  number: BigInt,
}))

export const bufCel = oneByOne('@bufbuild/cel', () => {
  const env = celEnv()
  return { rule: clause => plan(env, readCel(celRule(clause))) as (data: Bindings) => unknown, number: BigInt }
})

export const logicEngine = oneByOne('json-logic-engine, interpreted', () => {
  const engine = new LogicEngine()
  return {
    rule: clause => {
      const logic = logicRule(clause)
      // Twice, because it gives up its own cache when it meets five hundred conditions in a row for the first time.
      const nothing = { atom: {}, contrary: {}, reading: {} }
      for (let i = 0; i < 2; i++) engine.run(logic, nothing)
      return data => engine.run(logic, data)
    },
  }
})

export const logicJs = oneByOne('json-logic-js', () => ({
  rule: clause => {
    const logic = logicRule(clause) as Parameters<typeof jsonLogic.apply>[0]
    return data => jsonLogic.apply(logic, data)
  },
}))

/** Rules with priorities; what they conclude is a fact that is computed when a later rule asks for it. */
export const rulesEngine: Contender = {
  name: 'json-rules-engine',
  csp: true,
  prepare: (pack, asks) => {
    let applies = new Uint8Array(0)
    let holds = new Uint8Array(0)
    const engines = bySpot(asks, at => {
      const stages = stagesOf(pack, at)
      const sums = new Map<string, Expr>()
      const engine = new Engine([], { allowUndefinedFacts: true })
      engine.addOperator<string | number, string | number>('lt', (a, b) => a < b)
      engine.addOperator<string | number, string | number>('lte', (a, b) => a <= b)
      engine.addOperator<string | number, string | number>('gt', (a, b) => a > b)
      engine.addOperator<string | number, string | number>('gte', (a, b) => a >= b)
      engine.addFact('true', true)
      stages.forEach((stage, s) => {
        for (const r of stage.rules)
          engine.addRule({
            conditions: engineRule(pack.clauses[r]!, sums) as RuleProperties['conditions'],
            event: { type: 'applies' },
            priority: stages.length - s,
            onSuccess: () => {
              applies[r] = 1
            },
          })
        // Both heads of an atom follow from rules of higher priority, which have all been asked by then.
        if (stage.atom !== null)
          for (const { key, at } of stage.heads)
            engine.addFact(key, () => {
              settle(stage, applies, holds)
              return holds[at] === 1
            })
      })
      for (const [name, sum] of sums) engine.addFact(name, (_, almanac) => sumOf(sum, almanac))
      return { engine, stages }
    })
    const facts = asks.map(({ facts, suppose }) => ({
      ...facts,
      ...Object.fromEntries(Object.entries(suppose ?? {}).map(([q, r]) => [`reading.${q}`, r])),
    }))
    return async ask => {
      const { engine, stages } = engines[ask]!
      applies = new Uint8Array(pack.clauses.length)
      holds = new Uint8Array(pack.sides.size)
      await engine.run(facts[ask]!)
      for (const stage of stages) settle(stage, applies, holds)
      return holds
    }
  },
  read: readHeads,
}

const sumOf = async (e: Expr, almanac: Almanac): Promise<number> => {
  if (e.kind === 'int') return e.value
  if (e.kind === 'name') return almanac.factValue<number>(e.path)
  if (e.kind === 'negate') return -(await sumOf(e.arg, almanac))
  if (e.kind !== 'sum') throw new Error('only whole numbers are added')
  const [a, b] = [await sumOf(e.left, almanac), await sumOf(e.right, almanac)]
  return e.op === '+' ? a + b : a - b
}

/** Everybody, Comity first. */
export const contenders: readonly Contender[] = [comity, generated, logicEngine, celJs, bufCel, logicJs, rulesEngine]
