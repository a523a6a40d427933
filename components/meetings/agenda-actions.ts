import type { FormAction } from '@/lib/access/form-state'

/** What can be done on a meeting's page to its items. */
export type AgendaActions = { move: FormAction; mark: FormAction }
