/** The law room, in a chunk of its own: all law there is, asked and browsed. Fetched when somebody opens the door. */
import { assembling, type LawFile, type Pack } from '../law/index.ts'
import { type LawRoom, openLawRoom } from '../view/index.ts'

/** Makes the law ready with `does`, which may let the browser breathe in between, and opens the room. */
export const furnish = async (
  files: readonly LawFile[],
  does: (work: Generator<undefined, Pack>) => Promise<Pack>,
): Promise<LawRoom> => openLawRoom(await does(assembling(files)))
