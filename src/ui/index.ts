/** The page. `App` draws a `ScreenView` and sends `PageIntent`s; it decides nothing. */
export { App } from './App.tsx'
export { fetchMenu } from './cards.tsx'
export { fetchLawRoom } from './door.tsx'
