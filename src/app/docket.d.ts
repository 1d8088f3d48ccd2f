/** The docket as the build made it, by `build/matters.ts`: cards to show, and where the data lie. */
declare module 'virtual:docket' {
  export const cards: readonly {
    readonly id: string
    readonly title: string
    readonly subtitle: string
    readonly brief: string
    readonly date: string
    readonly minutes: number
  }[]
  /** The law, the consequence model and the glossary, as one file. */
  export const lawAt: string
  /** All law there is with all its words, for the law room. */
  export const lawRoomAt: string
  /** Each matter, by id. */
  export const levelAt: Readonly<Record<string, string>>
  /** How each matter opens, as it is shown while the rest is fetched, by id. A matter that opens by chance has none. */
  export const openingAt: Readonly<Record<string, string>>
  /** The day the law was last held against its sources, in words. */
  export const lawDate: string
}
