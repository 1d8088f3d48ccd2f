/** The page. `App` draws a `ScreenView` and sends `PageIntent`s; it decides nothing. */
export { App } from './App.tsx'
export { fetchLawRoom } from './door.tsx'
export { fetchCards } from './over.tsx'
export { fetchShelf } from './shelf.tsx'
