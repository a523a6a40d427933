import { StatusMark } from '@/components/ui/status-mark'
import { Tag } from '@/components/ui/tag'
import { sectionStateLabels } from '@/lib/final-report/labels'
import type { SectionState } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

/** How far a section is. A draft is nothing to worry about, so it is no light. */
export function SectionStateMark({ state, t }: { state: SectionState; t: Words }) {
  const word = t(sectionStateLabels[state])
  switch (state) {
    case 'draft':
      return <Tag tone="info">{word}</Tag>
    case 'empty':
      return <StatusMark status="unknown" word={word} />
    case 'ready':
    case 'approved':
      return <StatusMark status="good" word={word} />
  }
}
