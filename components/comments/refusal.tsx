'use client'

import { useCommentTools } from '@/components/comments/context'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/access/form-state'

/** Why a comment was not sent, when no single field is at fault. */
export function Refusal({ answer }: { answer: FormState | null }) {
  const { words } = useCommentTools()
  if (!answer?.reason || answer.fields.text || answer.fields.path) return null
  return (
    <Notice kind="danger" word={words.notice} live>
      <p>{words.reasons[answer.reason] ?? words.reasons.INVALID}</p>
    </Notice>
  )
}
