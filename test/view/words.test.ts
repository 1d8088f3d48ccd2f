/** How the law is said. Each of these sentences may be disputed by a lawyer; that is what they are for. */
import { expect, test } from 'vitest'
import { countriesOf } from '../../src/view/stage.ts'
import {
  breachSentence,
  conflictSentence,
  cost,
  exposureName,
  lawOf,
  meterWord,
  sentence,
  span,
  spanOn,
  verdictSentence,
} from '../../src/view/words.ts'

test('orders are called as lawyers call them, and others by their name', () => {
  expect([lawOf('us', 'United States'), lawOf('ie', 'Ireland'), lawOf('br', 'Brazil')]).toEqual([
    'US law',
    'Irish law',
    'the law of Brazil',
  ])
  expect([exposureName('eu', 'European Union'), exposureName('br', 'Brazil')]).toEqual([
    'EU exposure',
    'Exposure in Brazil',
  ])
})

test('each verdict has its sentence; what is open says what is open', () => {
  const act = 'hand over the content of the account'
  expect(verdictSentence('US law', 'obliges', act)).toBe('US law obliges you to hand over the content of the account.')
  expect(verdictSentence('US law', 'contested', act, 'oblige')).toBe(
    'It is open whether US law obliges you to hand over the content of the account.',
  )
  expect(verdictSentence('Irish law', 'contested', act, 'forbid')).toBe(
    'It is open whether Irish law forbids you to hand over the content of the account.',
  )
  expect(verdictSentence('Irish law', 'contested', act, 'permit')).toBe(
    'It is open whether Irish law lets you hand over the content of the account.',
  )
})

test('what may be a breach is not said to be one', () => {
  expect(breachSentence('Irish law', 'did', 'possible', 'hand over the mail')).toBe(
    'Irish law may forbid you to hand over the mail, and this does it.',
  )
  expect(breachSentence('US law', 'omitted', 'certain', 'hand over the mail')).toBe(
    'US law obliges you to hand over the mail: to leave that undone is what it forbids.',
  )
})

test('a conflict is certain only when both duties are', () => {
  const us = { law: 'US law', must: true, sure: true, act: 'hand over the mail' }
  const ie = { law: 'Irish law', must: false, sure: true, act: 'hand over the mail' }
  expect(conflictSentence([ie, us])).toBe(
    'US law obliges you to hand over the mail, and Irish law forbids it: nobody can obey both.',
  )
  expect(conflictSentence([us, { ...ie, sure: false }])).toBe(
    'US law obliges you to hand over the mail, and Irish law may forbid it: if both do, nobody can obey both.',
  )
  expect(conflictSentence([us, { ...ie, must: true, act: 'destroy the mail' }])).toBe(
    'US law obliges you to hand over the mail, and Irish law obliges you to destroy the mail: nobody can obey both.',
  )
})

test.each([
  [{ kind: 'money', min: 0, max: 4_000_000, currency: 'EUR' }, 'a fine of up to 4,000,000 EUR'],
  [{ kind: 'money', min: 1000, max: 1000, currency: 'EUR' }, 'a fine of 1,000 EUR'],
  [
    { kind: 'money', min: 0, max: 20_000_000, currency: 'EUR', turnoverPercent: 4 },
    'a fine of up to 20,000,000 EUR, or of up to 4 per cent of world turnover',
  ],
  [
    { kind: 'money', min: 0, max: 0, currency: 'BRL', turnoverPercent: 10, turnoverIn: 'Brazil' },
    'a fine of up to 10 per cent of the turnover in Brazil',
  ],
  [{ kind: 'per-day', min: 5000, max: 50_000, currency: 'USD' }, '5,000 USD to 50,000 USD for each day'],
  [{ kind: 'crime', min: 0, max: 240 }, 'a crime, for staff: up to 20 years of imprisonment'],
  [{ kind: 'crime', min: 0, max: 6 }, 'a crime, for staff: up to 6 months of imprisonment'],
  [{ kind: 'blocking', min: 0, max: 30 }, 'the service blocked for up to 30 days'],
] as const)('%j may cost %s', (exposure, words) => expect(cost(exposure)).toBe(words))

test('dates of a case and of a statute are said differently, and an end is not told before it came', () => {
  expect(span('1986-10-21', null)).toBe('in force since 21 October 1986')
  expect(span('2016-07-14', '2018-04-17', 'case')).toBe('14 July 2016 to 17 April 2018')
  expect(spanOn('2017-01-01', '2016-07-14', '2018-04-17', 'case')).toBe('since 14 July 2016')
  expect(spanOn('2018-04-17', '2016-07-14', '2018-04-17', 'case')).toBe('14 July 2016 to 17 April 2018')
})

test('every meter has a word from 0 to 100, and the word changes with the number', () => {
  for (const [meter, group] of [
    ['exposure.us', 'exposure'],
    ['trust.x', 'trust'],
    ['justice', 'case'],
    ['treasury', 'case'],
    ['standing', 'case'],
  ] as const) {
    const words = Array.from({ length: 101 }, (_, value) => meterWord(meter, group, value))
    expect(words.every(word => word !== '')).toBe(true)
    expect(new Set(words).size).toBeGreaterThan(4)
  }
})

test('a sentence keeps the stop it has, also inside quotation marks', () => {
  expect(sentence('it is so')).toBe('It is so.')
  expect(sentence('“Is it?”')).toBe('“Is it?”')
  expect(sentence('Nobody “knows”')).toBe('Nobody “knows”.')
})

test('the Union is what it was on the day: Croatia in from July 2013, the United Kingdom out after January 2020', () => {
  expect(countriesOf('eu', '2013-06-30')).not.toContain('191')
  expect(countriesOf('eu', '2013-07-01')).toHaveLength(28)
  expect(countriesOf('eu', '2020-01-31')).toContain('826')
  expect(countriesOf('eu', '2020-02-01')).toHaveLength(27)
  expect(countriesOf('us', '2013-12-04')).toEqual(['840'])
})
