import type { ConcernKind } from '@/lib/meetings/decisions/model'

/** Things of a project that an item or a decision may concern. */
export type ConcernChoices = Record<ConcernKind, { id: string; title: string }[]>
