/** What the tree tells of a section besides its state: what is wrong and missing, what is said of it, who is at it. */
export type SectionNotes = { problems: number; unfinished: number; comments: number; writers: readonly string[] }
