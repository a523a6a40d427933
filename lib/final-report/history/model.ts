import type { WrittenBlock } from '@/lib/final-report/blocks/model'

/**
 * What a copy came of: writing, taking an older one back, taking in a report written elsewhere, or what stood there before
 * anybody's writing was kept.
 */
export const copyChanges = ['written', 'taken_back', 'imported', 'before'] as const
export type CopyChange = (typeof copyChanges)[number]

/** A version of a section in its history. */
export type SectionVersion = { id: string; version: number; at: string; by: string | null; change: CopyChange }

export type VersionContent = SectionVersion & { blocks: WrittenBlock[] }

/** One writer's turn: what is written within it is one copy. */
export const turnMinutes = 10
