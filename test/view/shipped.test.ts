/** Every worked play of every shipped matter, seen as a player sees it, step by step. */
import { expect, test } from 'vitest'
import { readShipped } from '../../src/cli/build/matters.ts'
import { prepare, start, step } from '../../src/game/index.ts'
import { caseView, type Rich } from '../../src/view/index.ts'

const { levels, law, consequences } = readShipped('levels')
const practice = { showPredictions: true, mode: 'practice', seen: [] } as const

for (const level of levels) {
  const ready = prepare(level, law, consequences)
  if (!ready.ok) throw new Error(`${level.id} cannot be prepared`)
  const matter = ready.value
  for (const play of level.plays ?? [])
    test(`${level.title}: ${play.name}`, () => {
      let state = start(matter, { seed: play.seed ?? 0 })
      for (const choice of [...play.choices, null]) {
        const view = caseView(matter, state, practice)
        const text = JSON.stringify(view)
        expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b is/)

        // Whatever a text links to can be opened.
        const texts: readonly Rich[] = [view.level.brief, ...view.scene.text, ...view.documents.flatMap(d => d.body)]
        for (const span of texts.flat()) {
          if (span.kind === 'term') expect(view.glossary.map(entry => entry.id)).toContain(span.id)
          if (span.kind === 'law') expect(view.authorities!.map(citation => citation.id)).toContain(span.id)
        }
        // Every finding opens to a reason, and every reason to an authority.
        for (const { findings } of view.law.orders)
          for (const finding of findings) {
            expect(finding.whys.length, finding.text).toBeGreaterThan(0)
            for (const why of finding.whys) expect(why.citations.length, why.rule).toBeGreaterThan(0)
            if (finding.verdict === 'contested') expect(finding.text).toMatch(/^It is open whether/)
          }
        for (const open of view.choices) expect(open.says.map(says => says.order)).toEqual(level.orders)
        if (choice !== null) state = step(matter, state, choice).state
      }
      const { ending } = caseView(matter, state, practice)
      expect(ending?.id).toBe(play.ending)
      expect(ending?.verdicts).toHaveLength(matter.meters.length)
    })
}
