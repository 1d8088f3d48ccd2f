/**
 * What a matter needs to be played: the rules, the game and the view, in a chunk of its own. The start page is
 * drawn without it and fetches it when the page is idle.
 */
export { contentTag, options, playOf, readCode, replay, start, step, trusted, writeCode } from '../game/index.ts'
export { bookOf, caseView } from '../view/index.ts'
