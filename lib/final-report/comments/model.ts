import type { Person, ThreadRow } from '@/lib/comments/model'

/** The one place of a section that is commented: the whole of it. */
export const wholeSection = 'section'

/** Comments on one section as its page shows them. */
export type SectionComments = { threads: ThreadRow[]; people: Person[]; may: { comment: boolean; show: boolean } }
