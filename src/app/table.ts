/**
 * What a matter needs to be played: the rules, the game and the view, in a chunk of its own. The start page is
 * drawn without it and fetches it when the page is idle.
 */
export { keepTag, options, playOf, preparing, replay, start, step, writeCode } from '../game/index.ts'
export { bookOf, caseView, rehearsing } from '../view/index.ts'
