'use server'

import { action } from '@/lib/access/action'
import { evidenceAddress } from '@/lib/evidence/addresses'
import { keepLink, removeKept } from '@/lib/evidence/commands'
import type { EvidenceSubjectKind } from '@/lib/evidence/model'
import { markReached, unmarkReached } from '@/lib/evidence/reached/commands'
import { notReachedSchema, reachedSchema } from '@/lib/evidence/reached/schema'
import { keepLinkSchema, removeKeptSchema } from '@/lib/evidence/schema'

type Place = { project: string; kind: EvidenceSubjectKind; id: string }
const back = (_done: unknown, { project, kind, id }: Place) => evidenceAddress(project, { kind, id })
const target = (_done: unknown, { project, targetId }: { project: string; targetId: string }) =>
  evidenceAddress(project, { kind: 'target', id: targetId })

export const addLink = action(keepLinkSchema, keepLink, back)
export const remove = action(removeKeptSchema, removeKept, back)
export const mark = action(reachedSchema, markReached, target)
export const unmark = action(notReachedSchema, unmarkReached, target)
