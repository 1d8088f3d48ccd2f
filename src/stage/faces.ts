/** Whose face and which expression: names a level may use, mapped onto what the atlas holds. Pure. */
import atlas from '../../assets/faces.json' with { type: 'json' }

/** Everyone the atlas can draw. */
export const drawn: readonly string[] = atlas.people
/** Every expression the atlas can draw. */
export const expressions: readonly string[] = atlas.expressions

/** Words authors reach for, and the expression that is nearest. */
const synonyms: Readonly<Record<string, string>> = {
  neutral: 'calm',
  polite: 'calm',
  patient: 'calm',
  listening: 'calm',
  stern: 'serious',
  grave: 'serious',
  firm: 'serious',
  cold: 'serious',
  worried: 'concerned',
  anxious: 'concerned',
  uneasy: 'concerned',
  afraid: 'fear',
  shocked: 'fear',
  happy: 'smile',
  pleased: 'smile',
  warm: 'smile',
  amused: 'cheeky',
  wry: 'cheeky',
  smug: 'cheeky',
  delighted: 'smileBig',
  triumphant: 'smileBig',
  sceptical: 'suspicious',
  skeptical: 'suspicious',
  doubtful: 'suspicious',
  wary: 'suspicious',
  disdain: 'contempt',
  furious: 'angry',
  anger: 'angry',
  rage: 'angry',
  veryangry: 'angry',
  concernedfear: 'fear',
  arguing: 'explaining',
  speaking: 'explaining',
  talking: 'explaining',
  sad: 'solemn',
  sorry: 'solemn',
  weary: 'tired',
  exhausted: 'tired',
  determined: 'driven',
  resolute: 'driven',
  surprised: 'awe',
  thinking: 'eyesClosed',
}

/** The expression to draw for a face's name; anything unknown is calm. */
export const expressionOf = (face: string): string => {
  const known = expressions.find(e => e.toLowerCase() === face.toLowerCase())
  return known ?? synonyms[face.toLowerCase()] ?? 'calm'
}

/** The bust to draw for a person's id: their own, the one their id starts with (`judge-halloran`), or a stranger's. */
export const bustOf = (id: string): string => {
  if (drawn.includes(id)) return id
  return drawn.find(known => known !== 'stranger' && id.split('-').includes(known)) ?? 'stranger'
}

/** True for those who wear a robe and bands. */
export const robed = (bust: string): boolean => bust === 'halloran' || bust === 'okafor' || bust.startsWith('panel-')

/** One layer of the atlas: where it lies in the picture, its size, and where it goes in a bust of `side` pixels. */
export interface Layer {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly left: number
  readonly top: number
}

/** The side of a whole bust, in atlas pixels. */
export const side: number = atlas.side

/** Bust, expression, then beard and glasses: what to lay over each other, in order. */
export const layersOf = (bust: string, expression: string): readonly Layer[] =>
  [`bust/${bust}`, `face/${expression}`, `over/${bust}`].flatMap(id => {
    const frame = (atlas.frames as unknown as Readonly<Record<string, readonly number[]>>)[id]
    if (!frame) return []
    const [x, y, w, h, left, top] = frame as [number, number, number, number, number, number]
    return [{ x, y, w, h, left, top }]
  })
