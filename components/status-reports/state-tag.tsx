import { Tag, type TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { unitStateLabels } from '@/lib/rounds/labels'
import type { UnitState } from '@/lib/rounds/model'

export const stateTones: Record<UnitState, TagTone> = {
  no_report: 'neutral',
  not_started: 'neutral',
  draft: 'info',
  submitted: 'info',
  in_review: 'info',
  returned: 'warning',
  approved: 'good',
  published: 'good',
}

export function StateTag({ t, state }: { t: Words; state: UnitState }) {
  return <Tag tone={stateTones[state]}>{t(unitStateLabels[state])}</Tag>
}
