import { Concerns } from '@/components/meetings/concerns'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { decisionFormAddress } from '@/lib/meetings/addresses'
import type { ItemDecision } from '@/lib/meetings/agenda/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: { project: string; meetingId: string; itemId: string }
  decisions: readonly ItemDecision[]
}

/** The decisions of an item that is written: each leads to its form. */
export function DecisionPart({ t, place, decisions }: Props) {
  const form = (id: string) => decisionFormAddress(place.project, place, id)
  return (
    <Section id="decisions" title={t('decisions.title')}>
      {decisions.map((decision) => (
        <div key={decision.id} className="mb-4 max-w-text border-l-4 border-edge pl-4">
          <p className="whitespace-pre-line">{decision.text}</p>
          <Concerns t={t} concerns={decision.concerns} />
          <a href={form(decision.id)}>{t('decisions.edit')}</a>
        </div>
      ))}
      <ButtonLink href={form('new')}>{t('decisions.add')}</ButtonLink>
    </Section>
  )
}
